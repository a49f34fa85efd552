/** A translator's parcel as a PO file, which Poedit, OmegaT, Weblate and others read: one entry for each block. */
import { type GetTextTranslation, po } from 'gettext-parser';

export interface ParcelEntry {
  /** Its place: the name of the block in the original. */
  readonly context: string;
  readonly original: string;
  /** Empty where there is none yet. */
  readonly translation: string;
  /** To be looked at again: the original has changed. */
  readonly fuzzy: boolean;
  /** What the original was when it was translated. */
  readonly previous?: string;
  /** Where it is in the project: `content/a/en.md:12`. */
  readonly reference?: string;
  /** For the translator: a heading, an item of a list. */
  readonly note?: string;
}

export interface Parcel {
  readonly slug: string;
  /** Canonical tags. */
  readonly source: string;
  readonly lang: string;
  /** Who translated, as their program has written it into the file. */
  readonly translator?: string;
  readonly entries: readonly ParcelEntry[];
}

const SLUG = 'X-Bayan-Document';
const SOURCE = 'X-Source-Language';

/** The file; the same parcel, the same text. */
export function renderParcel({ slug, source, lang, entries }: Parcel): string {
  const translations: Record<string, Record<string, GetTextTranslation>> = { '': {} };
  for (const { context, original, translation, fuzzy, previous, reference, note } of entries)
    translations[context] = {
      [original]: {
        msgctxt: context,
        msgid: original,
        msgstr: [translation],
        comments: {
          ...(note !== undefined && { extracted: note }),
          ...(reference !== undefined && { reference }),
          ...(fuzzy && { flag: 'fuzzy' }),
          ...(previous !== undefined && { previous: `msgid ${JSON.stringify(previous)}` }),
        },
      },
    };
  const headers = {
    'Project-Id-Version': slug,
    Language: lang.replaceAll('-', '_'),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    [SLUG]: slug,
    [SOURCE]: source,
  };
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 76 }).toString('utf8');
}

export type ReadParcel =
  | { readonly parcel: Parcel; readonly problem?: undefined }
  | { readonly parcel?: undefined; readonly problem: string };

/** Reads a parcel, whatever program has written it since. */
export function readParcel(text: string): ReadParcel {
  let file: ReturnType<typeof po.parse>;
  try {
    file = po.parse(text);
  } catch (error) {
    return { problem: `is no PO file: ${error instanceof Error ? error.message : String(error)}` };
  }
  const header = (name: string): string | undefined =>
    Object.entries(file.headers ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  const [slug, source, lang] = [header(SLUG), header(SOURCE), header('Language')];
  if (!slug || !source || !lang) {
    const missing = !slug ? SLUG : !source ? SOURCE : 'Language';
    return { problem: `was not made by “bayan translate export”: it has no ${missing} at its top` };
  }
  const texts = Object.entries(file.translations).map(
    ([context, entries]) => [context, Object.values(entries)] as const,
  );
  // The types of the package do not say so: where a file breaks off, there is none.
  for (const [context, entries] of texts)
    if (entries.some((entry) => !('msgstr' in entry)))
      return { problem: `breaks off: “${context}” has no msgstr, and what follows may be missing` };
  const entries = texts.flatMap(([context, inContext]) =>
    inContext.flatMap(({ msgid, msgstr, comments }): ParcelEntry[] =>
      context === '' || msgid === ''
        ? []
        : [
            {
              context,
              original: msgid,
              translation: (msgstr[0] ?? '').normalize('NFC').trim(),
              fuzzy: /\bfuzzy\b/.test(comments?.flag ?? ''),
            },
          ],
    ),
  );
  // “Name <address>”; gettext's own placeholder is no name.
  const [, name = ''] = /^([^<]*)/.exec(header('Last-Translator') ?? '') ?? [];
  const translator = name.trim();
  const named = translator !== '' && translator !== 'FULL NAME' && { translator };
  return { parcel: { slug, source, lang: lang.replaceAll('_', '-'), ...named, entries } };
}
