/** What the installed `bayan init` writes: a project, and what a team needs around it. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { installedBayan } from './installed-bayan.ts';

interface Workflow {
  readonly on: readonly string[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: {
    readonly documents: {
      readonly steps: readonly {
        readonly uses?: string;
        readonly run?: string;
        readonly with?: Readonly<Record<string, unknown>>;
      }[];
    };
  };
}

test('the files of a new project, and the commands of its workflow', () => {
  const folder = installedBayan();
  const { code, stdout, stderr } = folder.bayan('init', 'mine');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/(?<=^\+ mine\/).*/gm)?.sort()).toEqual(
    folder.files('mine').filter((name) => /[^/]\.\w+$|^\.(editorconfig|gitignore)$/.test(name)),
  );

  const workflow = parse(folder.read('mine/.github/workflows/bayan.yml')) as Workflow;
  expect(workflow.on).toContain('push');
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const { steps } = workflow.jobs.documents;
  expect(steps.flatMap(({ uses }) => uses ?? [])).toEqual([
    expect.stringMatching(/^actions\/checkout@v\d+$/),
    expect.stringMatching(/^actions\/setup-node@v\d+$/),
    expect.stringMatching(/^actions\/upload-artifact@v\d+$/),
  ]);
  expect(steps[1]!.with).toMatchObject({ 'node-version': 'lts/*', cache: 'npm' });
  const [install, ...commands] = steps.flatMap(({ run }) => run ?? []);
  expect(install).toBe('npm ci');
  const words = commands.map((command) => command.replace(/^npx --no -- bayan /, '').split(' '));
  expect(words.map(([command]) => command)).toEqual(['check', 'build']);
  for (const args of words)
    expect(folder.bayan(...args, { in: 'mine' })).toMatchObject({ code: 0, stderr: '' });
  expect(folder.files(`mine/${steps.at(-1)!.with!.path}`)).toContain('welcome/welcome.ar.brief.pdf');
});

test('an .editorconfig for text in two directions', () => {
  const folder = installedBayan();
  folder.bayan('init', '.');
  const sections = folder.read('.editorconfig').split(/^(?=\[)/m);
  const settings = (name: string) => sections.find((section) => section.startsWith(`[${name}]\n`));
  expect(sections[0]).toMatch(/^root = true$/m);
  for (const line of [
    'charset = utf-8',
    'end_of_line = lf',
    'insert_final_newline = true',
    'max_line_length = off',
  ])
    expect(settings('*')).toContain(`\n${line}\n`);
  expect(settings('*.md')).toContain('\ntrim_trailing_whitespace = false\n');
});

test('VS Code puts what the commands print under Problems, at its line and column', () => {
  const folder = installedBayan();
  folder.bayan('init', '.');
  const { tasks } = JSON.parse(folder.read('.vscode/tasks.json')) as {
    tasks: { command: string; problemMatcher: { pattern: { regexp: string } } }[];
  };
  folder.write('content/welcome/en.md', folder.read('content/welcome/en.md').replace('summary:', 'sumary:'));
  for (const { command, problemMatcher } of tasks) {
    const { stderr } = folder.bayan(...command.replace(/^npx --no -- bayan /, '').split(' '));
    const pattern = new RegExp(problemMatcher.pattern.regexp);
    const found = stderr.split('\n').flatMap((line) => pattern.exec(line)?.slice(1, 6).join(' ') ?? []);
    expect(found).toContain('content/welcome/en.md 4 1 error front-matter-unknown');
  }
});

test('an unknown option is answered with the nearest, and with all that the command takes', () => {
  const { code, stderr } = installedBayan().bayan('build', '--shrad', '1/2');
  expect(code).toBe(2);
  expect(stderr).toContain('(Did you mean --shard?)\nbayan build takes --lang, ');
});
