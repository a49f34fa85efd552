/** The text of a new content file: front matter that is valid as it stands, with what else it may say in comments. */
import { COMMON_FIELDS } from './fields/common-fields.ts';
import type { Fields } from './fields/field.ts';
import { skeleton } from './fields/skeleton.ts';

export interface NewDocument {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The kinds it is of; the default when absent. */
  readonly kinds?: readonly string[];
  /** Fields that these kinds declare. */
  readonly declared?: Fields;
}

const BODY = `
Write the text here, in Markdown. An empty line ends a paragraph.

## A heading

- an item of a list
- another item
`;

export function newDocument({ today, kinds, declared = {} }: NewDocument): string {
  const { translation: _translation, signatories: _signatories, ...common } = COMMON_FIELDS;
  // What is particular to the kinds comes right after their names.
  const fields = Object.entries<Fields[string]>(common).flatMap(([name, field]) =>
    name === 'kinds' ? [[name, field] as const, ...Object.entries(declared)] : [[name, field] as const],
  );
  const values = { kinds: `[${(kinds ?? COMMON_FIELDS.kinds.fallback).join(', ')}]` };
  return `---\n${skeleton({ ...Object.fromEntries(fields), ...declared }, { today, values })}---\n${BODY}`;
}
