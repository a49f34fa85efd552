/**
 * A translation before it is translated: the original with its facts as they are and its texts marked with the original's
 * language, to be written over one by one. It can be printed at every moment, as a draft.
 */
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { Report } from '../diagnostics/diagnostic.ts';
import { splitFrontMatter } from './fences.ts';
import { COMMON_FIELDS } from './fields/common-fields.ts';
import { type Field, type Fields, innerFields } from './fields/field.ts';
import { markTexts } from './mark-texts.ts';

export interface TranslationOptions {
  /** Tag of the original's language. */
  readonly original: string;
  /** Attributes for blocks in the original's language: `lang=en dir=ltr`. */
  readonly mark: string;
  /** The fields of a text of these kinds. */
  readonly fieldsOf: (kinds: readonly string[]) => Fields;
}

/** Stands for the name of the translator until they write theirs. */
export const TRANSLATOR = 'Name of the translator';

/** What a draft says to those who write over it. */
const noteOn = (mark: string): readonly string[] => [
  ` Translate each text that is marked ${mark}, and take its mark away.`,
  ' What is not marked stays as it is: dates, kinds, addresses, references.',
];

/** A translation without what its draft said of marks, once there is none left. */
export function withoutDraftNote(text: string, original: string): string {
  const note = noteOn(`{lang=${original}}`).map((line) => `#${line}\n`);
  const rest = note.reduce((left, line) => left.replace(line, ''), text).replace(/^---\n\n/, '---\n');
  return rest.includes(`{lang=${original}`) ? text : rest;
}

/** Columns at which YAML folds long text. */
const WIDTH = 100;

/**
 * The text of the new file.
 *
 * @returns undefined when the original has no front matter that can be read
 */
export function draftTranslation(original: string, options: TranslationOptions): string | undefined {
  const lines = original.replace(/\r\n?/g, '\n').split('\n');
  const split = splitFrontMatter(lines, '', new Report());
  const front = split && translateFrontMatter(split.yaml, options);
  if (!split || front === undefined) return undefined;
  return `---\n${front}---\n${markTexts(lines.slice(split.bodyLine).join('\n'), options.mark)}`;
}

function translateFrontMatter(yaml: string, { original, fieldsOf }: TranslationOptions): string | undefined {
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const mark = `{lang=${original}}`;
  const kinds = document.contents.get('kinds');
  const asked = isSeq(kinds)
    ? kinds.items.map((item) => (isScalar(item) ? String(item.value) : ''))
    : COMMON_FIELDS.kinds.fallback;
  markFields(fieldsOf(asked), document.contents, mark);
  document.set('translation', document.createNode({ of: original, by: TRANSLATOR, status: 'draft' }));
  document.commentBefore = [
    ...noteOn(mark),
    ...(document.commentBefore ? [document.commentBefore] : []),
  ].join('\n');
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
}

/** Marks the Markdown in a map of fields as being in the original's language. */
function markFields(fields: Fields, map: unknown, mark: string): void {
  if (!isMap(map)) return;
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (Object.hasOwn(fields, name)) markField(fields[name]!, value, mark);
  }
}

function markField(field: Field, node: unknown, mark: string): void {
  if (field.kept === true) return;
  const inner = innerFields(field);
  if (inner) markFields(inner, node, mark);
  else if (field.type === 'list' && isSeq(node))
    for (const item of node.items) markField(field.of, item, mark);
  else if (field.type === 'named' && isMap(node))
    for (const { value } of node.items) markField(field.of, value, mark);
  else if (field.type === 'markdown' && isScalar(node)) markScalar(node as Scalar<unknown>, mark);
}

function markScalar(node: Scalar<unknown>, mark: string): void {
  const text = String(node.value ?? '').trim();
  if (text !== '' && !text.endsWith('}')) node.value = `${text} ${mark}`;
}
