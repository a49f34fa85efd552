/** What a PDF would weigh without tags: the same objects and content, packed in the same way. */
import { deflateSync } from 'node:zlib';
import {
  isDictionary,
  Name,
  type PdfObjects,
  PdfString,
  type PdfValue,
  Reference,
  Stream,
} from '../../src/pdf/inspect/objects.ts';
import { packObjects } from '../../src/pdf/object-streams.ts';

export interface TagBytes {
  /** Of what marks content on pages. */
  readonly marks: number;
  /** Of the tree: its elements, and the way back from content to them. */
  readonly tree: number;
}

/** Bytes of a file that its tags take, as they are compressed. */
export function bytesOfTags(pdf: PdfObjects): TagBytes {
  const pages = pdf.pages();
  const contents = pages.map(({ Contents }) => pdf.data(Contents) ?? '');
  const packed = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + deflateSync(Buffer.from(text, 'latin1'), { level: 9 }).length, 0);
  const tags = new Set(treeObjects(pdf));
  const objects = [...pdf.objects].filter(([, value]) => !(value instanceof Stream));
  const size = (some: typeof objects) =>
    packObjects(
      some.map(([id, value]) => reference(id, value)),
      pdf.objects.size,
    ).reduce((sum, { bytes }) => sum + bytes.length, 0);
  return {
    marks: packed(contents) - packed(contents.map(withoutMarks)),
    tree: size(objects) - size(objects.filter(([id]) => !tags.has(id))),
  };
}

/** Numbers of the objects of the tag tree. */
function* treeObjects(pdf: PdfObjects): Generator<number> {
  const { StructTreeRoot } = pdf.root;
  const parentTree = idOf(pdf.dictionary(StructTreeRoot).ParentTree);
  for (const [id, value] of pdf.objects) {
    if (!isDictionary(value)) continue;
    const isElement = value.S !== undefined && value.P instanceof Reference;
    if (isElement || (value.Nums !== undefined && id === parentTree)) yield id;
  }
  const root = idOf(StructTreeRoot);
  if (root !== undefined) yield root;
}

const idOf = (value: PdfValue) => (value instanceof Reference ? value.id : undefined);

/** Content of a page without the operators that open and end marked content. */
function withoutMarks(content: string): string {
  return content
    .replace(/\/\w+ ?<<\/MCID \d+>> ?BDC\s/g, '')
    .replace(/\/Artifact ?(?:<<[^>]*>> ?BDC|BMC)\s/g, '')
    .replace(/EMC(?:\s|$)/g, '');
}

/** An object as the writer of files knows it. */
function reference(id: number, value: PdfValue) {
  const data = writable(value) as Record<string, unknown>;
  return { id, data, end: () => {}, write: () => {} };
}

function writable(value: PdfValue): unknown {
  if (value instanceof Name) return value.value;
  if (value instanceof PdfString) return new String(value.text);
  if (value instanceof Reference) return { toString: () => `${value.id} 0 R` };
  if (Array.isArray(value)) return value.map(writable);
  if (isDictionary(value))
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, writable(entry)]));
  return value;
}
