/**
 * `bayan fields`: what front matter may say – the fields every document has, and those of a kind – for people, for programs and,
 * as JSON Schema, for editors.
 */
import type { Command } from 'commander';
import { COMMON_FIELDS } from '../content/fields/common-fields.ts';
import { type FieldRow, fieldRows } from '../content/fields/docs.ts';
import type { KindFields } from '../content/fields/kind-fields.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { checkKinds, openKindFields, schemaOf } from './kind-fields.ts';

interface FieldFlags {
  readonly json?: boolean;
  readonly schema?: boolean;
}

const EXAMPLES = `
Examples:
  $ bayan fields                          the fields every document has
  $ bayan fields event                    with those that templates/event.yaml declares
  $ bayan fields --schema > schema.json   for completion in an editor`;

export function addFields(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('fields')
    .description('show what the front matter of a document may say')
    .argument('[kind]', 'a kind of document: brief, flyer …')
    .option('--json', 'print the fields as JSON, for scripts')
    .option('--schema', 'print the JSON Schema of front matter, for editors')
    .addHelpText('after', EXAMPLES)
    .action(async (kind: string | undefined, flags: FieldFlags) =>
      exit(await runFields(kind, flags, context)),
    );
}

async function runFields(kind: string | undefined, flags: FieldFlags, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const { project, root, report, exitCode } = openProject(context);
  if (!project) {
    terminal.diagnostics(report.diagnostics, root);
    return exitCode;
  }
  const kindFields = await openKindFields(project, report);
  const kinds = kind === undefined ? kindFields.kinds : [kind];
  if (!checkKinds(kinds, kindFields, report)) {
    terminal.diagnostics(report.diagnostics, root);
    return 2;
  }
  const schema = schemaOf(kinds, kindFields, report);
  if (flags.schema === true) printJson(schema, context);
  else if (flags.json === true) printJson(asJson(kindFields, kind), context);
  else terminal.print(asText(kindFields, kind, context));
  terminal.diagnostics(report.diagnostics, root);
  return report.hasErrors ? 1 : 0;
}

function printJson(value: unknown, { terminal }: Context): void {
  terminal.write(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** The rows of a kind, with where each comes from; of all kinds, when none is named. */
function asJson(kindFields: KindFields, kind: string | undefined): unknown {
  const kinds = kind === undefined ? kindFields.kinds : [kind];
  const own = kinds.flatMap((name) =>
    fieldRows(kindFields.fieldsOf(name)).map((row) => ({ kind: name, ...row })),
  );
  return [...own, ...commonRows(kindFields, kind)];
}

/** The rows of the fields that every document has, but for those that the kind declares itself. */
function commonRows(kindFields: KindFields, kind: string | undefined): readonly FieldRow[] {
  const redeclared = kind === undefined ? {} : kindFields.fieldsOf(kind);
  const common = Object.entries(COMMON_FIELDS).filter(([name]) => !Object.hasOwn(redeclared, name));
  return fieldRows(Object.fromEntries(common));
}

function asText(kindFields: KindFields, kind: string | undefined, context: Context): string {
  const { terminal } = context;
  const title = (text: string): string => terminal.paint(text, 'bold');
  const parts: string[] = [];
  if (kind !== undefined) {
    const fields = kindFields.fieldsOf(kind);
    const file = kindFields.fileOf(kind) ?? `templates/${kind}.yaml, which is not there`;
    const rows = fieldRows(fields);
    parts.push(
      rows.length > 0
        ? `${title(`Fields of ${kind}`)} (${file})\n\n${listRows(rows, context)}`
        : `${title(`${kind} has no fields of its own`)} (they would be declared in ${file})`,
    );
  }
  const common = listRows(commonRows(kindFields, kind), context);
  parts.push(`${title('Fields of every document')}\n\n${common}`);
  if (kind === undefined) {
    const own = kindFields.kinds.map((name) => {
      const names = Object.keys(kindFields.fieldsOf(name));
      return `  ${name}${names.length > 0 ? `: ${names.join(', ')}` : ''}`;
    });
    parts.push(`${title('Kinds of document, and their own fields')}\n\n${own.join('\n')}`);
  }
  return parts.join('\n\n');
}

/** A line for each field, and what it is for below. */
function listRows(rows: readonly FieldRow[], { terminal }: Context): string {
  const width = Math.max(...rows.map(({ field }) => field.length));
  return rows
    .map(({ field, type, required, description, fallback }) => {
      const help = `${description}${fallback === undefined ? '' : ` Default: ${fallback}.`}`.trim();
      const told = `${type.replaceAll('`', '')}${required ? ', required' : ''}`;
      const below = help === '' ? '' : `\n${' '.repeat(width + 4)}${help}`;
      return `  ${terminal.paint(field.padEnd(width), 'cyan')}  ${told}${below}`;
    })
    .join('\n');
}
