/** Builds one brief again and again in one process: after an author's edit, and without any. */
import type { Rebuilds, Rounds } from '../context.ts';
import { edited, readStatement, toMarkdown } from '../statement.ts';
import { argument, type BuiltBrief, build, done, loading, openProject } from './library.ts';

const { root, lang, warmUp, runs } = argument<Rounds & { root: string; lang: string }>();
const workspace = openProject(root);
const statement = readStatement(lang);
const markdown = (number: number): string => toMarkdown(edited(statement, number));

const first = await build(workspace, lang, markdown(0));
const edit: BuiltBrief[] = [];
const again: BuiltBrief[] = [];
for (let i = 0; i < warmUp + runs; i++) {
  const changed = markdown(i + 1);
  const built = await build(workspace, lang, changed);
  const rebuilt = await build(workspace, lang, changed);
  if (i < warmUp) continue;
  edit.push(built);
  again.push(rebuilt);
}
const rebuilds: Rebuilds<BuiltBrief> = { first, edit, again };
done({ loading, ...rebuilds });
