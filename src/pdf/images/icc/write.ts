/** Writes ICC profiles (ICC.1:2010 clause 7) that describe colours and name nobody. */

export interface ProfileTag {
  readonly name: string;
  readonly data: Uint8Array;
}

export interface ProfileContent {
  readonly version: 2 | 4;
  readonly space: 'GRAY' | 'RGB ';
  /** The profile connection space. */
  readonly connection: 'XYZ ' | 'Lab ';
  /** Rendering intent, 0 to 3. */
  readonly intent: number;
  readonly tags: readonly ProfileTag[];
}

const HEADER = 128;
/** The white of the profile connection space, D50, with 16 bits behind the point. */
const D50 = Buffer.of(0, 0, 0xf6, 0xd6, 0, 1, 0, 0, 0, 0, 0xd3, 0x2d);
/** A date is asked for and no clock is read: the first of January 2000. */
const DATE = Buffer.of(2000 >> 8, 2000 & 255, 0, 1, 0, 1);
const DESCRIPTIONS = { GRAY: 'Gray of a picture', 'RGB ': 'RGB of a picture' } as const;
const COPYRIGHT = 'No copyright, use freely';

/** The profile, with a description and a copyright of Bayan's own, which the standard asks for. */
export function writeProfile({ version, space, connection, intent, tags }: ProfileContent): Uint8Array {
  const words = version === 4 ? localized : described;
  const all = [
    { name: 'desc', data: words(DESCRIPTIONS[space]) },
    { name: 'cprt', data: version === 4 ? localized(COPYRIGHT) : plain(COPYRIGHT) },
    ...tags,
  ];
  const table = Buffer.alloc(4 + all.length * 12);
  table.writeUInt32BE(all.length);
  const parts: Buffer[] = [];
  let offset = HEADER + table.length;
  all.forEach(({ name, data }, i) => {
    table.write(name, 4 + i * 12, 'latin1');
    table.writeUInt32BE(offset, 8 + i * 12);
    table.writeUInt32BE(data.length, 12 + i * 12);
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    parts.push(padded);
    offset += padded.length;
  });
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(version === 4 ? 0x04200000 : 0x02100000, 8);
  // A profile made of tables needs none back from the connection space when it is one of an input device.
  header.write(
    `${tags.some(({ name }) => name === 'A2B0') ? 'scnr' : 'mntr'}${space}${connection}`,
    12,
    'latin1',
  );
  header.set(DATE, 24);
  header.write('acsp', 36, 'latin1');
  header.writeUInt32BE(intent, 64);
  header.set(D50, 68);
  return Buffer.concat([header, table, ...parts]);
}

/** multiLocalizedUnicodeType (10.13) with one record. */
function localized(words: string): Buffer {
  const text = Buffer.from(words, 'utf16le').swap16();
  const head = Buffer.from('mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\0\0\0\0\x1c', 'latin1');
  head.writeUInt32BE(text.length, 20);
  return Buffer.concat([head, text]);
}

/** textDescriptionType of version 2: the words in ASCII, and none in Unicode or in Macintosh's script. */
function described(words: string): Buffer {
  const head = Buffer.from('desc\0\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt32BE(words.length + 1, 8);
  return Buffer.concat([head, Buffer.from(`${words}\0`, 'latin1'), Buffer.alloc(78)]);
}

/** textType. */
function plain(words: string): Buffer {
  return Buffer.from(`text\0\0\0\0${words}\0`, 'latin1');
}
