/**
 * The text of a block as a translator gets it: Markdown for emphasis and code, and a placeholder for everything that is not
 * translated – where a link leads, which note is called, which picture stands there.
 */
import type { Attributes, Footnote, Inline } from '../../content/edition.ts';
import { closingOf, oneLine, openingOf } from '../block-text.ts';

/** What a placeholder stands for. */
export interface Slot {
  /** `link1`: `{link1}` stands alone, or before words that end with `{/link1}`. */
  readonly name: string;
  /** Tells slots of two languages that stand for the same. */
  readonly key: string;
  /** The Markdown in its place, or before the words it is around. */
  readonly open: string;
  /** The Markdown behind the words it is around. */
  readonly close?: string;
}

export interface ParcelText {
  readonly text: string;
  readonly slots: readonly Slot[];
}

interface Context {
  readonly footnotes: readonly Footnote[];
  /** Slots of the original, whose names are used for what stands for the same. */
  readonly known: readonly Slot[];
  readonly slots: Slot[];
}

/**
 * The text and its placeholders.
 *
 * @param known slots of the original, when this is its translation
 */
export function parcelText(
  inlines: readonly Inline[],
  footnotes: readonly Footnote[],
  known: readonly Slot[] = [],
): ParcelText {
  const slots: Slot[] = [];
  const text = oneLine(write(inlines, { footnotes, known, slots }));
  // What begins like a list, a heading or a quotation is none here.
  return { text: text.replace(/^(?=[-+>#](?:\s|$))|^(\d+)(?=[.)]\s)/, (start) => `${start}\\`), slots };
}

const write = (inlines: readonly Inline[], context: Context): string =>
  inlines.map((inline) => writeOne(inline, context)).join('');

function writeOne(inline: Inline, context: Context): string {
  switch (inline.type) {
    case 'text':
      return escaped(inline.text);
    case 'code':
      return codeOf(inline.text);
    case 'emphasis':
      return `*${write(inline.children, context)}*`;
    case 'strong':
      return `**${write(inline.children, context)}**`;
    case 'deleted':
      return `~~${write(inline.children, context)}~~`;
    case 'break':
      return ` ${single('break', 'break', '\\\n', context)} `;
    case 'footnote-reference': {
      const { label = '', children = [] } = context.footnotes[inline.index] ?? {};
      if (label !== '') return single('note', label, `[^${label}]`, context);
      // A note that is written where it is called.
      const [only] = children;
      const words = only?.type === 'paragraph' ? write(only.children, context) : '';
      return around('note', 'here', '^[', ']', words, context);
    }
    case 'image': {
      const { path, title } = inline.image;
      const end = `](${address(`/${path}`)}${titled(title)})${attributesOf(inline.image.attributes)}`;
      return around('image', path, '![', end, escaped(inline.image.alt), context);
    }
    case 'merge-field':
      return single('field', inline.name, `{{${inline.name}}}`, context);
    case 'span': {
      const { when } = inline;
      if (when) {
        const [open, close] = [openingOf(when), closingOf(when)];
        return around('if', open + close + when.field, open, close, write(inline.children, context), context);
      }
      return around(
        'span',
        JSON.stringify(inline.attributes),
        '[',
        `]${attributesOf(inline.attributes)}`,
        write(inline.children, context),
        context,
      );
    }
    case 'link': {
      const { url, title, children } = inline;
      const [only, ...more] = children;
      const bare =
        only?.type === 'text' && more.length === 0 && isAddress(only.text, url) ? only.text : undefined;
      if (bare !== undefined) return single('link', url, bare === url ? `<${url}>` : bare, context);
      return around(
        'link',
        url,
        '[',
        `](${address(url)}${titled(title)})`,
        write(children, context),
        context,
      );
    }
  }
}

function single(kind: string, key: string, open: string, context: Context): string {
  return `{${slot(kind, key, open, undefined, context)}}`;
}

function around(
  kind: string,
  key: string,
  open: string,
  close: string,
  words: string,
  context: Context,
): string {
  const name = slot(kind, key, open, close, context);
  return `{${name}}${words}{/${name}}`;
}

/** The name of a slot: that of the original's for the same, or the next number. */
function slot(kind: string, key: string, open: string, close: string | undefined, context: Context): string {
  const { known, slots } = context;
  const taken = new Set(slots.map(({ name }) => name));
  const same = known.find((one) => one.name.startsWith(kind) && one.key === key && !taken.has(one.name));
  const names = new Set([...taken, ...known.map((one) => one.name)]);
  let number = 1;
  while (names.has(`${kind}${number}`)) number++;
  const name = same?.name ?? `${kind}${number}`;
  slots.push({ name, key, open, ...(close !== undefined && { close }) });
  return name;
}

/** Whether a link shows its address, but perhaps for `https://` or `mailto:`. */
const isAddress = (text: string, url: string): boolean =>
  url.endsWith(text) && /^(?:[a-z]+:(?:\/\/)?)?$/i.test(url.slice(0, url.length - text.length));

const address = (url: string): string => (/[\s()<>]/.test(url) ? `<${url.replace(/[<>]/g, '\\$&')}>` : url);
const titled = (title: string | undefined): string =>
  title === undefined || title === '' ? '' : ` "${title.replace(/["\\]/g, '\\$&')}"`;

function attributesOf({ id, lang, dir, style }: Attributes): string {
  const written = [id && `#${id}`, style && `.${style}`, lang && `lang=${lang}`, dir && `dir=${dir}`].filter(
    Boolean,
  );
  return written.length === 0 ? '' : `{${written.join(' ')}}`;
}

function codeOf(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return longest > 0 ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}

/** Text whose signs are not those of Markdown. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]{}<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)/g, '\\~')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** What is wrong with the placeholders of a translation, in words; undefined when all are there, once, and closed. */
export function placeholderProblem(source: ParcelText, translation: string): string | undefined {
  const found = [...translation.matchAll(PLACEHOLDER)].map(([mark]) => mark);
  const wanted = [...source.text.matchAll(PLACEHOLDER)].map(([mark]) => mark);
  const lost = wanted.filter((mark) => !found.includes(mark));
  const strange = found.filter((mark) => !wanted.includes(mark));
  const twice = found.filter((mark, index) => found.indexOf(mark) !== index);
  if (lost.length > 0) return `${lost.join(' ')} is missing`;
  if (strange.length > 0) return `there is no ${strange.join(' ')} in the original`;
  if (twice.length > 0) return `${twice.join(' ')} is there twice`;
  const inside: string[] = [];
  for (const mark of found) {
    const name = mark.slice(1, -1);
    if (name.startsWith('/') && inside.pop() !== name.slice(1)) return `${mark} is in the wrong place`;
    if (wanted.includes(`{/${name}}`)) inside.push(name);
  }
  return undefined;
}

/** The Markdown of a translation; its placeholders must be right. */
export function markdownOf(translation: string, slots: readonly Slot[]): string {
  return translation.replace(PLACEHOLDER, (mark, end: string, name: string) => {
    const found = slots.find((one) => one.name === name);
    return (end === '/' ? found?.close : found?.open) ?? mark;
  });
}

const PLACEHOLDER = /(?<!\\)\{(\/?)((?:link|note|image|span|break|field|if)\d+)\}/g;
