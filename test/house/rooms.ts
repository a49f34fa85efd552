/**
 * Which room of src/ may import which, from the ground up: a room is given rooms above it in this table, never one that
 * comes after, so that data can only flow one way. An inner room has a row of its own where its walls are closer than
 * those around it; a file belongs to the longest row that names its folder.
 */

/** The ground: everybody may use it. */
const GROUND = ['diagnostics', 'language'] as const;
/** The disk, fonts, and what stages pass to each other: every stage may use them. */
const LOW = ['files', 'fonts', 'document'] as const;
const STAGES = [
  'svg',
  'project',
  'content',
  'content/fields',
  'template',
  'compose',
  'text',
  'typeset',
  'pdf',
  'paint',
  'translation',
  'changes',
  'letters/recipients',
  'letters/salutations',
  'letters/merge',
  'letters/page',
  'letters/signatories',
  'letters/email',
] as const;

export const ROOMS: readonly (readonly [room: string, mayImport: readonly string[]])[] = [
  ['diagnostics', []],
  ['language', ['diagnostics']],

  ['files', GROUND],
  ['fonts/truetype', []],
  ['fonts', [...GROUND, 'files', 'fonts/truetype']],
  ['document', GROUND],
  ['svg', [...GROUND, 'document']],

  ['project', [...GROUND, 'files', 'document']],
  ['content/markdown', GROUND],
  ['content/fields', [...GROUND, 'files', 'document']],
  ['content/slips', ['diagnostics', 'files']],
  ['content', [...GROUND, 'files', 'document', 'content/markdown', 'content/fields', 'content/slips']],
  ['template', [...GROUND, 'files', 'document', 'content', 'content/fields']],
  ['compose', [...GROUND, 'files', 'document', 'project', 'content', 'template']],
  ['text/unicode', []],
  ['text', [...GROUND, ...LOW, 'text/unicode']],
  ['typeset', [...GROUND, 'document', 'fonts', 'text']],
  ['pdf/inspect', []],
  ['pdf', [...GROUND, 'document', 'fonts', 'fonts/truetype']],
  ['paint', [...GROUND, 'document', 'fonts', 'text', 'typeset', 'pdf']],
  ['translation', [...GROUND, 'files', 'project', 'content', 'content/fields']],
  ['letters/lists', [...GROUND, 'files']],
  ['letters/recipients', [...GROUND, 'files', 'project', 'content/fields', 'letters/lists']],
  ['letters/salutations', [...GROUND, 'files', 'template', 'letters/recipients']],
  ['letters/email', [...GROUND, 'document', 'content', 'content/fields', 'letters/recipients']],
  ['letters/merge', [...GROUND, 'content', 'content/fields', 'letters/recipients', 'letters/salutations']],
  [
    'letters/page',
    [...GROUND, 'content', 'content/fields', 'template', 'letters/recipients', 'letters/salutations'],
  ],
  [
    'letters/signatories',
    [...GROUND, 'files', 'content', 'content/fields', 'letters/lists', 'letters/merge', 'template'],
  ],

  ['changes', [...GROUND, 'files', 'document', 'content', 'text', 'typeset', 'pdf/inspect', 'translation']],

  ['build', [...GROUND, ...LOW, ...STAGES]],
  // Types only, shared with the page, which runs in a browser.
  ['preview', ['diagnostics']],
  // Runs in a browser: its own tsconfig.json has the DOM, which no other room knows.
  ['preview/page', ['preview']],
  [
    'preview/server',
    [...GROUND, 'files', 'project', 'content', 'translation', 'pdf/inspect', 'build', 'preview'],
  ],
  [
    'cli',
    [
      ...GROUND,
      ...LOW,
      'project',
      'content',
      'content/fields',
      'template',
      'translation',
      'letters/recipients',
      'changes',
      'build',
      'preview/server',
    ],
  ],
];
