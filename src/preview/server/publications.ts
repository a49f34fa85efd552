/** Puts together what the page shows of each publication: its documents, how they stand, and what is wrong with them. */
import { join } from 'node:path';
import type { ManifestEntry } from '../../build/manifest.ts';
import { compareDiagnostics, type Diagnostic, diagnosticKey } from '../../diagnostics/diagnostic.ts';
import { findLanguage } from '../../language/language.ts';
import { editorLink } from '../../project/editor-pattern.ts';
import { outputName } from '../../project/output-name.ts';
import type { PlannedEdition, PlannedSet } from '../../project/plan.ts';
import type { Project } from '../../project/project.ts';
import type {
  DocumentState,
  PreviewDiagnostic,
  PreviewDocument,
  PreviewPage,
  Publication,
} from '../protocol.ts';
import type { Found } from './found.ts';
import type { TranslationStates } from './translation-states.ts';

/** All that is known at one moment. */
export interface Standing {
  readonly project: Project;
  /** Those that were asked for. */
  readonly sets: readonly PlannedSet[];
  /** Kinds of each content file that could be read once, by its path. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  /** What the texts of each publication were read from, by its slug. */
  readonly texts: ReadonlyMap<string, string>;
  /** The last PDFs, by path in the output folder. */
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  /** Pages of PDFs that were looked at, by digest. */
  readonly pages: ReadonlyMap<string, readonly PreviewPage[]>;
  readonly found: Found;
  readonly checked: TranslationStates;
  /** Content files that are built now. */
  readonly building: ReadonlySet<string>;
}

/** A document of the page and its PDF. */
export interface ShownDocument {
  readonly planned: PlannedEdition;
  readonly kind: string;
  readonly entry?: ManifestEntry;
}

/** What a document is called in addresses. */
export function documentId({ slug, lang }: PlannedEdition, kind: string): string {
  return [slug, lang, kind].map(encodeURIComponent).join('/');
}

/** The documents of a content file. One that could never be read has a single document without a kind. */
export function documentsOf(
  planned: PlannedEdition,
  { kinds, entries }: Pick<Standing, 'kinds' | 'entries'>,
): readonly ShownDocument[] {
  return (kinds.get(planned.file) ?? ['']).map((kind) => {
    const entry = entries.get(outputName(planned, kind));
    return { planned, kind, ...(entry && { entry }) };
  });
}

export function publicationsOf(standing: Standing): readonly Publication[] {
  return standing.sets.map((set) => publicationOf(set, standing));
}

function publicationOf({ slug, editions }: PlannedSet, standing: Standing): Publication {
  const publication = standing.checked.get(slug);
  return {
    slug,
    title: publication?.title ?? slug,
    source: publication?.checked.source ?? standing.project.source ?? editions[0]!.lang,
    texts: standing.texts.get(slug) ?? '',
    documents: editions.flatMap((planned) =>
      documentsOf(planned, standing).map((document) => previewDocument(document, standing)),
    ),
  };
}

function previewDocument({ planned, kind, entry }: ShownDocument, standing: Standing): PreviewDocument {
  const { project, found, checked, pages } = standing;
  const { slug, lang, file } = planned;
  const language = findLanguage(lang);
  const publication = checked.get(slug);
  const built = found.of(file, kind);
  const compared = (publication?.diagnostics ?? []).filter(({ span }) => span?.file === file);
  const shown = entry && pages.get(entry.sha256);
  return {
    id: documentId(planned, kind),
    lang,
    kind,
    direction: language?.dir ?? 'ltr',
    language: language?.endonym ?? lang,
    state: stateOf(planned, [...built, ...compared], standing),
    file,
    editor: editorAt(project, file),
    ...(entry &&
      shown && {
        pdf: {
          digest: entry.sha256,
          fileName: entry.path.slice(entry.path.lastIndexOf('/') + 1),
          pages: shown,
          ...(hasErrors(built) && { outdated: true as const }),
        },
      }),
    diagnostics: previewDiagnostics([...built, ...compared], project),
  };
}

function stateOf(
  { slug, lang, file }: PlannedEdition,
  diagnostics: readonly Diagnostic[],
  { building, checked }: Standing,
): DocumentState {
  const edition = checked.get(slug)?.checked.editions.find((each) => each.lang === lang);
  const isOfStale = ({ code }: Diagnostic): boolean => code === 'translation-stale';
  if (hasErrors(diagnostics.filter((diagnostic) => !isOfStale(diagnostic)))) return 'errors';
  if (building.has(file)) return 'building';
  // The build may know it before the check does.
  if (diagnostics.some(isOfStale) || (edition && edition.stale.length > 0)) return 'stale-translation';
  return edition?.state === 'draft' ? 'draft' : 'fresh';
}

const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

/** Each once, by place, with the address of its place in the editor. */
export function previewDiagnostics(
  diagnostics: readonly Diagnostic[],
  project: Project | undefined,
): readonly PreviewDiagnostic[] {
  const once = new Map(diagnostics.map((diagnostic) => [diagnosticKey(diagnostic), diagnostic]));
  return [...once.values()].sort(compareDiagnostics).map(({ severity, code, message, hint, span }) => ({
    severity,
    code,
    message,
    ...(hint !== undefined && { hint }),
    ...(span && { file: span.file }),
    ...(span?.line !== undefined && { line: span.line }),
    ...(span?.column !== undefined && { column: span.column }),
    // What is Bayan’s own is named `bayan/…`, and not edited.
    ...(span &&
      project &&
      !/^bayan[:/]/.test(span.file) && {
        editor: editorAt(project, span.file, span.line, span.column),
      }),
  }));
}

/** The address of a place of the project in the editor. */
export function editorAt({ root, config }: Project, file: string, line?: number, column?: number): string {
  return editorLink(config.editor, {
    path: join(root, file),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  });
}
