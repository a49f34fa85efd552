/** What the manifest remembers of a build, and what a build tells of what it remembered. */
import type { TraceEntry } from '../files/trace.ts';
import type { BuiltDocument, BuiltEdition } from './edition.ts';
import type { EditionRecord, Input, ManifestEntry, TextRecord } from './manifest.ts';

/** A content file that was read; undefined when it has errors, and must be read again. */
export function textRecord(built: BuiltEdition, more: readonly Input[]): TextRecord | undefined {
  const { planned, kinds, remarks, trace } = built;
  if (!kinds) return undefined;
  const { file, slug, lang } = planned;
  return { file, slug, lang, read: { kinds, inputs: [...more, ...trace], warnings: remarks } };
}

/** A PDF that was written; undefined when it was not. */
export function editionRecord(
  { entry, trace, diagnostics }: BuiltDocument,
  tools: readonly Input[],
  attachSource: boolean,
): EditionRecord | undefined {
  return entry && { ...entry, attachSource, inputs: [...tools, ...trace], warnings: diagnostics };
}

/** A PDF that is left as it is. */
export function unchangedDocument(record: EditionRecord): BuiltDocument {
  const { slug, lang, kind, path, pages, bytes, sha256, inputs, warnings } = record;
  const entry: ManifestEntry = { slug, lang, kind, path, pages, bytes, sha256 };
  const trace = inputs.filter(
    (input): input is TraceEntry => input.asked !== 'tool' && input.asked !== 'recipient',
  );
  return { slug, lang, kind, path, entry, unchanged: true, diagnostics: warnings, timings: {}, trace };
}
