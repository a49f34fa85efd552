/**
 * `bayan new`: makes the content files of a new document, with their front matter explained, or a translation that starts
 * from its original.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Command } from 'commander';
import { gatherFields } from '../content/fields/gather.ts';
import type { KindFields } from '../content/fields/kind-fields.ts';
import { newDocument } from '../content/new-document.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { projectPath, resolveInside } from '../files/containment.ts';
import { reasonOf } from '../files/disk.ts';
import { canonicalTag, findLanguage, reportUnknownLanguage } from '../language/language.ts';
import { exampleList } from '../letters/recipients/example.ts';
import { LIST_NAMES } from '../letters/recipients/read.ts';
import type { Project } from '../project/project.ts';
import { slugKey, slugProblem, suggestSlug } from '../project/slug.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { checkKinds, openKindFields } from './kind-fields.ts';
import { findOriginal, namesIn, type Original, translate } from './originals.ts';

const EXAMPLES = `
Examples:
  $ bayan new annual-report --lang en
  $ bayan new annual-report --lang en fa-AF ps    the first is the original
  $ bayan new annual-report --lang ur             adds a translation that starts from the original
  $ bayan new evening --lang en --kind event      with the fields of templates/event.yaml
  $ bayan new open-letter --lang en --kind letter with a list of recipients beside it`;

interface NewFlags {
  readonly lang?: readonly string[];
  readonly kind?: readonly string[];
}

export function addNew(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('new')
    .description('make the content files of a new document, or of a translation')
    .argument('<slug>', 'its folder in content/, and the name of its PDFs')
    .option('-l, --lang <tags...>', 'its languages, the original first')
    .option('-k, --kind <kinds...>', 'the kinds of document it is of; brief when left out')
    .addHelpText('after', EXAMPLES)
    .action(async (slug: string, flags: NewFlags) => exit(await runNew(slug, flags, context)));
}

/** What is to be made, when nothing stands in its way. */
interface Plan {
  readonly files: readonly { readonly lang: string; readonly file: string; readonly path: string }[];
  readonly original: Original | undefined;
}

async function runNew(name: string, flags: NewFlags, context: Context): Promise<ExitCode> {
  const { project, root, report, exitCode } = openProject(context);
  if (!project) {
    context.terminal.diagnostics(report.diagnostics, root);
    return exitCode;
  }
  const faults = report.child();
  const kindFields = await openKindFields(project, faults);
  const kinds = splitList(flags.kind);
  checkKinds(kinds, kindFields, faults);
  const { files, original } = planFiles(name.normalize('NFC'), flags, project, faults);
  const declared = ownFields(kinds.length > 0 ? kinds : ['brief'], kindFields, faults);
  if (faults.hasErrors) {
    context.terminal.diagnostics(report.diagnostics, project.root);
    return 2;
  }
  const document = { today: context.today(), ...(kinds.length > 0 && { kinds }), declared };
  // Of a document that is made now, the first file is the original of the others.
  const source = original ?? { lang: files[0]!.lang, file: files[0]!.file, text: newDocument(document) };
  const texts = files.map(({ lang, file, path }) => ({
    file,
    path,
    text: file === source.file ? source.text : translate(source, lang, kindFields, document.today, faults),
  }));
  const list = kinds.includes('letter') && !original ? newList(files) : [];
  for (const { file, path, text } of [...texts, ...list]) {
    const failed = writeNew(path, text);
    if (failed !== undefined)
      faults.error('file-unreadable', { file }, `${file} cannot be written (${failed})`);
    else context.terminal.print(`${context.terminal.paint('+', 'green')} ${file}`);
  }
  context.terminal.diagnostics(report.diagnostics, project.root);
  return faults.hasErrors ? 2 : 0;
}

function planFiles(slug: string, flags: NewFlags, project: Project, faults: Report): Plan {
  checkSlug(slug, project, faults);
  const original = faults.hasErrors ? undefined : findOriginal(project, slug);
  const languages = flags.lang
    ? readTags(flags.lang, faults)
    : assumeLanguage(slug, original, project, faults);
  const files = languages.map((lang) => {
    const path = join(project.contentFolder, slug, `${lang}.md`);
    return { lang, path, file: projectPath(project.root, path) };
  });
  for (const { path, file } of faults.hasErrors ? [] : files) {
    const { problem } = resolveInside(project.root, file);
    if (problem !== undefined)
      faults.error('path-outside-project', undefined, `the path "${file}" ${problem}`);
    else if (existsSync(path))
      faults.error('file-unreadable', undefined, `${file} is there already; nothing was written`);
  }
  return { files, original };
}

/** The recipients of a letter, beside its texts. */
function newList(
  files: Plan['files'],
): readonly { readonly file: string; readonly path: string; readonly text: string }[] {
  const [first] = files;
  if (!first || LIST_NAMES.some((name) => existsSync(join(dirname(first.path), name)))) return [];
  const file = posix.join(posix.dirname(first.file), 'recipients.csv');
  const path = join(dirname(first.path), 'recipients.csv');
  return [{ file, path, text: exampleList(files.map(({ lang }) => lang)) }];
}

function writeNew(path: string, text: string): string | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function checkSlug(slug: string, project: Project, faults: Report): void {
  const problem = slugProblem(slug);
  const better = suggestSlug(slug);
  if (problem !== undefined)
    faults.error(
      'slug-invalid',
      undefined,
      `"${slug}" ${problem}`,
      better ? { hint: `for example ${better}` } : {},
    );
  const twin = namesIn(project).find(
    (name) => name.normalize('NFC') !== slug && slugKey(name) === slugKey(slug),
  );
  if (twin !== undefined)
    faults.error('slug-duplicate', undefined, `there is a document "${twin}" already`, {
      hint: `use its name: ${twin}`,
    });
}

/** What the kinds declare, among it common fields that they require. */
function ownFields(kinds: readonly string[], kindFields: KindFields, faults: Report) {
  const known = kinds.filter((kind) => kindFields.kinds.includes(kind));
  const fields = gatherFields(known, kindFields, faults, () => undefined);
  const own = known.flatMap((kind) => Object.keys(kindFields.fieldsOf(kind)));
  return Object.fromEntries(own.map((name) => [name, fields[name]!]));
}

function readTags(tags: readonly string[], faults: Report): readonly string[] {
  const languages = new Set<string>();
  for (const tag of splitList(tags)) {
    if (findLanguage(tag)) languages.add(canonicalTag(tag)!);
    else reportUnknownLanguage(tag, undefined, faults);
  }
  if (languages.size === 0 && !faults.hasErrors)
    faults.error('language-unknown', undefined, '--lang names no language', {
      hint: 'for example --lang en',
    });
  return [...languages];
}

/** The language of a new document when none is said: the first of the project's. */
function assumeLanguage(
  slug: string,
  original: Original | undefined,
  { languages = [] }: Project,
  faults: Report,
): readonly string[] {
  const [first] = languages;
  if (!original && first !== undefined) return [first];
  const wanted = languages.find((lang) => lang !== original?.lang) ?? (original ? 'fa-AF' : 'en');
  const message = original
    ? `${slug} is there already, in the language ${original.lang}; say in which it is to be translated`
    : 'say in which language the document is written';
  faults.error('language-unknown', undefined, message, { hint: `bayan new ${slug} --lang ${wanted}` });
  return [];
}

function splitList(words: readonly string[] = []): readonly string[] {
  return [...new Set(words.flatMap((list) => list.split(',')).filter((part) => part !== ''))];
}
