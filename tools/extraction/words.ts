/**
 * What counts as a word that a reader of a PDF recovered, and in what order: the arithmetic of docs/text-extraction.md.
 */
import type { Block, Edition, Inline } from '../../src/content/edition.ts';

/** Bidi controls, zero-width space, word joiner, byte order mark and tatweel: they say how a word looks, not what it is. */
const INVISIBLE = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u0640]/g;
/** A hyphenated word at the end of a line: U+00AD as written, U+0002 and U+FFFE as PDFium says it. */
const BROKEN_WORD = /[\u00ad\u0002\ufffe]\s*\n\s*/g;
/** Scripts that write no spaces between words: a new line in them is no boundary. */
const UNSPACED =
  '\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}\\p{sc=Hani}\\p{sc=Hira}\\p{sc=Kana}';
const BROKEN_LINE = new RegExp(`(?<=[${UNSPACED}])[\\p{M}]*\\n(?=[${UNSPACED}])`, 'gu');
const UNSPACED_WORD = new RegExp(`[${UNSPACED}]`, 'u');
const EDGES = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** Brings source and extraction to one form: NFC, without what INVISIBLE names, words whole again at line ends. */
function normalise(text: string): string {
  return (
    text
      .normalize('NFC')
      // pdf.js takes Lao's vowel AM apart.
      .replaceAll('\u0eb3', '\u0ecd\u0eb2')
      .replace(/\r\n?/g, '\n')
      .replace(INVISIBLE, '')
      .replace(BROKEN_WORD, '')
      .replaceAll('\u00ad', '')
      .replace(/[ \t\u00a0]*\n[ \t]*/g, '\n')
      .replace(BROKEN_LINE, (match) => match.slice(0, -1))
  );
}

/** Words in order, without the punctuation at their edges. ZWNJ is a part of the word. */
export function wordsOf(text: string, lang: string): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return normalise(text)
    .split(/[\s\u1361]+/)
    .flatMap((piece) =>
      UNSPACED_WORD.test(piece) ? Array.from(segmenter.segment(piece), ({ segment }) => segment) : [piece],
    )
    .map((word) => word.replace(EDGES, '').replace(/^\u200c+|\u200c+$/g, ''))
    .filter((word) => word !== '');
}

/** Each two neighbouring words that one line of the source has with a space between them, as somebody would search for them. */
export function phrasesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const words = line.split(' ');
    return words.slice(1).flatMap((word, i) => {
      // A dash by itself parts two words.
      if (!/[\p{L}\p{N}]/u.test(word) || !/[\p{L}\p{N}]/u.test(words[i]!)) return [];
      return [`${words[i]} ${word}`.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '')];
    });
  });
}

export interface Score {
  readonly words: number;
  readonly found: number;
  /** Longest common subsequence of the words of both, which also asks for their order. */
  readonly inOrder: number;
  readonly missing: readonly string[];
}

/** A compound or an address is whole when it stands in the text but for the white space of a line end. */
function mayBreak(word: string): boolean {
  return /[-/@]/.test(word);
}

export function score(source: readonly string[], extracted: string, lang: string): Score {
  const words = wordsOf(extracted, lang);
  const dense = normalise(extracted).replace(/\s+/g, '');
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const missing: string[] = [];
  for (const word of source) {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    else if (!(mayBreak(word) && dense.includes(word))) missing.push(word);
  }
  return {
    words: source.length,
    found: source.length - missing.length,
    inOrder: commonSubsequence(source, words),
    missing,
  };
}

function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (let j = 0; j < b.length; j++)
      next[j + 1] = word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    row = next;
  }
  return row[b.length]!;
}

/** The words an author wrote: title and body, and those fields of the front matter that a kind of document prints. */
export function sourceText(edition: Edition, fields: readonly string[]): string {
  const { frontMatter } = edition;
  const from = (name: string): string[] => {
    if (name === 'body') return [blocksText(edition.body)];
    const inline = [...edition.inline].filter(([path]) => path === name || path.startsWith(`${name}.`));
    if (inline.length > 0) return inline.map(([, children]) => inlineText(children));
    const value = (frontMatter as unknown as Record<string, unknown>)[name];
    return typeof value === 'string' ? [value] : [];
  };
  const urls = fields.includes('references')
    ? (frontMatter.references ?? []).map((entry) => entry.url ?? '')
    : [];
  return [...fields.flatMap(from), ...urls].join('\n\n');
}

function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.children);
    case 'list':
      return block.items.map((item) => blocksText(item.children)).join('\n\n');
    case 'quote':
      return blocksText(block.children);
    case 'table':
      return [block.header, ...block.rows]
        .map((row) => row.map((cell) => inlineText(cell.children)).join(' '))
        .join('\n\n');
    case 'code':
      return block.text;
    case 'definition-list':
      return block.items
        .flatMap(({ term, definitions }) => [inlineText(term), ...definitions.map(blocksText)])
        .join('\n\n');
    case 'figure':
      return block.rows
        .flat()
        .map(({ image }) => inlineText(image.caption))
        .join('\n\n');
    case 'rule':
      return '';
  }
}

function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'code':
          return node.text;
        case 'break':
          return '\n';
        case 'image':
        case 'footnote-reference':
        case 'merge-field':
          return '';
        default:
          return inlineText(node.children);
      }
    })
    .join('');
}
