/** The colour profile of phones, Display P3, with a description that names its owner. */

const fixed = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
};
const xyz = (...values: number[]) => Buffer.concat([Buffer.from('XYZ \0\0\0\0'), ...values.map(fixed)]);
const text = (words: string) => {
  const utf16 = Buffer.from(words, 'utf16le').swap16();
  const head = Buffer.from('mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\0\0\0\0\x1c', 'latin1');
  head.writeUInt32BE(utf16.length, 20);
  return Buffer.concat([head, utf16]);
};

/** An ICC profile of version 4 (primaries of SMPTE EG 432-1 adapted to D50, the curve of sRGB). */
export function displayP3(description: string): Buffer {
  const curve = Buffer.concat([
    Buffer.from('para\0\0\0\0\0\x03\0\0', 'latin1'),
    ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(fixed),
  ]);
  const tags: [string, Buffer][] = [
    ['desc', text(description)],
    ['cprt', text(`Copyright of ${description}`)],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.51512, 0.2412, -0.00105)],
    ['gXYZ', xyz(0.29198, 0.69225, 0.04189)],
    ['bXYZ', xyz(0.1571, 0.06657, 0.78407)],
    ...['rTRC', 'gTRC', 'bTRC'].map((name): [string, Buffer] => [name, curve]),
  ];
  const header = Buffer.alloc(128);
  header.write('appl', 4);
  header.writeUInt32BE(0x04000000, 8);
  header.write('mntrRGB XYZ ', 12);
  header.write('acspAPPL', 36);
  header.write('APPL', 48);
  Buffer.concat([0.9642, 1, 0.8249].map(fixed)).copy(header, 68);
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length);
  let offset = header.length + table.length;
  const contents = tags.map(([name, content], i) => {
    const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)]);
    table.write(name, 4 + i * 12);
    table.writeUInt32BE(offset, 8 + i * 12);
    table.writeUInt32BE(content.length, 12 + i * 12);
    offset += padded.length;
    return padded;
  });
  const profile = Buffer.concat([header, table, ...contents]);
  profile.writeUInt32BE(profile.length, 0);
  return profile;
}
