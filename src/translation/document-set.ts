/** All editions of a publication, which of them is the original, and what each translation was made from. */
import type { PlannedEdition } from '../project/plan.ts';
import type { FieldedEdition } from './blocks.ts';
import type { TranslationRecord } from './record/record.ts';

/** One language of a publication, as it was read. */
export interface SetMember {
  readonly planned: PlannedEdition;
  /** Undefined when the file has errors. */
  readonly content?: FieldedEdition;
  readonly record?: TranslationRecord;
}

/** The editions of one slug. */
export interface DocumentSet {
  readonly slug: string;
  /** Sorted by language. */
  readonly members: readonly SetMember[];
}

/**
 * The language of a set's original: the one that its translations name, most of them at least; that of bayan.yaml; English, or
 * the first, of those that are no translation. Undefined for a set that consists of translations alone.
 *
 * @param preferred canonical tag of `source` in bayan.yaml
 */
export function sourceLanguage({ members }: DocumentSet, preferred: string | undefined): string | undefined {
  const present = new Set(members.map(({ planned }) => planned.lang));
  const originals = members.flatMap(({ planned, content }) =>
    content && content.edition.frontMatter.translation === undefined ? [planned.lang] : [],
  );
  const named = new Map<string, number>();
  for (const { content } of members) {
    const of = content?.edition.frontMatter.translation?.of;
    if (of !== undefined && present.has(of)) named.set(of, (named.get(of) ?? 0) + 1);
  }
  const [most] = [...named].sort(
    ([a, votes], [b, others]) =>
      Number(originals.includes(b)) - Number(originals.includes(a)) || others - votes,
  );
  if (most) return most[0];
  if (preferred !== undefined && present.has(preferred)) return preferred;
  return originals.includes('en') ? 'en' : originals[0];
}

/** What an edition was translated from: the language its front matter names, or else that of the set; undefined for an original. */
export function originalOf(member: SetMember, source: string | undefined): string | undefined {
  const named = member.content?.edition.frontMatter.translation?.of;
  if (named !== undefined && named !== member.planned.lang) return named;
  return member.planned.lang === source ? undefined : (member.record?.of ?? source);
}
