/** Writes ICC profiles (ICC.1:2010 clause 7) that describe colours and name nobody. */

export interface ProfileTag {
  readonly name: string;
  readonly data: Uint8Array;
}

interface ProfileHeader {
  readonly version: 2 | 4;
  readonly space: 'GRAY' | 'RGB ';
  /** The profile connection space. */
  readonly connection: 'XYZ ' | 'Lab ';
  /** Rendering intent, 0 to 3. */
  readonly intent: number;
}

interface ProfileContent extends ProfileHeader {
  readonly tags: readonly ProfileTag[];
}

const HEADER = 128;
/** The white of the profile connection space, D50, with 16 bits behind the point. */
const D50 = Buffer.of(0, 0, 0xf6, 0xd6, 0, 1, 0, 0, 0, 0, 0xd3, 0x2d);
const DESCRIPTIONS = { GRAY: 'Gray of a picture', 'RGB ': 'RGB of a picture' } as const;
const COPYRIGHT = 'No copyright, use freely';

/** The profile of a picture, with a description and a copyright of Bayan's own, which the standard asks for. */
export function writeProfile({ tags, ...header }: ProfileContent): Uint8Array {
  const words = header.version === 4 ? localized : described;
  const all = [
    { name: 'desc', data: words(DESCRIPTIONS[header.space]) },
    { name: 'cprt', data: header.version === 4 ? localized(COPYRIGHT) : plain(COPYRIGHT) },
    ...tags,
  ];
  // A date is asked for and no clock is read: the first of January 2000.
  return profileBytes(header, all, 2000);
}

/** A profile, dated the first of January of a year. Tags that have the same array share its bytes. */
export function profileBytes(
  { version, space, connection, intent }: ProfileHeader,
  tags: readonly ProfileTag[],
  year: number,
): Buffer {
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length);
  const parts: Buffer[] = [];
  const offsets = new Map<Uint8Array, number>();
  let end = HEADER + table.length;
  tags.forEach(({ name, data }, i) => {
    const offset = offsets.get(data) ?? end;
    table.write(name, 4 + i * 12, 'latin1');
    table.writeUInt32BE(offset, 8 + i * 12);
    table.writeUInt32BE(data.length, 12 + i * 12);
    if (offset < end) return;
    offsets.set(data, offset);
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    parts.push(padded);
    end += padded.length;
  });
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(end, 0);
  header.writeUInt32BE(version === 4 ? 0x04200000 : 0x02100000, 8);
  // A profile made of tables needs none back from the connection space when it is one of an input device.
  const kind = tags.some(({ name }) => name === 'A2B0') ? 'scnr' : 'mntr';
  header.write(`${kind}${space}${connection}`, 12, 'latin1');
  header.set([year >> 8, year & 255, 0, 1, 0, 1], 24);
  header.write('acsp', 36, 'latin1');
  header.writeUInt32BE(intent, 64);
  header.set(D50, 68);
  return Buffer.concat([header, table, ...parts]);
}

/** multiLocalizedUnicodeType (10.13) with one record. */
export function localized(words: string): Buffer {
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
