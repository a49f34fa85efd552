/** What has changed in a publication: all its languages and kinds, from one state of it to another. */
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { comparePrints, type PrintChanges } from './compare.ts';
import type { PrintedEdition } from './printed.ts';

/** A publication in one state: as it is, as it was at a commit, as PDFs have it. */
export interface PrintSource {
  /** Canonical tags of the languages it is in. */
  readonly langs: readonly string[];
  /** The kinds that it is printed in. */
  kinds(lang: string): readonly string[] | Unreadable;
  print(lang: string, kind: string): Promise<PrintedEdition | Unreadable>;
}

/** Why there is nothing to compare, in words that follow “it is not compared: ”. */
export interface Unreadable {
  readonly reason: string;
}

/** A document in both states, or in one of them alone. */
export interface ComparedPrint extends PrintChanges {
  readonly kind: string;
  readonly state: 'compared' | 'added' | 'removed';
}

export type PrintComparison =
  | ComparedPrint
  | { readonly kind: string; readonly state: 'unread'; readonly reason: string };

export interface LanguageChanges {
  readonly lang: string;
  readonly prints: readonly PrintComparison[];
}

export interface PublicationChanges {
  readonly slug: string;
  /** What it is compared with, in words. */
  readonly since: string;
  readonly languages: readonly LanguageChanges[];
}

/** What a report is headed by. */
export interface PublicationTitle {
  readonly text: string;
  readonly lang: string;
  /** Of the publication, as front matter has it. */
  readonly date: string;
}

export interface Selection {
  readonly langs?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
}

/** Compares all that two states have of a publication, language by language. */
export async function compareStates(
  before: PrintSource,
  after: PrintSource,
  { langs, kinds }: Selection,
): Promise<readonly LanguageChanges[]> {
  const all = [...new Set([...before.langs, ...after.langs])].sort(byCodeUnit);
  const languages: LanguageChanges[] = [];
  for (const lang of all.filter((tag) => langs?.includes(tag) ?? true)) {
    const [old, now] = [kindsOf(before, lang), kindsOf(after, lang)];
    const prints: PrintComparison[] = [];
    if (isUnreadable(old) || isUnreadable(now)) {
      const { reason } = isUnreadable(now) ? now : (old as Unreadable);
      prints.push({ kind: '', state: 'unread', reason });
    } else
      for (const kind of [...new Set([...now, ...old])])
        if (kinds?.includes(kind) ?? true)
          prints.push(
            await comparePrint(lang, kind, {
              ...(old.includes(kind) && { before }),
              ...(now.includes(kind) && { after }),
            }),
          );
    languages.push({ lang, prints });
  }
  return languages;
}

const kindsOf = (source: PrintSource, lang: string): readonly string[] | Unreadable =>
  source.langs.includes(lang) ? source.kinds(lang) : [];

const NOTHING: PrintedEdition = { lang: '', pages: [], blocks: [] };

async function comparePrint(
  lang: string,
  kind: string,
  { before, after }: { readonly before?: PrintSource; readonly after?: PrintSource },
): Promise<PrintComparison> {
  const now = (await after?.print(lang, kind)) ?? { ...NOTHING, lang };
  if (isUnreadable(now)) return { kind, state: 'unread', ...now };
  const old = (await before?.print(lang, kind)) ?? { ...NOTHING, lang };
  if (isUnreadable(old)) return { kind, state: 'unread', ...old };
  const state = !before ? 'added' : !after ? 'removed' : 'compared';
  return { kind, state, ...comparePrints(old, now) };
}

export function isUnreadable(found: object): found is Unreadable {
  return 'reason' in found;
}

/** Whether anything is different; what could not be compared may be. */
export function isDifferent(prints: readonly PrintComparison[]): boolean {
  return prints.some(
    (print) =>
      print.state !== 'compared' ||
      print.blocks.length > 0 ||
      print.pages.length !== print.pagesBefore ||
      print.pages.some(({ state }) => state !== 'same'),
  );
}
