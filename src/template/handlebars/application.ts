/**
 * One application of a template to an edition: what its helpers know, and what they have put in.
 */
import type { Edition } from '../../content/edition.ts';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import type { Trace } from '../../files/trace.ts';
import type { Language } from '../../language/language.ts';
import type { PlacedNodes } from '../markup/parse.ts';
import type { StringTable } from '../words/words.ts';
import { nodeMark } from './output-positions.ts';
import { Markup } from './values.ts';

export class Application {
  readonly edition: Edition;
  readonly language: Language;
  readonly strings: StringTable;
  readonly report: Report;
  /** Notes the files of the template. */
  readonly trace: Trace | undefined;
  /** What the node marks in the markup stand for, by number. */
  readonly nodes: PlacedNodes[] = [];
  #failed = false;

  constructor(edition: Edition, language: Language, strings: StringTable, report: Report, trace?: Trace) {
    this.edition = edition;
    this.language = language;
    this.strings = strings;
    this.report = report;
    this.trace = trace;
  }

  /** True once a value could not be had; the markup is then not worth parsing. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Notes a fault and lets rendering go on, so that one run shows all of them. */
  fail(diagnostic: Diagnostic): void {
    this.#failed = true;
    this.report.add(diagnostic);
  }

  /** Markup that stands for nodes of the content. */
  place(nodes: PlacedNodes): Markup {
    this.nodes.push(nodes);
    return new Markup(nodeMark(this.nodes.length - 1));
  }
}
