/** Whether folders that are to be joined were built from the same files, with the same versions and options. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { shownPath } from '../files/source-paths.ts';
import type { Part } from './join-parts.ts';
import type { Input } from './manifest.ts';

/** Messages about inputs; one template more or less makes a list of hundreds no clearer. */
const MOST = 5;

/** All answers that a folder's records had to a question: a PDF that could not be made anew keeps those of before. */
interface Question {
  readonly input: Input;
  readonly answers: Set<string>;
}

/**
 * Reports what the folders were built from differently: another answer than an earlier folder had, or, when they agree, than
 * the project gives now.
 *
 * @param files the door to the project, when they are joined in it
 */
export function reportDifferences(
  parts: readonly Part[],
  files: ProjectFiles | undefined,
  report: Report,
): void {
  const own = report.child();
  const asked = parts.map((part) => ({ part, questions: questionsOf(part) }));
  reportFirst(differencesBetween(asked), own);
  reportOptions(parts, own);
  if (files && !own.hasErrors) reportFirst(differencesFrom(files, asked), own);
}

type AskedPart = { readonly part: Part; readonly questions: ReadonlyMap<string, Question> };
type Difference = { readonly message: string; readonly hint: string };

function reportFirst(differences: readonly Difference[], report: Report): void {
  for (const { message, hint } of differences.slice(0, MOST))
    report.error('shard-differs', undefined, message, { hint });
  const more = differences.length - MOST;
  if (more > 0) report.error('shard-differs', undefined, `and ${more} more that differ in the same way`);
}

function differencesBetween(asked: readonly AskedPart[]): readonly Difference[] {
  const known = new Map<string, Answered>();
  const differences = new Map<string, Difference>();
  for (const { part, questions } of asked)
    for (const [key, question] of questions) {
      const before = known.get(key);
      if (!before) known.set(key, { ...question, part });
      else if (!differences.has(key) && !shareAnswer(before, question))
        differences.set(key, difference(question.input, before, { ...question, part }));
    }
  return [...differences.values()];
}

/** Of versions nothing is said: whoever joins need not build. */
function differencesFrom(files: ProjectFiles, asked: readonly AskedPart[]): readonly Difference[] {
  const differences = new Map<string, Difference>();
  for (const { part, questions } of asked)
    for (const [key, { input, answers }] of questions) {
      if (input.asked === 'tool' || input.asked === 'recipient' || differences.has(key)) continue;
      if (answers.has(files.answer(input.asked, input.path))) continue;
      differences.set(key, {
        message: `${whatChanged(input)} since ${part.folder.name} was built`,
        hint: 'build its shard again; or join outside of the project, with --out, what was built then',
      });
    }
  return [...differences.values()];
}

const whatChanged = ({ asked, path }: Input): string =>
  asked === 'list' ? `files in ${shownPath(path)} came or went` : `${shownPath(path)} changed`;

const shareAnswer = (one: Question, other: Question): boolean =>
  [...one.answers].some((answer) => other.answers.has(answer));

function questionsOf({ manifest, editions, texts }: Part): Map<string, Question> {
  const questions = new Map<string, Question>();
  const made = [
    ...editions,
    ...texts.flatMap(({ read }) => read ?? []),
    ...(manifest.plan ? [manifest.plan] : []),
  ];
  for (const input of new Set(made.flatMap(({ inputs }) => inputs))) {
    const key = `${input.asked} ${input.path}`;
    const question = questions.get(key);
    if (question) question.answers.add(input.answer);
    else questions.set(key, { input, answers: new Set([input.answer]) });
  }
  return questions;
}

type Answered = Question & { readonly part: Part };

function difference({ asked, path }: Input, one: Answered, other: Answered): Difference {
  const [a, b] = [one.part.folder.name, other.part.folder.name];
  if (asked === 'tool') {
    const [before, now] = [one, other].map(({ answers }) => [...answers].map(inShort).join(', '));
    return {
      message: `${path} is ${before} in ${a}, and ${now} in ${b}`,
      hint: 'build all shards with the same versions of Bayan and of Node.js',
    };
  }
  const what =
    asked === 'list' ? `the files in ${shownPath(path)} were others` : `${shownPath(path)} was another`;
  return {
    message: `${what} for ${a} than for ${b}`,
    hint: 'build all shards from the same state of the project',
  };
}

/** A version with a digest is told apart by the beginning of it. */
const inShort = (answer: string): string => answer.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/, '$1…');

function reportOptions(parts: readonly Part[], report: Report): void {
  const ways = parts.filter(({ editions }) => editions.length > 0);
  const [first] = ways;
  const attaches = ({ editions }: Part): boolean => editions.some(({ attachSource }) => attachSource);
  const other = first && ways.find((part) => attaches(part) !== attaches(first));
  if (!first || !other) return;
  const [withIt, without] = attaches(first) ? [first, other] : [other, first];
  report.error(
    'shard-differs',
    undefined,
    `${withIt.folder.name} was built with --attach-source, and ${without.folder.name} without`,
  );
}
