/**
 * What the server of the preview and its page say to each other. Types only: both sides import this file, the page into
 * a script for browsers.
 *
 * | Request                            | Answer                                                                  |
 * | ---------------------------------- | ----------------------------------------------------------------------- |
 * | `GET /?token=…`                    | sets the cookie and leads to `/`                                         |
 * | `GET /`                            | the page; its script and styles are under `/page/`                       |
 * | `GET /api/state`                   | `PreviewState`                                                           |
 * | `GET /api/events`                  | server-sent events, each `PreviewState` whole, under the name `state`    |
 * | `GET /api/anchors/<id>?v=<digest>` | `Anchor[]` of that PDF                                                   |
 * | `GET /pdf/<id>?v=<digest>`         | the PDF; with `&download` as a file                                      |
 *
 * `<id>` is `slug/lang/kind` with each part encoded. 404 with another `v` than the newest: a state with the newest is
 * on its way.
 */

/** How a document stands; what is worse comes first where several are true. */
export type DocumentState = 'errors' | 'building' | 'stale-translation' | 'draft' | 'fresh';

export interface PreviewDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** Path in the project, with `/`; absent where a fault has no place. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Opens the place in the editor, as bayan.yaml has it; absent without a file. */
  readonly editor?: string;
}

export interface PreviewPage {
  /** Of what is painted on it: another one, another picture. */
  readonly digest: string;
  /** pt */
  readonly width: number;
  readonly height: number;
}

export interface PreviewDocument {
  /** `slug/lang/kind`, each part encoded for a URL. */
  readonly id: string;
  readonly lang: string;
  /** Empty while the kinds of a text are not known: it has had errors since it was new. */
  readonly kind: string;
  readonly direction: 'ltr' | 'rtl';
  /** Name of the language in itself. */
  readonly language: string;
  readonly state: DocumentState;
  /** The content file: path in the project. */
  readonly file: string;
  readonly editor: string;
  /** Of the last PDF that could be made; absent before the first. It is shown while the text has errors. */
  readonly pdf?: {
    readonly digest: string;
    readonly fileName: string;
    readonly pages: readonly PreviewPage[];
    /** It was made of an earlier text: as the text stands now, none can be made. */
    readonly outdated?: true;
  };
  readonly diagnostics: readonly PreviewDiagnostic[];
}

export interface Publication {
  readonly slug: string;
  /** In the language of the source where there is one. */
  readonly title: string;
  /** Language that the others are translated from. */
  readonly source: string;
  /** Another one when a text of it is: blocks may have other keys and lines, where no page looks different. */
  readonly texts: string;
  readonly documents: readonly PreviewDocument[];
}

export interface PreviewState {
  /** Rises with each state: of two that arrive, the higher one is the newer. */
  readonly revision: number;
  /** Name of the organisation, for the title of the window. */
  readonly organisation: string;
  readonly building: boolean;
  readonly publications: readonly Publication[];
  /** What concerns the project as a whole. */
  readonly diagnostics: readonly PreviewDiagnostic[];
}

/** Where a block of the text is printed, in the order of reading: once for each page that it is on, and for each time. */
export interface Anchor {
  /**
   * Same in each language for what is the same block of the text (paragraph 5 beside paragraph 5); what has no
   * counterpart in the source has a key of its own.
   */
  readonly key: string;
  /** Role in the tag tree: `P`, `H1`, `LI`, `Table`, … */
  readonly role: string;
  /** From 0. */
  readonly page: number;
  /** pt from the left and the top of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where it is written: path in the project, and its place. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly editor: string;
  /** The line of the source as it is written, for showing. */
  readonly text: string;
}
