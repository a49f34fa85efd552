/**
 * The text of one paragraph while it is gathered: runs with a style, and elements of the tag tree for links, code,
 * foreign phrases and calls of notes. Both front ends say what stands where; how it is set and tagged is said here.
 */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { InlinePictureNode } from '../../document/nodes.ts';
import type { TextSpan } from '../../document/style.ts';
import {
  type Role,
  type StructureElement,
  type StructureProperties,
  structureElement,
} from '../../document/tags.ts';
import { formatNumber } from '../../language/numerals.ts';
import { callName, noteName } from '../note-words.ts';
import { pictureContent } from '../pictures.ts';
import { languageAt, rulesOf, type Scope, textStyle, within } from '../scope.ts';
import { drawingLinks } from './drawing-links.ts';
import type { Around, InlinePicture, InlinePlace, Phrase } from './inline-content.ts';

/** Adds content in a place; of a whole paragraph, or of a link or phrase in it. */
export type InlineContent = (spans: SpanBuilder, place: InlinePlace) => void;

/** Inside a group of its own, nothing is part of the element around that. */
function inGroup(around: Around, group: number, properties: Around): Around {
  const { element: _, ...rest } = around;
  return { ...rest, group, ...properties };
}

/** Stands in the text for a picture (U+FFFC, object replacement character). */
const OBJECT = '\ufffc';

export class SpanBuilder {
  readonly groups = new Map<number, StructureElement>();
  /** Pictures among the words, by the key of their span's element. */
  readonly pictures = new Map<number, InlinePictureNode>();
  /** Footnotes called, in order. */
  readonly notes: number[] = [];
  readonly #spans: TextSpan[] = [];
  readonly #owner: StructureElement | undefined;
  /** Names of the place that comes next. */
  #names: readonly string[] = [];
  /** Groups are numbered within their paragraph, so that a paragraph that is the same looks the same. */
  #lastGroup = 0;

  /** @param owner the element of the paragraph; undefined inside artifacts */
  constructor(owner: StructureElement | undefined) {
    this.#owner = owner;
  }

  /** White space is not doubled where two pieces meet. */
  text(text: string, { scope, around }: InlinePlace, source: SourceSpan): void {
    const last = this.#spans[this.#spans.length - 1];
    const joined = last?.text.endsWith(' ') && text.startsWith(' ') ? text.slice(1) : text;
    if (joined === '') return;
    this.#push({ text: joined, style: textStyle(scope), language: scope.language, ...around, source });
  }

  /** Names what comes next, for links. */
  name(name: string): void {
    this.#names = [...this.#names, name];
  }

  #push(span: TextSpan): void {
    this.#spans.push(this.#names.length > 0 ? { ...span, destinations: this.#names } : span);
    this.#names = [];
  }

  lineBreak(place: InlinePlace, source: SourceSpan): void {
    this.text('\u2028', place, source);
  }

  /** Code: inside a link or phrase it is isolated as part of that; elsewhere it is a group of its own. */
  code(text: string, { scope, around }: InlinePlace, source: SourceSpan): void {
    const inner = within(scope, rulesOf(scope, 'code', source), source);
    const element = this.#group('Code', {}, around);
    const key = around.group === undefined ? { group: element, element } : { element };
    this.text(text, { scope: inner, around: { ...around, ...key, isolate: 'auto' } }, source);
  }

  /** All the lines of a code block. */
  codeLines(text: string, { scope, around }: InlinePlace, source: SourceSpan): void {
    const group = this.#group('Code', {}, around);
    this.text(text, { scope, around: { ...around, group } }, source);
  }

  /** A link; `contents` says in words where it leads. */
  link(href: string, contents: string, { scope, around }: InlinePlace, add: InlineContent): void {
    const inner = within(scope, rulesOf(scope, 'link', undefined));
    const group = this.#group('Link', { link: { href, contents } }, around);
    add(this, { scope: inner, around: inGroup(around, group, { link: href, isolate: 'auto' }) });
  }

  /** A link that looks like the text around it: an entry of the table of contents. */
  reference(href: string, contents: string, { scope, around }: InlinePlace, add: InlineContent): void {
    const group = this.#group('Link', { link: { href, contents } }, around);
    add(this, { scope, around: inGroup(around, group, { link: href, isolate: 'auto' }) });
  }

  /** Text in another style, language or direction; the latter two make it an element that is isolated (UAX #9). */
  phrase(phrase: Phrase, { scope, around }: InlinePlace, add: InlineContent): void {
    const { id, styles, lang, dir, isolated = false, span } = phrase;
    if (id) this.name(id);
    const language = lang ? languageAt(scope, lang, span) : scope.language;
    const base: Scope = { ...scope, language };
    const inner = styles ? within(base, rulesOf(base, styles, span), span) : base;
    if (!lang && !dir && !isolated) {
      add(this, { scope: inner, around });
      return;
    }
    const group = this.#group('Span', { lang: language.tag }, around);
    const isolate = dir ?? (isolated ? 'auto' : language.dir);
    add(this, { scope: inner, around: inGroup(around, group, { isolate }) });
  }

  /** Strong or emphasised words: another look, and an element of their own that isolates nothing. */
  stressed(role: 'Strong' | 'Em', { scope, around }: InlinePlace, add: InlineContent): void {
    const look = role === 'Strong' ? { bold: true } : { italic: true };
    const element = this.#group(role, {}, around);
    add(this, { scope: { ...scope, ...look }, around: { ...around, element } });
  }

  /** The number that calls a footnote; its link says the first words of it. */
  noteCall(index: number, { scope, around }: InlinePlace, source: SourceSpan): void {
    const number = formatNumber(index + 1, scope.language);
    const href = `#${noteName(index)}`;
    const contents = `${number}: ${scope.environment.noteWords.said(index)}`;
    const outer = this.#group('Reference', {}, around);
    const group = this.#group('Link', { link: { href, contents } }, { group: outer });
    this.notes.push(index);
    this.name(callName(index));
    this.#push({
      text: number,
      note: index,
      style: { ...textStyle(scope), superscript: true },
      language: scope.language,
      group,
      isolate: scope.dir,
      link: href,
      source,
    });
  }

  /** A picture in the line, a Figure among the words of its paragraph. */
  picture({ path, alt, width, amongWords, id, span }: InlinePicture, { scope, around }: InlinePlace): void {
    const content = pictureContent(scope.environment.pictures, path, scope.language);
    if (!content) return;
    if (id) this.name(id);
    const element = alt === '' ? ++this.#lastGroup : this.#group('Figure', { alt }, around);
    const size = width === undefined ? {} : { width };
    const figure = this.groups.get(element);
    const links = drawingLinks({ content, path, span }, scope, () => figure ?? this.#elementAt(around));
    this.pictures.set(element, { ...content, ...links, ...size, amongWords, source: span });
    const run = { text: OBJECT, style: textStyle(scope), language: scope.language };
    this.#push({ ...run, ...around, element, source: span });
  }

  /** The spans; white space at the edges of a paragraph is not text. */
  finish(): TextSpan[] {
    const texts = this.#spans.map(({ text }) => text);
    let end = texts.length;
    while (end > 0 && /^[ \n]*$/.test(texts[end - 1]!)) end--;
    let start = 0;
    while (start < end && /^ *$/.test(texts[start]!)) start++;
    return this.#spans.slice(start, end).map((span, index, all) => {
      const head = index === 0 ? span.text.replace(/^ +/, '') : span.text;
      const text = index === all.length - 1 ? head.replace(/[ \n]+$/, '') : head;
      return text === span.text ? span : { ...span, text };
    });
  }

  /** A group of spans with its own element in the tag tree, inside the element of the group around it. */
  #group(role: Role, properties: StructureProperties, around: Around): number {
    const group = ++this.#lastGroup;
    const parent = this.#elementAt(around);
    if (parent) this.groups.set(group, structureElement(role, parent, properties));
    return group;
  }

  /** The element that a piece of the paragraph belongs to. */
  #elementAt({ element, group }: Around): StructureElement | undefined {
    const outer = element ?? group;
    return (outer !== undefined && this.groups.get(outer)) || this.#owner;
  }
}
