/** Makes the parcel of a publication for a translator: what is to be translated, and what is translated already. */
import type { Edition } from '../../content/edition.ts';
import { alignBlocks } from '../align.ts';
import { blocksOf, type FieldedEdition, type TextBlock } from '../blocks.ts';
import { placeOf } from '../findings.ts';
import { matchBlocks } from '../record/match-blocks.ts';
import type { TranslationRecord } from '../record/record.ts';
import { type ParcelText, parcelText, type Slot } from './parcel-text.ts';
import type { Parcel, ParcelEntry } from './po-file.ts';

export interface Translated {
  readonly content: FieldedEdition;
  readonly record?: TranslationRecord;
}

/** The parcel into `lang`; filled as far as there is a translation, fuzzy where its original has changed since. */
export function makeParcel(source: FieldedEdition, lang: string, translated?: Translated): Parcel {
  const { slug, lang: from } = source.edition;
  const done = translated ? translatedTexts(source, translated) : new Map<string, string>();
  const before = translated?.record ? previousTexts(source, translated.record) : new Map<string, string>();
  const entries = parcelBlocks(source).map(({ block, text }): ParcelEntry => {
    const previous = before.get(block.at);
    const translation = done.get(block.at) ?? '';
    return {
      context: block.at,
      original: text.text,
      translation,
      fuzzy: previous !== undefined && translation !== '',
      ...(previous !== undefined && translation !== '' && { previous }),
      reference: placeOf({ ...block.span, column: undefined }),
      ...(block.kind !== 'field' && {
        note: block.level ? `${block.kind}, level ${block.level}` : block.kind,
      }),
    };
  });
  return { slug, source: from, lang, entries };
}

export interface ParcelBlock {
  readonly block: TextBlock;
  readonly text: ParcelText;
}

/** Blocks that have something to translate: no code, and no note that is written where it is called, since it is in its paragraph. */
export function parcelBlocks({ edition, fields }: FieldedEdition): readonly ParcelBlock[] {
  return blocksOf({ edition, fields }).flatMap((block) => {
    const note = Number(/^note (\d+) /.exec(block.at)?.[1] ?? 0);
    if (block.kind === 'code' || (note > 0 && edition.footnotes[note - 1]?.label === '')) return [];
    const text = textOf(block, edition);
    return text.text === '' ? [] : [{ block, text }];
  });
}

/** The text of one block, with names of placeholders as the original has them. */
export function textOf(block: TextBlock, { footnotes }: Edition, known?: readonly Slot[]): ParcelText {
  const [picture] = block.inlines;
  if (block.kind === 'picture' && picture?.type === 'image') return { text: picture.image.alt, slots: [] };
  if (block.inlines.length === 0) return { text: block.text, slots: [] };
  return parcelText(block.inlines, footnotes, known);
}

/** Texts of the translation by the name of the block of the original that each stands for. */
function translatedTexts(source: FieldedEdition, { content }: Translated): ReadonlyMap<string, string> {
  const slots = new Map(parcelBlocks(source).map(({ block, text }) => [block.at, text.slots]));
  const tags = { source: source.edition.lang, translation: content.edition.lang };
  const pairs = alignBlocks(blocksOf(source), blocksOf(content), tags);
  return new Map(
    pairs.flatMap((pair) => {
      const [[from, ...others], [to, ...more]] = [pair.source, pair.translation];
      if (!from || !to || others.length + more.length > 0) return [];
      const { text } = textOf(to, content.edition, slots.get(from.at));
      // A draft has the original's text until somebody writes over it, and a table its mark until all cells are.
      const isDraft = to.lang === tags.source && to.text === from.text;
      return isDraft ? [] : [[from.at, text] as const];
    }),
  );
}

/** What blocks were when they were translated, of those that have changed since. */
function previousTexts(
  source: FieldedEdition,
  { blocks, of }: TranslationRecord,
): ReadonlyMap<string, string> {
  return new Map(
    matchBlocks(blocks, blocksOf(source), of).flatMap(({ before, after }) =>
      before && after && before.text !== after.text ? [[after.at, before.text] as const] : [],
    ),
  );
}
