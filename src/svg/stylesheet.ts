/**
 * Style sheets inside SVG files, as far as drawing programs write them: rules for elements, classes and ids, alone, together
 * and one inside another.
 */
import { blockEnd, type Declaration, readDeclarations } from './declarations.ts';
import { elementsIn, type SvgElement, textIn } from './element.ts';
import type { SvgReader } from './reader.ts';
import { type Compound, classesOf, matches, readSelector } from './selectors.ts';

interface Rule {
  readonly compounds: readonly Compound[];
  /** Ids, then classes, then elements: what counts more comes later (CSS Selectors 15). */
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
}

export class StyleSheet {
  /** By the id, class or element that its last compound needs. */
  readonly #rules = new Map<string, Rule[]>();

  /** The sheet of all `style` elements below `root`. */
  constructor(root: SvgElement, reader: SvgReader) {
    for (const element of styleElements(root)) {
      const media = element.attributes.get('media')?.value ?? 'all';
      if (!/\b(all|print|screen)\b/.test(media) && media.trim() !== '') continue;
      this.#read(textIn(element), element.children[0]?.at ?? element.at, reader);
    }
  }

  /** What the sheet says of an element, what counts less first. */
  declarationsFor(element: SvgElement, reader: SvgReader): readonly Declaration[] {
    if (this.#rules.size === 0) return [];
    const id = element.attributes.get('id')?.value;
    const keys = [
      element.name,
      '*',
      ...classesOf(element).map((name) => `.${name}`),
      ...(id ? [`#${id}`] : []),
    ];
    const rules = keys.flatMap((key) => this.#rules.get(key) ?? []);
    reader.countRules(rules.length, element.at);
    return rules
      .filter((rule) => matches(element, rule.compounds, rule.compounds.length - 1))
      .sort((a, b) => a.specificity - b.specificity)
      .flatMap(({ declarations }) => declarations);
  }

  #read(sheet: string, start: number, reader: SvgReader): void {
    const text = sheet.replace(/\/\*[\s\S]*?(\*\/|$)|<!--|-->/g, (found) => ' '.repeat(found.length));
    let at = 0;
    while (at < text.length) {
      const open = text.indexOf('{', at);
      const head = text.slice(at, open < 0 ? text.length : open);
      const from = at + (head.length - head.trimStart().length);
      if (head.trimStart().startsWith('@')) {
        at = this.#skipAtRule(text, from, text.indexOf(';', at), open, start, reader);
        continue;
      }
      if (open < 0) {
        if (head.trim() !== '')
          reader.error('svg-syntax', start + from, 1, 'a rule of the style sheet has no { … }');
        return;
      }
      const close = blockEnd(text, open);
      const declarations = readDeclarations(text.slice(open + 1, close), start + open + 1);
      for (const selector of head.split(',')) this.#add(selector.trim(), declarations, start + from, reader);
      at = close + 1;
    }
  }

  #skipAtRule(
    text: string,
    from: number,
    end: number,
    open: number,
    start: number,
    reader: SvgReader,
  ): number {
    const name = /^@[\w-]+/.exec(text.slice(from))?.[0] ?? '@';
    const isBlock = open >= 0 && (end < 0 || open < end);
    if (name !== '@charset' && name !== '@namespace') {
      const hint =
        name === '@font-face'
          ? 'put the font into the fonts/ folder of the project'
          : 'give elements a class, and the class its style, without conditions';
      reader.warn('svg-element', start + from, name.length, `\`${name}\` in a style sheet is not read`, hint);
    }
    if (isBlock) return blockEnd(text, open) + 1;
    return end < 0 ? text.length : end + 1;
  }

  #add(selector: string, declarations: readonly Declaration[], at: number, reader: SvgReader): void {
    const compounds = readSelector(selector);
    const last = compounds?.[compounds.length - 1];
    if (!compounds || !last) {
      if (selector !== '')
        reader.warn(
          'svg-element',
          at,
          1,
          `the selector "${selector}" in a style sheet is not understood`,
          'give elements a class',
        );
      return;
    }
    const key = last.id ? `#${last.id}` : last.classes[0] ? `.${last.classes[0]}` : (last.tag ?? '*');
    const specificity = compounds.reduce(
      (sum, { tag, id, classes }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (tag ? 1 : 0),
      0,
    );
    const rules = this.#rules.get(key);
    const rule = { compounds, specificity, declarations };
    if (rules) rules.push(rule);
    else this.#rules.set(key, [rule]);
  }
}

function* styleElements(element: SvgElement): Generator<SvgElement> {
  if (element.name === 'style') yield element;
  for (const child of elementsIn(element)) yield* styleElements(child);
}
