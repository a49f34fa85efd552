/**
 * An ICC profile of sRGB (IEC 61966-2-1), built from its published numbers: primaries adapted to D50 and the sRGB transfer
 * curve as a parametric curve (ICC.1:2004-10 10.15). 500 bytes where the usual file has 3,000.
 */
import { localized, profileBytes } from '../images/icc/write.ts';

const D50 = [0.9642, 1, 0.8249] as const;
/** Linear Bradford adaptation of D65 to D50. */
const ADAPTATION = [
  1.04788, 0.02292, -0.05019, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
] as const;
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;
/** Function type 3: Y = (aX + b)^g above d, cX below. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

function fixed(values: readonly number[]): Buffer {
  const out = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => {
    out.writeInt32BE(Math.round(value * 65536), i * 4);
  });
  return out;
}

function typed(signature: string, ...parts: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(signature, 'latin1'), Buffer.alloc(4), ...parts]);
}

/** The profile's bytes; the same every time. */
export function srgbProfile(): Buffer {
  const curve = typed('para', Buffer.from([0, 3, 0, 0]), fixed(CURVE));
  const tags = [
    { name: 'desc', data: localized('sRGB') },
    { name: 'cprt', data: localized('CC0') },
    { name: 'wtpt', data: typed('XYZ ', fixed(D50)) },
    { name: 'chad', data: typed('sf32', fixed(ADAPTATION)) },
    { name: 'rXYZ', data: typed('XYZ ', fixed(RED)) },
    { name: 'gXYZ', data: typed('XYZ ', fixed(GREEN)) },
    { name: 'bXYZ', data: typed('XYZ ', fixed(BLUE)) },
    { name: 'rTRC', data: curve },
    { name: 'gTRC', data: curve },
    { name: 'bTRC', data: curve },
  ];
  // A fixed date, in 2024: the profile must not differ between builds.
  return profileBytes({ version: 4, space: 'RGB ', connection: 'XYZ ', intent: 0 }, tags, 2024);
}
