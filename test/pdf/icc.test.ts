/** Colour profiles: their numbers stay, their words go, and those that say nothing new are left out. */
import { describe, expect, test } from 'vitest';
import { usableProfile } from '../../src/pdf/images/icc/profile.ts';
import { displayP3 } from '../support/display-p3.ts';

const OWNER = 'Monitor of Zarghuna, calibrated 2024-04-16';

/** A profile with these tags, whose contents are bytes as text. */
function profile(space: string, connection: string, tags: Readonly<Record<string, string>>): Buffer {
  const names = Object.keys(tags);
  const table = Buffer.alloc(4 + names.length * 12);
  table.writeUInt32BE(names.length);
  let offset = 128 + table.length;
  names.forEach((name, i) => {
    table.write(name, 4 + i * 12);
    table.writeUInt32BE(offset, 8 + i * 12);
    table.writeUInt32BE(tags[name]!.length, 12 + i * 12);
    offset += tags[name]!.length;
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.write(`ADBE\x02\x10\0\0mntr${space}${connection}`, 4, 'latin1');
  header.write('acsp', 36);
  return Buffer.concat([header, table, Buffer.from(Object.values(tags).join(''), 'latin1')]);
}

const WHITE = `XYZ \0\0\0\0${'\0\x01\0\0'.repeat(3)}`;
const gamma = (value: number) => `curv\0\0\0\0\0\0\0\x01${String.fromCharCode(value >> 8, value & 255)}\0\0`;
const words = (bytes: Uint8Array) => {
  const text = Buffer.from(bytes).toString('latin1');
  return text + text.replaceAll('\0', '');
};

test('Display P3 keeps its primaries and its curve, and nobody is named', () => {
  const original = displayP3(OWNER);
  const kept = usableProfile(original, 3)!;
  for (const name of ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'wtpt'])
    expect(contentOf(kept, name)).toEqual(contentOf(original, name));
  expect(words(original)).toContain('Zarghuna');
  expect(words(kept)).not.toMatch(/Zarghuna|appl|APPL/);
  expect(words(kept)).toContain('RGB of a picture');
});

test('what is written is taken again as it is', () => {
  const once = usableProfile(displayP3(OWNER), 3)!;
  expect(Buffer.from(usableProfile(once, 3)!).equals(once)).toBe(true);
});

function contentOf(bytes: Uint8Array, name: string): string {
  const view = Buffer.from(bytes);
  for (let i = 0; i < view.readUInt32BE(128); i++) {
    const entry = 132 + i * 12;
    if (view.toString('latin1', entry, entry + 4) !== name) continue;
    const start = view.readUInt32BE(entry + 4);
    return view.toString('hex', start, start + view.readUInt32BE(entry + 8));
  }
  return 'none';
}

describe('grays', () => {
  test('a gray of another curve is kept', () => {
    const kept = usableProfile(
      profile('GRAY', 'XYZ ', { kTRC: gamma(0x0180), wtpt: WHITE, desc: OWNER }),
      1,
    )!;
    expect(contentOf(kept, 'kTRC')).toBe(Buffer.from(gamma(0x0180).slice(0, 14), 'latin1').toString('hex'));
    expect(words(kept)).not.toContain('Zarghuna');
  });

  test('gamma 2.2 is what grays are anyhow', () => {
    expect(usableProfile(profile('GRAY', 'XYZ ', { kTRC: gamma(0x0233), wtpt: WHITE }), 1)).toBeUndefined();
  });
});

test('a profile of tables keeps those of its colours', () => {
  const table = `mft2\0\0\0\0\x03\x03${'\x02'.repeat(60)}`;
  const kept = usableProfile(
    profile('RGB ', 'Lab ', { wtpt: WHITE, A2B0: table, B2A0: table, targ: OWNER, dmdd: OWNER }),
    3,
  )!;
  expect(contentOf(kept, 'A2B0')).toBe(Buffer.from(table, 'latin1').toString('hex'));
  expect(contentOf(kept, 'B2A0')).toBe('none');
  expect(words(kept)).not.toContain('Zarghuna');
});

test.each([
  ['of sRGB, whatever it is called', srgb()],
  ['for another number of colours', profile('GRAY', 'XYZ ', { kTRC: gamma(0x0180), wtpt: WHITE })],
  ['without what a reader needs', profile('RGB ', 'XYZ ', { wtpt: WHITE })],
  ['cut off', displayP3(OWNER).subarray(0, 300)],
  ['of nothing', Buffer.alloc(0)],
])('a profile %s is left out', (_, bytes) => {
  expect(usableProfile(bytes, 3)).toBeUndefined();
});

function srgb(): Buffer {
  const fixed = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(Math.round(value * 65_536));
    return bytes.toString('latin1');
  };
  const xyz = (...values: number[]) => `XYZ \0\0\0\0${values.map(fixed).join('')}`;
  const curve = gamma(0x0233);
  return profile('RGB ', 'XYZ ', {
    desc: 'My screen',
    rXYZ: xyz(0.43607, 0.22249, 0.01392),
    gXYZ: xyz(0.38515, 0.71687, 0.09708),
    bXYZ: xyz(0.14307, 0.06061, 0.7141),
    rTRC: curve,
    gTRC: curve,
    bTRC: curve,
    wtpt: WHITE,
  });
}
