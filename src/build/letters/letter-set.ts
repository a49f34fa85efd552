/** A letter with its list: the texts by language, read when one is wanted, and everybody whom it goes to. */
import type { Edition } from '../../content/edition.ts';
import { LETTER } from '../../content/parse.ts';
import { Report } from '../../diagnostics/diagnostic.ts';
import { Trace } from '../../files/trace.ts';
import { hasRecipients, readRecipients } from '../../letters/recipients/read.ts';
import type { RecipientList } from '../../letters/recipients/recipient.ts';
import type { PlannedEdition, PlannedSet } from '../../project/plan.ts';
import { readForPrint } from '../stale-translation.ts';
import type { Workspace } from '../workspace.ts';

export interface LetterText {
  /** Undefined when it has errors. */
  readonly edition: Edition | undefined;
  readonly report: Report;
  readonly trace: Trace;
}

export class LetterSet {
  readonly slug: string;
  readonly list: RecipientList;
  readonly #workspace: Workspace;
  readonly #planned: ReadonlyMap<string, PlannedEdition>;
  readonly #texts = new Map<string, LetterText>();

  constructor(workspace: Workspace, { slug, editions }: PlannedSet, list: RecipientList) {
    this.slug = slug;
    this.list = list;
    this.#workspace = workspace;
    this.#planned = new Map(editions.map((edition) => [edition.lang, edition]));
  }

  /** The text in a language, read once. What is wrong with it is in its report. */
  text(lang: string): LetterText {
    const known = this.#texts.get(lang);
    if (known) return known;
    const report = new Report();
    const trace = new Trace();
    const planned = this.#planned.get(lang)!;
    const read = readForPrint(this.#workspace, planned, report, trace);
    if (read && !read.frontMatter.kinds.includes(LETTER))
      report.error(
        'kind-unknown',
        read.places.get('kinds') ?? { file: planned.file },
        'this text is no letter',
        {
          hint: 'write “kinds: [letter]”, beside other kinds if it has some',
        },
      );
    const text = { edition: report.hasErrors ? undefined : read, report, trace };
    this.#texts.set(lang, text);
    return text;
  }
}

/** Letters that have a list of recipients; where one was asked for by name, that it has none is an error. */
export function openLetters(
  workspace: Workspace,
  sets: readonly PlannedSet[],
  areNamed: boolean,
  report: Report,
): readonly LetterSet[] {
  const fields = workspace.kindFields().fieldsOf(LETTER);
  return sets.flatMap((set) => {
    const { file } = set.editions[0]!;
    const folder = file.slice(0, file.lastIndexOf('/'));
    if (!areNamed && !hasRecipients(folder, workspace.files)) return [];
    const languages = set.editions.map(({ lang }) => lang);
    const list = readRecipients({ folder, languages, fields }, workspace.files, report);
    return list ? [new LetterSet(workspace, set, list)] : [];
  });
}
