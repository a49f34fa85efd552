/**
 * Objects without a stream of their own, packed together and compressed (ISO 32000-1 7.5.7). A tag tree is thousands of small
 * dictionaries that say nearly the same. Those that are equally long are written as rows of a table, with numbers one under
 * another, and each row as what it differs from the one above: a cell of a table then takes a byte where it took twelve.
 */
import type { PdfReference } from './embedded-font.ts';
import { packedStream } from './packed-stream.ts';
import { serialize } from './serialize.ts';

/** Objects in one stream: few enough for a reader that unpacks a stream for each object it wants. */
const STREAM_SIZE = 200;
/** Rows are quick to unpack, and cost least when there are many. */
const ROWS = 4000;
/** So many objects of one length are worth a table. */
const ENOUGH = 20;
/** A document with fewer objects of one length has no table or list of a size that rows make smaller; they are not tried. */
const MANY = 60;
/** Widths of rows are multiples of this, which is the length of a reference in a list: those stand under each other too. */
const UNIT = 10;
/** An object of more bytes, such as the lists of the parent tree, has a stream of its own. */
const LONG = 1000;

export interface NumberedReference extends PdfReference {
  readonly id: number;
}

export interface ObjectStream {
  readonly id: number;
  readonly bytes: Buffer;
  readonly members: readonly number[];
}

/** An object to pack, and its notation with numbers aligned. */
interface Member {
  readonly reference: NumberedReference;
  readonly aligned: string;
}

/** Packs objects into streams with numbers from `firstId`. */
export function packObjects(references: readonly NumberedReference[], firstId: number): ObjectStream[] {
  const streams: ObjectStream[] = [];
  const add = (members: readonly Member[], width?: number) => {
    const id = firstId + streams.length;
    const plain = plainStream(id, members);
    const rows = width === undefined ? plain : rowStream(id, members, width);
    const bytes = rows.length < plain.length ? rows : plain;
    streams.push({ id, bytes, members: members.map(({ reference }) => reference.id) });
  };
  const groups = byWidth(references);
  const hasTable = [...groups.values()].some(({ length }) => length >= MANY);
  const rows = (width: number) => (hasTable ? width : undefined);
  const others: Member[] = [];
  for (const [width, members] of groups) {
    if (width > LONG) for (const member of members) add([member], rows(UNIT));
    else if (members.length < ENOUGH) others.push(...members);
    else for (let i = 0; i < members.length; i += ROWS) add(members.slice(i, i + ROWS), rows(width));
  }
  others.sort((a, b) => a.reference.id - b.reference.id);
  for (let i = 0; i < others.length; i += STREAM_SIZE) add(others.slice(i, i + STREAM_SIZE));
  return streams;
}

/** Objects in order of their numbers, by the width of the rows that they fill. */
function byWidth(references: readonly NumberedReference[]): Map<number, Member[]> {
  const groups = new Map<number, Member[]>();
  for (const reference of [...references].sort((a, b) => a.id - b.id)) {
    const aligned = `${serialize(reference.data, 'aligned')}\n`;
    const width = roundUp(aligned.length, UNIT);
    const group = groups.get(width) ?? [];
    groups.set(width, group);
    group.push({ reference, aligned });
  }
  return groups;
}

function plainStream(id: number, members: readonly Member[]): Buffer {
  let header = '';
  let body = '';
  for (const { reference } of members) {
    header += `${reference.id} ${body.length} `;
    body += `${serialize(reference.data)}\n`;
  }
  return packedStream(id, dictionaryOf(members, header), Buffer.from(header + body, 'latin1'));
}

function rowStream(id: number, members: readonly Member[], width: number): Buffer {
  const padded = (text: string) => text.padEnd(roundUp(text.length, width));
  let header = '';
  let body = '';
  for (const { reference, aligned } of members) {
    header += padded(`${String(reference.id).padStart(6)} ${String(body.length).padStart(7)} `);
    body += padded(aligned);
  }
  const data = Buffer.from(header + body, 'latin1');
  return packedStream(id, dictionaryOf(members, header), { data, width });
}

function dictionaryOf(members: readonly Member[], header: string): Record<string, unknown> {
  return { Type: 'ObjStm', N: members.length, First: header.length };
}

function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}
