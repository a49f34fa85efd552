/**
 * An ICC profile of sRGB (IEC 61966-2-1), built from its published numbers: primaries adapted to D50 and the sRGB transfer
 * curve as a parametric curve (ICC.1:2004-10 10.15). 500 bytes where the usual file has 3,000.
 */

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

function localizedText(text: string): Buffer {
  const body = Buffer.alloc(20 + text.length * 2);
  body.writeUInt32BE(1, 0);
  body.writeUInt32BE(12, 4);
  body.write('enUS', 8, 'latin1');
  body.writeUInt32BE(text.length * 2, 12);
  body.writeUInt32BE(28, 16);
  for (let i = 0; i < text.length; i++) body.writeUInt16BE(text.charCodeAt(i), 20 + i * 2);
  return typed('mluc', body);
}

/** The profile's bytes; the same every time. */
export function srgbProfile(): Buffer {
  const curve = typed('para', Buffer.from([0, 3, 0, 0]), fixed(CURVE));
  const tags: [string, Buffer][] = [
    ['desc', localizedText('sRGB')],
    ['cprt', localizedText('CC0')],
    ['wtpt', typed('XYZ ', fixed(D50))],
    ['chad', typed('sf32', fixed(ADAPTATION))],
    ['rXYZ', typed('XYZ ', fixed(RED))],
    ['gXYZ', typed('XYZ ', fixed(GREEN))],
    ['bXYZ', typed('XYZ ', fixed(BLUE))],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const offsets = new Map<Buffer, number>();
  let offset = 128 + table.length;
  tags.forEach(([name, body], i) => {
    let at = offsets.get(body);
    if (at === undefined) {
      at = offset;
      offsets.set(body, at);
      const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
      bodies.push(padded);
      offset += padded.length;
    }
    table.write(name, 4 + i * 12, 'latin1');
    table.writeUInt32BE(at, 8 + i * 12);
    table.writeUInt32BE(body.length, 12 + i * 12);
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x04200000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  // A fixed date, 2024-01-01: the profile must not differ between builds.
  [2024, 1, 1, 0, 0, 0].forEach((part, i) => {
    header.writeUInt16BE(part, 24 + i * 2);
  });
  header.write('acsp', 36, 'latin1');
  fixed(D50).copy(header, 68);
  return Buffer.concat([header, table, ...bodies]);
}
