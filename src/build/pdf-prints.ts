/** A publication as PDFs have it: the older side of `bayan diff` where there is no commit to look at. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PrintedEdition } from '../changes/printed.ts';
import { printedPdf } from '../changes/printed-pdf.ts';
import type { PrintSource, Unreadable } from '../changes/publication.ts';
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { reasonOf } from '../files/disk.ts';
import { canonicalTag } from '../language/tag.ts';
import { readOutputName } from '../project/output-name.ts';

/** A PDF, and what of a publication it is. */
export interface NamedPdf {
  /** Absolute. */
  readonly path: string;
  readonly lang: string;
  readonly kind: string;
  /** What it prints, where that was read already. */
  readonly printed?: PrintedEdition;
}

/** The PDFs of a publication in a folder, or in one below it that is named for it, as in an output folder. */
export function findPdfs(folder: string, slug: string): readonly NamedPdf[] {
  return [folder, join(folder, slug)].flatMap((inside) =>
    namesIn(inside).flatMap((name) => {
      const named = readPdfName(slug, name);
      return named ? [{ path: join(inside, name), ...named }] : [];
    }),
  );
}

/** What a PDF is by the name that a build gave it; undefined when it has another. */
export function readPdfName(slug: string, path: string): Pick<NamedPdf, 'lang' | 'kind'> | undefined {
  const named = readOutputName(slug, basename(path).normalize('NFC'));
  const lang = named && canonicalTag(named.lang);
  return named && lang ? { lang, kind: named.kind } : undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort(byCodeUnit);
  } catch {
    return []; // No folder, no PDFs.
  }
}

/** What a PDF prints, or why that cannot be told. */
export function readPrintedPdf(path: string): PrintedEdition | Unreadable {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { reason: `it cannot be read (${reasonOf(error)})` };
  }
  try {
    return printedPdf(bytes);
  } catch (error) {
    return { reason: `Bayan did not make it, or it is damaged (${reasonOf(error)})` };
  }
}

export class PdfPrints implements PrintSource {
  readonly langs: readonly string[];
  readonly #pdfs: readonly NamedPdf[];
  readonly #onFault: (pdf: NamedPdf, reason: string) => Unreadable;

  /** @param onFault says why a PDF cannot be compared, by what is wrong with it */
  constructor(pdfs: readonly NamedPdf[], onFault: (pdf: NamedPdf, reason: string) => Unreadable) {
    this.#pdfs = pdfs;
    this.langs = [...new Set(pdfs.map(({ lang }) => lang))];
    this.#onFault = onFault;
  }

  kinds(lang: string): readonly string[] {
    return this.#pdfs.filter((pdf) => pdf.lang === lang).map(({ kind }) => kind);
  }

  async print(lang: string, kind: string): Promise<PrintedEdition | Unreadable> {
    const pdf = this.#pdfs.find((one) => one.lang === lang && one.kind === kind)!;
    const printed = pdf.printed ?? readPrintedPdf(pdf.path);
    return 'reason' in printed ? this.#onFault(pdf, printed.reason) : printed;
  }
}
