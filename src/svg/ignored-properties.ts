/** Properties of SVG styles that are read past: effects that are told, and what changes nothing on paper. */

/** Properties of effects that are not printed, with the values that ask for none. */
export const LOST_EFFECTS: Readonly<Record<string, RegExp>> = {
  filter: /^none$/,
  'backdrop-filter': /^none$/,
  'writing-mode': /^(lr|lr-tb|rl|rl-tb|horizontal-tb)$/,
  'text-orientation': /^(mixed|auto)$/,
  'glyph-orientation-vertical': /^(auto|0|0deg)$/,
  'shape-inside': /^(none|auto)?$/,
  'shape-subtract': /^none$/,
  'inline-size': /^(0|auto)(px)?$/,
  'text-shadow': /^none$/,
  'offset-path': /^none$/,
};

/** Properties that change nothing on paper, or nothing that Bayan leaves to a drawing. */
const HARMLESS = new Set([
  ...['shape-rendering', 'text-rendering', 'image-rendering', 'color-rendering', 'color-interpolation'],
  ...[
    'color-interpolation-filters',
    'enable-background',
    'pointer-events',
    'cursor',
    'flood-color',
    'flood-opacity',
  ],
  ...[
    'lighting-color',
    'solid-color',
    'solid-opacity',
    'font-variant',
    'font-stretch',
    'font-size-adjust',
    'kerning',
  ],
  ...[
    'font-kerning',
    'font-feature-settings',
    'font-optical-sizing',
    'font-synthesis',
    'line-height',
    'word-spacing',
  ],
  ...[
    'text-indent',
    'text-align',
    'text-transform',
    'text-decoration-line',
    'text-decoration-style',
    'text-overflow',
  ],
  ...[
    'text-decoration-color',
    'text-align-last',
    'block-progression',
    'unicode-bidi',
    'alignment-baseline',
    'clip',
  ],
  ...[
    'color-profile',
    'font-variation-settings',
    'shape-padding',
    'shape-margin',
    'transform-origin',
    'transform-box',
  ],
  ...[
    'user-select',
    'will-change',
    'background',
    'background-color',
    'margin',
    'padding',
    'border',
    'max-width',
  ],
  ...[
    'font-variant-ligatures',
    'font-variant-position',
    'font-variant-caps',
    'font-variant-numeric',
    'width',
    'height',
  ],
  ...[
    'font-variant-alternates',
    'font-variant-east-asian',
    'text-decoration-thickness',
    'marker-knockout-left',
    'd',
  ],
  ...[
    'text-anchor-x',
    'glyph-orientation-horizontal',
    'mask-mode',
    'mask-repeat',
    'mask-position',
    'mask-size',
    'order',
  ],
]);

export function isHarmlessProperty(name: string): boolean {
  return HARMLESS.has(name) || name.startsWith('-');
}
