/** Builds one brief again and again in one process: after an author's edit, and without any. */
import { edited, readStatement, toMarkdown } from '../statement.mjs';
import { argument, build, done, loading, openProject } from './library.mjs';

const { root, lang, warmUp, runs } = argument;
const project = openProject(root);
const statement = readStatement(lang);
const markdown = (number) => Buffer.from(toMarkdown(edited(statement, number)));
const same = markdown(0);

const first = await build(project, lang, same);
const edit = [];
const again = [];
for (let i = 0; i < warmUp + runs; i++) {
  const changed = markdown(i + 1);
  const built = await build(project, lang, changed);
  const rebuilt = await build(project, lang, changed);
  if (i < warmUp) continue;
  edit.push(built);
  again.push(rebuilt);
}
done({ loading, first, edit, again });
