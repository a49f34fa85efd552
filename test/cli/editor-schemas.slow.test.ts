/** What `bayan init` binds in VS Code, as its YAML extension understands it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/files/package-root.ts';
import { temporaryFolder } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';
import { yamlServer } from './yaml-language-server.ts';

/** The lines between the two of `---`, as an editor that knows front matter hands them over. */
const frontMatter = (markdown: string): string => markdown.split(/^---\n/m)[1]!;

test('schemas are found for each file, are content with the starter, and name what is wrong', async () => {
  const folder = temporaryFolder();
  await bayan(folder.root, ['init', '.']);
  const settings = JSON.parse(folder.read('.vscode/settings.json')) as Record<string, unknown>;
  const server = await yamlServer(folder.root, settings);
  const ask = (path: string, change: (text: string) => string = (text) => text) => {
    const text = change(folder.read(path));
    return server.complaints(path, path.endsWith('.md') ? frontMatter(text) : text);
  };

  expect(await ask('bayan.yaml', (text) => `${text}outptu: out\n`)).toEqual([
    expect.stringMatching(/^7: Property outptu is not allowed/),
  ]);
  expect(await ask('brand.yaml', (text) => text.replace('organisation:', 'organization:'))).toContainEqual(
    expect.stringMatching(/organization is not allowed/),
  );
  expect(await ask('content/welcome/en.md', (text) => text.replace('summary:', 'sumary:'))).toEqual([
    expect.stringMatching(/^\d: Property sumary is not allowed/),
  ]);
  expect(await ask('content/welcome/ar.md', (text) => text.replace(/^date:.*\n/m, ''))).toEqual([
    expect.stringMatching(/Missing property "date"/),
  ]);
  const loose = 'body: { align: middle }\n';
  expect(await server.complaints('templates/styles.yaml', loose)).toContainEqual(
    expect.stringMatching(/^1: .*"?start"?/),
  );

  for (const path of ['bayan.yaml', 'brand.yaml', 'content/welcome/en.md', 'content/welcome/ar.md'])
    expect([path, await ask(path)]).toEqual([path, []]);
  const styles = readFileSync(join(packageRoot(), 'templates/styles.yaml'), 'utf8');
  expect(await server.complaints('templates/styles.yaml', styles)).toEqual([]);
});
