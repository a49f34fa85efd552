/**
 * What people photograph – a plain with tents, a window, a street, a wall, a lit hall – out of gradients, shapes and grain: enough
 * for an eye to tell whether a picture is upright, whole, and in its colours.
 */
import type { Color } from './photographs.ts';

/** The colour at a share of the width and of the height, from the top left of the picture as it is seen. */
export type Scene = (x: number, y: number) => Color;

const mix = (a: Color, b: Color, share: number): Color => {
  const t = Math.min(1, Math.max(0, share));
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
};
const inEllipse = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
const within = (value: number, from: number, to: number) => value >= from && value < to;
const ridge = (x: number, height: number, roughness: number) =>
  height + roughness * (Math.sin(x * 7 + 1) * 0.5 + Math.sin(x * 17 + 2) * 0.3 + Math.sin(x * 41) * 0.12);

/** Tents on a plain before mountains, in the evening. */
const plain: Scene = (x, y) => {
  for (let row = 3; row >= 0; row--) {
    const foot = 0.66 + row * 0.09;
    const size = 0.035 + row * 0.018;
    const across = ((x + row * 0.031) / (size * 2.6)) % 1;
    const slope = Math.abs(across - 0.5) * 2.6;
    if (y < foot && y > foot - size * 1.6 * (1 - slope))
      return across < 0.5 ? [226, 214, 196] : [168, 156, 146];
  }
  if (y > 0.58) return mix([176, 142, 104], [120, 92, 66], (y - 0.58) / 0.42);
  if (y > ridge(x, 0.5, 0.05)) return [112, 98, 104];
  if (y > ridge(x + 3, 0.4, 0.11)) return [138, 126, 142];
  return mix([88, 120, 172], [250, 196, 138], y / 0.48);
};

/** Somebody reads at a window. */
const window: Scene = (x, y) => {
  if (inEllipse(x, y, 0.62, 0.44, 0.12, 0.1))
    return inEllipse(x, y, 0.58, 0.45, 0.08, 0.075) ? [196, 146, 116] : [60, 82, 96];
  if (inEllipse(x, y, 0.68, 0.86, 0.3, 0.36)) return mix([66, 92, 108], [34, 48, 60], (y - 0.5) * 2);
  if (within(x, 0.26, 0.5) && within(y, 0.68, 0.74)) return [238, 232, 214];
  if (within(x, 0.08, 0.48) && within(y, 0.1, 0.66)) {
    const bar = Math.abs(x - 0.28) < 0.012 || Math.abs(y - 0.36) < 0.01;
    return bar ? [120, 96, 72] : mix([255, 250, 236], [196, 214, 214], y);
  }
  return mix([132, 112, 92], [58, 48, 42], x * 0.6 + y * 0.5);
};

/** A street with awnings, from above. */
const street: Scene = (x, y) => {
  const side = Math.abs(x - 0.5) * 2;
  const edge = 0.2 + y * 0.34;
  if (inEllipse(x, y, 0.54, 0.72, 0.07, 0.04)) return [196, 96, 44];
  if (side < edge) return mix([196, 186, 172], [142, 132, 122], y);
  if (side < edge + 0.14) {
    const stripe = Math.floor(y * 22) % 3;
    return stripe === 0 ? [186, 58, 48] : stripe === 1 ? [236, 226, 204] : [46, 110, 120];
  }
  const open = Math.floor(y * 9) % 2 === 0 && Math.floor(side * 14) % 2 === 0;
  return open ? [74, 66, 62] : mix([206, 178, 144], [150, 122, 96], side);
};

/** A girl with a blue bag on her way along a wall. */
const gate: Scene = (x, y) => {
  if (inEllipse(x, y, 0.4, 0.52, 0.06, 0.045)) return [238, 234, 226];
  if (inEllipse(x, y, 0.3, 0.66, 0.07, 0.07)) return [38, 84, 168];
  if (inEllipse(x, y, 0.4, 0.72, 0.1, 0.17)) return [28, 34, 48];
  if (y > 0.84) return mix([190, 172, 144], [146, 126, 102], (y - 0.84) * 6);
  if (within(x, 0.72, 0.94) && y > 0.3) return Math.abs(x - 0.83) < 0.006 ? [30, 60, 52] : [52, 104, 88];
  if (y < 0.16) return mix([122, 172, 216], [196, 218, 232], y * 6);
  const joint = (y * 26) % 1 < 0.06 || (x * 9 + (Math.floor(y * 26) % 2) / 2) % 1 < 0.02;
  return joint ? [176, 142, 100] : mix([226, 190, 140], [200, 160, 112], x);
};

/** A hall in the evening, with lamps over the heads of guests. */
const hall: Scene = (x, y) => {
  for (let lamp = 0; lamp < 6; lamp++) {
    const far = ((x - 0.1 - lamp * 0.16) / 0.05) ** 2 + ((y - 0.24 - (lamp % 2) * 0.06) / 0.07) ** 2;
    if (far < 4) return mix([255, 244, 206], [148, 92, 54], far / 4);
  }
  for (let row = 0; row < 3; row++) {
    const head = ((x * 9 + row * 0.5) % 1) - 0.5;
    if (y > 0.6 + row * 0.13 && inEllipse(head, y, 0, 0.68 + row * 0.13, 0.34, 0.07))
      return mix([92, 60, 52], [28, 22, 30], row / 3);
  }
  return y > 0.66 ? [44, 32, 36] : mix([118, 72, 48], [60, 40, 44], y * 1.3);
};

export const SCENES = { plain, window, street, gate, hall } as const;
