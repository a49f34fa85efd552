/**
 * The style sheet: templates/styles.yaml as tokens, with the project's own over Bayan's. A style names what it changes;
 * the rest comes from the text around it.
 */
import * as v from 'valibot';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { knownYaml } from '../files/known-file.ts';
import { readEntries } from '../files/settings-file.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { Language } from '../language/language.ts';
import { ancestors, pick } from '../language/tag.ts';

const length = v.union([
  v.number(),
  v.pipe(v.string(), v.regex(/^-?\d*\.?\d+em$/, 'must be a number of points, or of ems such as 1.2em')),
]);
const lengths = v.union([length, v.pipe(v.array(length), v.minLength(1), v.maxLength(4))]);

const share = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?%$/, 'a length, or a share such as 33%'));

/** How text is set, and where a block stands among others. */
const textProperties = {
  font: v.picklist(['serif', 'sans', 'display', 'mono']),
  size: length,
  lineHeight: v.pipe(v.number(), v.minValue(0.8), v.maxValue(4)),
  weight: v.picklist(['normal', 'bold']),
  italic: v.boolean(),
  color: v.string(),
  align: v.picklist(['start', 'center', 'end', 'justify']),
  underline: v.boolean(),
  tracking: v.number(),
  indent: length,
  hyphenate: v.boolean(),
  keepWithNext: v.boolean(),
  balance: v.boolean(),
  margin: lengths,
} as const;

/** What is drawn around text: the furniture of lists, tables, boxes and rules. Lines do not shrink with the type. */
const furniture = {
  padding: lengths,
  /** Between a marker and its text; between columns. */
  gap: length,
  /** Between the items of a list, the paragraphs of a footnote. */
  spacing: length,
  fill: v.string(),
  /** The bar along the start edge of a box. */
  barColor: v.string(),
  barWidth: v.number(),
  lines: v.picklist(['none', 'horizontal']),
  lineColor: v.string(),
  lineWidth: v.number(),
  /** Of the lines above, below and under the head of a table. */
  edgeWidth: v.number(),
  /** Of a rule: how much of its column it takes. */
  width: v.union([length, share]),
} as const;

const properties = { ...textProperties, ...furniture } as const;

/** Names of the properties that belong to a kind of block and not to its text. */
export const FURNITURE = Object.keys(furniture) as readonly (keyof typeof furniture)[];

const rule = v.partial(v.strictObject(properties));
/** One style of styles.yaml. */
export const StyleSchema = v.partial(
  v.strictObject({
    ...properties,
    extends: v.string(),
    scripts: v.record(v.string(), rule),
    languages: v.record(v.string(), rule),
  }),
);

export type StyleRule = v.InferOutput<typeof rule>;
export type Style = v.InferOutput<typeof StyleSchema>;

export class StyleSheet {
  readonly #styles: ReadonlyMap<string, Style>;

  constructor(styles: ReadonlyMap<string, Style>) {
    this.#styles = styles;
  }

  /** The rules of a style for a language, with what it extends; unknown names are reported once and change nothing. */
  rules(name: string, language: Language, report: Report, span: SourceSpan | undefined): StyleRule {
    const found = this.#styles.get(name);
    if (!found) {
      const near = nearest(name, [...this.#styles.keys()]);
      report.error('style-unknown', span, `there is no style "${name}" in styles.yaml`, {
        hint: near ? `did you mean "${near}"?` : `styles are: ${[...this.#styles.keys()].join(', ')}`,
      });
      return {};
    }
    const { extends: parent, scripts, languages, ...own } = found;
    const base = parent ? this.rules(parent, language, report, span) : {};
    return {
      ...base,
      ...own,
      ...scripts?.[language.script],
      ...(languages && pick(languages, ancestors(language.tag))),
    };
  }

  has(name: string): boolean {
    return this.#styles.has(name);
  }

  get names(): readonly string[] {
    return [...this.#styles.keys()];
  }
}

/** Reads style sheets, Bayan's first and the project's last; faults are reported with their place. */
export function readStyleSheet(sheets: readonly SourceFile[], report: Report): StyleSheet {
  const styles = new Map<string, Style>();
  /** Where styles say what they extend, sheet by sheet, the last first. */
  const parents: ReadonlyMap<string, SourceSpan>[] = [];
  for (const sheet of sheets) {
    // Bayan's own sheet is checked when it is bundled.
    const known = knownYaml(sheet.digest) as Readonly<Record<string, Style>> | undefined;
    const yaml = known ? undefined : readEntries(sheet, 'style-invalid', v.nullish(StyleSchema, {}), report);
    const places = new Map<string, SourceSpan>();
    parents.unshift(places);
    for (const [name, rules] of known ? Object.entries(known) : (yaml?.value ?? [])) {
      styles.set(name, { ...styles.get(name), ...rules });
      if (yaml && rules.extends !== undefined) places.set(name, yaml.span([name, 'extends']));
    }
  }
  checkParents(styles, parents, report);
  return new StyleSheet(styles);
}

/** Cuts and reports what extends a style that does not exist, or one that extends it in turn. */
function checkParents(
  styles: Map<string, Style>,
  sheets: readonly ReadonlyMap<string, SourceSpan>[],
  report: Report,
): void {
  const cut = (name: string, message: string, hint: string) => {
    const place = sheets.find((places) => places.has(name))?.get(name);
    report.error('style-invalid', place, message, { hint });
    const { extends: _, ...rest } = styles.get(name)!;
    styles.set(name, rest);
  };
  // The sheet that was read last, a project's, is the one that can have closed a circle.
  for (const name of sheets.flatMap((places) => [...places.keys()])) {
    const parent = styles.get(name)?.extends;
    if (parent === undefined) continue;
    if (!styles.has(parent)) {
      const near = nearest(parent, [...styles.keys()]);
      const hint = near ? `did you mean "${near}"?` : 'name a style of styles.yaml';
      cut(name, `style "${name}" extends "${parent}", and there is no such style`, hint);
      continue;
    }
    const chain = [name];
    let next: string | undefined = parent;
    while (next !== undefined && !chain.includes(next)) {
      chain.push(next);
      next = styles.get(next)?.extends;
    }
    if (next !== name) continue;
    const circle = [...chain, name].map((each) => `"${each}"`).join(' extends ');
    cut(name, `styles extend each other in a circle: ${circle}`, 'take one "extends" away');
  }
}
