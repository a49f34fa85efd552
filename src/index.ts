/**
 * Bayan as a library: every stage as a function with typed borders, for those who script it.
 *
 * ```ts
 * const report = new Report();
 * const project = loadProject('.', report)!;
 * const workspace = openWorkspace(project);
 * for (const planned of planEditions(project, {}, report).editions) {
 *   const edition = readEdition(workspace, planned, report);
 *   const pdf = edition && (await makePdf(workspace, { edition, kind: 'brief' }, report));
 * }
 * workspace.refresh(); // takes in what has changed on disk
 * workspace.close();
 * ```
 */
export { build } from './build/build.ts';
export { readDocumentSet } from './build/document-sets.ts';
export type { ContentFile, MadePdf, PdfJob } from './build/engine.ts';
export { joinShards } from './build/join.ts';
export { makePdf } from './build/make.ts';
export { readEdition } from './build/read.ts';
export { openWorkspace, type Workspace } from './build/workspace.ts';
export { type ComposeInput, compose } from './compose/compose.ts';
export { readStyleSheet, StyleSheet } from './compose/styles.ts';
export type { Block, Edition, Inline } from './content/edition.ts';
export { frontMatterJsonSchema } from './content/fields/json-schema.ts';
export { KindFields } from './content/fields/kind-fields.ts';
export type { FrontMatter } from './content/front-matter.ts';
export { parseEdition } from './content/parse.ts';
export { compareDiagnostics, type Diagnostic, Report, type SourceSpan } from './diagnostics/diagnostic.ts';
export type { DocumentDefinition, Fitting } from './document/nodes.ts';
export type { ParagraphStyle, TextSpan, TextStyle } from './document/style.ts';
export { ProjectFiles } from './files/project-files.ts';
export { Trace, type TraceEntry } from './files/trace.ts';
export { type FontBook, openFontBook } from './fonts/book.ts';
export { findLanguage, knownTags, type Language } from './language/language.ts';
export { paint } from './paint/paint.ts';
export { PDF_A_2A, PDF_A_3A } from './pdf/standards/pdf-a.ts';
export { PDF_UA_1 } from './pdf/standards/pdf-ua.ts';
export type { Standard } from './pdf/standards/standard.ts';
export { brandFor } from './project/brand.ts';
export { type Plan, type PlannedEdition, planEditions } from './project/plan.ts';
export { findProject, loadProject, type Project } from './project/project.ts';
export { applyTemplate, loadTemplates } from './template/apply.ts';
export type { MarkupElement, MarkupNode, MarkupTree } from './template/markup/markup-tree.ts';
export { templateFolder } from './template/template-folder.ts';
export { breakLines } from './text/break/break-lines.ts';
export { type Paragraph, prepareParagraph } from './text/paragraph.ts';
export { ParagraphMemory } from './text/paragraph-cache.ts';
export { type CheckedEdition, type CheckedSet, checkSet } from './translation/check-set.ts';
export type { DocumentSet } from './translation/document-set.ts';
export { type Pages, typeset } from './typeset/typeset.ts';
