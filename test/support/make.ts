/**
 * Makes PDFs for tests, the way the command line does: from the project's own sample, or from Markdown and a template
 * written in the test.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePdf } from '../../src/build/make.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { type Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const SAMPLE_LANGUAGES = ['ar', 'en', 'fa-AF', 'ps', 'ur'] as const;

export interface Made {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes one PDF of a project; throws with the diagnostics when there is none. */
export async function makeFrom(root: string, slug: string, lang: string, kind: string): Promise<Made> {
  const report = new Report();
  const project = loadProject(root, report);
  const file = `content/${slug}/${lang}.md`;
  const workspace = project && openWorkspace(project);
  const edition = workspace && readEdition(workspace, { file, slug, lang }, report);
  const made = edition && (await makePdf(workspace, { edition, kind }, report));
  workspace?.close();
  if (!made)
    throw new Error(report.diagnostics.map((d) => `${d.span?.file}: ${d.code}: ${d.message}`).join('\n'));
  return { ...made, diagnostics: report.diagnostics };
}

const samples = new Map<string, Promise<Made>>();

/** A PDF of the sample statement, made once for a test file. */
export function sample(lang: string, kind: string): Promise<Made> {
  const key = `${lang} ${kind}`;
  let made = samples.get(key);
  if (!made) {
    made = makeFrom(ROOT, 'afghan-returns', lang, kind);
    samples.set(key, made);
  }
  return made;
}

/** A project in a temporary folder; `files` are paths and contents beside the defaults. */
export function temporaryProject(files: Readonly<Record<string, string | Uint8Array>>): {
  root: string;
  remove(): void;
} {
  const root = mkdtempSync(join(tmpdir(), 'bayan-test-'));
  const all = { 'bayan.yaml': '', 'brand.yaml': 'organisation:\n  name: Test\n', ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Front matter and body of a small content file. */
export function content(body: string, fields = ''): string {
  return `---\ntitle: Test\ndate: 2024-04-16\nkinds: [plain]\n${fields}---\n\n${body}\n`;
}
