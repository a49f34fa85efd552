/** Builds one brief again and again in one process: after an author's edit, and without any. */
import type { Rounds } from '../context.ts';
import { edited, readStatement, toMarkdown } from '../statement.ts';
import { rebuildAll } from '../timing.ts';
import { argument, build, done, loading, openProject } from './library.ts';

const { root, lang, ...rounds } = argument<Rounds & { root: string; lang: string }>();
const workspace = openProject(root);
const statement = readStatement(lang);

const rebuilds = await rebuildAll(
  (version) => build(workspace, lang, toMarkdown(edited(statement, version))),
  rounds,
);
done({ loading, ...rebuilds });
