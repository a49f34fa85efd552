/** Builds one brief again and again in one process: after an author's edit, and without any. */
import type { Rebuilds, Rounds } from '../context.ts';
import { edited, readStatement, toMarkdown } from '../statement.ts';
import { argument, type BuiltBrief, build, done, loading, openProject } from './library.ts';

const { root, lang, warmUp, runs } = argument<Rounds & { root: string; lang: string }>();
const project = openProject(root);
const statement = readStatement(lang);
const markdown = (number: number): Uint8Array => Buffer.from(toMarkdown(edited(statement, number)));

const first = await build(project, lang, markdown(0));
const edit: BuiltBrief[] = [];
const again: BuiltBrief[] = [];
for (let i = 0; i < warmUp + runs; i++) {
  const changed = markdown(i + 1);
  const built = await build(project, lang, changed);
  const rebuilt = await build(project, lang, changed);
  if (i < warmUp) continue;
  edit.push(built);
  again.push(rebuilt);
}
const rebuilds: Rebuilds<BuiltBrief> = { first, edit, again };
done({ loading, ...rebuilds });
