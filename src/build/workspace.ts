/**
 * What documents of one project share: its files, templates, styles, words, fonts, and what was prepared from them. A
 * workspace sees the project as it was when each file was first asked for; `refresh` takes in what has changed since.
 * Everything that is remembered knows what it was made from, and is forgotten when that changes.
 */
import { checkStyleContrast } from '../compose/style-contrast.ts';
import { readStyleSheet, type StyleSheet } from '../compose/styles.ts';
import type { KindFields } from '../content/fields/kind-fields.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { reportFault } from '../files/source-file.ts';
import { Trace } from '../files/trace.ts';
import { TracedMemo } from '../files/traced-memo.ts';
import { type FontBook, openFontBook } from '../fonts/book.ts';
import { FaceStore } from '../fonts/face-store.ts';
import type { SignatoryList } from '../letters/signatories/signatory.ts';
import { ImageMemory } from '../pdf/images/memory.ts';
import { loadProject, type Project } from '../project/project.ts';
import { loadTemplates, type TemplateLibrary } from '../template/apply.ts';
import type { TemplateSet } from '../template/handlebars/template-set.ts';
import { templateFolder } from '../template/template-folder.ts';
import { ParagraphMemory } from '../text/paragraph-cache.ts';
import type { TextBlock } from '../translation/blocks.ts';
import type { DrawingMemory, ReadDrawing } from './drawings.ts';

/** What one document is made with. */
export interface OpenedProject {
  readonly project: Project;
  readonly library: TemplateLibrary;
  readonly styles: StyleSheet;
  readonly fonts: FontBook;
  readonly paragraphs: ParagraphMemory;
}

/** Undefined for a text with errors. */
export type OriginalBlocks = readonly TextBlock[] | undefined;

/** A list of signatories, if there is one, and what is wrong with it. */
export interface ReadSignatories {
  readonly list: SignatoryList | undefined;
  readonly faults: Report;
}

interface Shared<T> {
  readonly value: T;
  /** Repeated in the report of every document that needs it. */
  readonly faults: Report;
  readonly trace: Trace;
}

/** Opens a workspace. `files` is the door to the project's folder, when there is one already. */
export function openWorkspace(project: Project, files = new ProjectFiles(project.root)): Workspace {
  return new Workspace(project, files);
}

export class Workspace {
  readonly files: ProjectFiles;
  readonly images = new ImageMemory();
  #drawings: DrawingMemory = new TracedMemo<ReadDrawing>();
  #originals = new TracedMemo<OriginalBlocks>();
  #signatories = new TracedMemo<ReadSignatories>();
  readonly #faces = new FaceStore();
  #project: Shared<Project>;
  #library: Shared<TemplateLibrary> | undefined;
  #styles: Shared<StyleSheet> | undefined;
  #fonts: Shared<{ readonly book: FontBook; readonly paragraphs: ParagraphMemory }> | undefined;

  constructor(project: Project, files: ProjectFiles) {
    this.files = files;
    files.recall(project.trace);
    const trace = new Trace();
    for (const entry of project.trace) trace.add(entry);
    this.#project = { value: project, faults: new Report(), trace };
  }

  /** The project as it was last read without a fault. */
  get project(): Project {
    return this.#project.value;
  }

  /** SVG files that were read. */
  get drawings(): DrawingMemory {
    return this.#drawings;
  }

  /** Blocks of originals, by file, for the translations that were recorded. */
  get originals(): TracedMemo<OriginalBlocks> {
    return this.#originals;
  }

  /** Lists of signatories, by the folder they are in. */
  get signatories(): TracedMemo<ReadSignatories> {
    return this.#signatories;
  }

  /** What a document of the project needs; `trace` notes what it was read from, and faults go to the report. */
  open(report: Report, trace: Trace): OpenedProject {
    this.#library ??= this.#loadLibrary();
    this.#styles ??= share((faults, own) => this.#readStyles(faults, own));
    this.#fonts ??= share((faults, own) => this.#openFonts(faults, own));
    for (const shared of [this.#project, this.#library, this.#styles, this.#fonts]) {
      report.addAll(shared.faults.diagnostics);
      trace.addAll(shared.trace);
    }
    const { book: fonts, paragraphs } = this.#fonts.value;
    return {
      project: this.project,
      library: this.#library.value,
      styles: this.#styles.value,
      fonts,
      paragraphs,
    };
  }

  /** The templates alone; `trace` notes where they were looked for, and faults wait for the documents. */
  templates(trace: Trace): TemplateSet {
    this.#library ??= this.#loadLibrary();
    trace.addAll(this.#library.trace);
    return this.#library.value.templates;
  }

  /** The kinds of document there are, and the fields that their templates declare; `trace` notes what is read for them. */
  kindFields(trace = new Trace()): KindFields {
    return this.templates(trace).kindFields.recording(trace);
  }

  /**
   * Takes in what has changed on disk; not while a PDF is being made.
   *
   * @param paths only these, absolute or from the project folder; everything that was read when left out
   * @returns what has changed, as `Trace.touches` takes it
   */
  refresh(paths?: readonly string[]): ReadonlySet<string> {
    const changed = this.files.refresh(paths);
    if (changed.size === 0) return changed;
    if (this.#project.trace.touches(changed)) this.#readProject();
    const library = this.#library?.value;
    if (library?.templates.isStale(changed) || library?.strings.isStale(changed)) this.#library = undefined;
    if (this.#library?.trace.touches(changed)) this.#library = undefined;
    if (this.#styles?.trace.touches(changed)) this.#styles = undefined;
    if ([...changed].some((key) => /\.svg$/i.test(key)) || this.#drawings.touches(changed))
      this.#drawings = new TracedMemo<ReadDrawing>();
    if (this.#originals.touches(changed)) this.#originals = new TracedMemo<OriginalBlocks>();
    if (this.#signatories.touches(changed)) this.#signatories = new TracedMemo<ReadSignatories>();
    if (this.#fonts?.value.book.isStale(changed)) this.#fonts = undefined;
    return changed;
  }

  /** Frees the fonts. Nothing can be made in it afterwards. */
  close(): void {
    this.#faces.close();
    this.#fonts = undefined;
  }

  /** Settings and brand decide where the rest is read from. With faults the old ones stay, and no document is made. */
  #readProject(): void {
    const faults = new Report();
    const trace = new Trace();
    const project = loadProject(this.files.root, faults, this.files, trace);
    this.#project = { value: project ?? this.project, faults, trace };
    this.#library = undefined;
    this.#styles = undefined;
    this.#fonts = undefined;
  }

  #loadLibrary(): Shared<TemplateLibrary> {
    return share((faults, trace) =>
      loadTemplates(
        this.project.templateFolders.map((folder) => templateFolder(this.files, folder)),
        faults,
        trace,
      ),
    );
  }

  #readStyles(faults: Report, trace: Trace): StyleSheet {
    const sheets = [...this.project.templateFolders].reverse().flatMap((folder) => {
      const sheet = this.files.read(`${folder}/styles.yaml`, trace);
      if (sheet.fault === undefined) return [sheet];
      if (sheet.fault !== 'absent') reportFault(sheet, faults);
      return [];
    });
    const styles = readStyleSheet(sheets, faults);
    checkStyleContrast(styles, this.project.brand.colors, this.project.brand.colorPlaces, faults);
    return styles;
  }

  #openFonts(faults: Report, trace: Trace): { book: FontBook; paragraphs: ParagraphMemory } {
    const { fontFolders, brand } = this.project;
    const book = openFontBook(
      {
        files: this.files,
        folders: fontFolders,
        faces: this.#faces,
        ...(brand.fonts && { preferences: brand.fonts }),
      },
      faults,
      trace,
    );
    return { book, paragraphs: new ParagraphMemory(book) };
  }
}

function share<T>(make: (faults: Report, trace: Trace) => T): Shared<T> {
  const faults = new Report();
  const trace = new Trace();
  return { value: make(faults, trace), faults, trace };
}
