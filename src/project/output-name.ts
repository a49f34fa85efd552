/** Where the PDF of an edition goes, and which names in an output folder are of that form. */

/** Relative to the output folder, with `/` separators. */
export function outputName(edition: { readonly slug: string; readonly lang: string }, kind: string): string {
  return `${edition.slug}/${edition.slug}.${edition.lang}.${kind}.pdf`;
}

/** The language and kind that a file in the folder of a slug is named for; undefined when it is no PDF of Bayan's. */
export function readOutputName(
  slug: string,
  name: string,
): { readonly lang: string; readonly kind: string } | undefined {
  if (!name.startsWith(`${slug}.`) || !name.endsWith('.pdf')) return undefined;
  // A tag holds no dot; the name of a template may.
  const [, lang, kind] = /^([a-z0-9-]+)\.(.+)$/i.exec(name.slice(slug.length + 1, -'.pdf'.length)) ?? [];
  return lang === undefined || kind === undefined ? undefined : { lang, kind };
}

/** Formats of what `bayan diff` writes beside the PDFs of a document. */
export const CHANGES_FORMATS = ['html', 'pdf'] as const;

export type ChangesFormat = (typeof CHANGES_FORMATS)[number];

/** Its name in the folder of a slug, which no PDF of an edition has. */
export function changesFile(format: ChangesFormat): string {
  return `changes.${format}`;
}
