/** What the interface says, in each of its languages: the names of the words, and what a table of them holds. */
import type { DocumentState } from '../../protocol.ts';

/** Words with `{name}` take values in those places. Counts stand after a colon, so that no language needs plural forms. */
export interface Words {
  /** BCP 47, also of the numbers. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** The language's name in itself. */
  readonly name: string;

  readonly preview: string;
  readonly publications: string;
  readonly pages: string;
  readonly page: string;
  readonly state: Readonly<Record<DocumentState, string>>;
  /** The same, as a sentence. */
  readonly stateMeans: Readonly<Record<DocumentState, string>>;

  readonly zoom: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitWidth: string;
  readonly fitPage: string;
  readonly sideBySide: string;
  readonly document: string;
  readonly closePane: string;
  readonly download: string;
  readonly print: string;

  readonly search: string;
  readonly next: string;
  readonly previous: string;
  readonly found: string;
  readonly foundNothing: string;

  readonly problems: string;
  readonly noProblems: string;
  readonly errors: string;
  readonly warnings: string;
  readonly error: string;
  readonly warning: string;
  readonly inThisDocument: string;
  readonly inTheProject: string;
  readonly elsewhere: string;

  readonly chooseParagraph: string;
  readonly openInEditor: string;

  readonly appearance: string;
  readonly bySystem: string;
  readonly light: string;
  readonly dark: string;
  readonly interfaceLanguage: string;
  readonly shortcuts: string;
  readonly close: string;

  readonly connecting: string;
  readonly building: string;
  readonly upToDate: string;
  readonly withErrors: string;
  readonly serverGone: string;
  readonly refused: string;
  readonly nothingYet: string;
  readonly notMade: string;
  readonly lastGood: string;

  readonly keys: {
    readonly move: string;
    readonly open: string;
    readonly beside: string;
    readonly block: string;
    readonly editor: string;
    readonly sides: string;
    readonly unmark: string;
  };
}
