/** What a template sees of those who have signed: counts, and names in the order of the language of the page, in groups. */
import type { FrontMatter } from '../../content/fields/common-fields.ts';
import type { Language } from '../../language/language.ts';
import { hasWords, printLocale } from '../../language/locale.ts';
import type { SignatoryEntry, SignatoryGroup, SignatoryVariables } from '../../template/apply.ts';
import { countOf, SIGNATORY_KINDS, type Signatory, type SignatoryList } from './signatory.ts';

/** The most columns that names are set in. */
const MOST_COLUMNS = 4;
/** Up to so many stand in one column, and up to so many in two. */
const [FEW, SOME] = [10, 40];

export function signatoryVariables(
  list: SignatoryList,
  settings: FrontMatter['signatories'],
  language: Language,
): SignatoryVariables {
  const { named, withheld } = list;
  const { organisation, person } = withheld;
  const [organisations, people] = [countOf(list, 'organisation'), countOf(list, 'person')];
  const columns = settings?.columns ?? (named.length <= FEW ? 1 : named.length <= SOME ? 2 : 3);
  return {
    all: organisations + people,
    organisations,
    people,
    countries: new Set(named.flatMap(({ country }) => countryName(country, language) ?? [])).size,
    withheld: organisation + person,
    withheldOrganisations: organisation,
    withheldPeople: person,
    columns: Math.min(MOST_COLUMNS, Math.max(1, Math.round(columns))),
    groups: groupsOf(named, settings?.by ?? 'kind', language),
  };
}

function groupsOf(
  named: readonly Signatory[],
  by: 'country' | 'kind' | 'name',
  language: Language,
): readonly SignatoryGroup[] {
  const collator = new Intl.Collator(printLocale(language), { numeric: true });
  // Names that a collation takes for the same stand in the order of their characters.
  const compare = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
  const sorted = [...named].sort((a, b) => compare(a.name, b.name));
  const entries = (some: readonly Signatory[]): readonly SignatoryEntry[] =>
    some.map((one) => entryOf(one, by !== 'country', language));
  if (by === 'country') {
    const countries = new Map<string, Signatory[]>();
    for (const one of sorted) {
      const country = countryName(one.country, language) ?? '';
      countries.set(country, [...(countries.get(country) ?? []), one]);
    }
    // Those without a country come first, where they are under no heading.
    return [...countries]
      .sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : compare(a, b)))
      .map(([country, some]) => ({ country: country || null, kind: null, entries: entries(some) }));
  }
  const kinds = SIGNATORY_KINDS.map((kind) => sorted.filter((one) => one.kind === kind));
  if (by === 'name' || kinds.some((some) => some.length === 0))
    return sorted.length === 0 ? [] : [{ country: null, kind: null, entries: entries(sorted) }];
  return kinds.map((some) => ({ country: null, kind: some[0]!.kind, entries: entries(some) }));
}

function entryOf(
  { kind, name, office, organisation, country }: Signatory,
  withCountry: boolean,
  language: Language,
): SignatoryEntry {
  const place = withCountry ? countryName(country, language) : undefined;
  return { kind, name, details: [office, organisation, place].filter((text) => text !== undefined) };
}

/** A code as the language calls the country; a name as it is written, since what a country is called is for authors to say. */
function countryName(country: string | undefined, language: Language): string | undefined {
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return country;
  const locale = hasWords(language.tag) ? printLocale(language) : 'en';
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country);
}
