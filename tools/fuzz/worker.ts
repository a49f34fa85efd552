/** Builds cases as they are asked for, in a folder of its own, and answers with what is wrong. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/build/build.ts';
import type { BuiltDocument } from '../../src/build/edition.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';
import { save } from '../save.ts';
import { type Case, type Kind, makeCase } from './cases.ts';
import { judgeMessages, judgeOutput, type Outcome, type Verdict } from './judge.ts';

export interface Request {
  readonly kind: Kind;
  readonly number: number;
  readonly seed: number;
}

process.on('message', async (request: Request) => {
  process.send!(await run(makeCase(request.kind, request.number, request.seed)));
});

async function run(given: Case): Promise<Outcome> {
  const root = mkdtempSync(join(tmpdir(), 'bayan-fuzz-'));
  try {
    for (const [path, content] of Object.entries(given.files)) save(root, path, content);
    const report = new Report();
    const project = loadProject(root, report);
    const built = project && (await build(project, { jobs: 1 }, report));
    const verdicts = judgeMessages(report.diagnostics);
    if (!built && !report.hasErrors)
      verdicts.push({ fault: 'output lost', detail: 'no project, and nothing said' });
    for (const document of built?.documents ?? [])
      verdicts.push(...judge(project!.outputFolder, document, report, given));
    if (built && given.bystander && !built.documents.some(({ slug }) => slug === 'other'))
      verdicts.push({ fault: 'output lost', detail: `${given.bystander} was not built` });
    return { verdicts, printed: built?.documents.filter(({ entry }) => entry).length ?? 0 };
  } catch (error) {
    const detail = String(error instanceof Error ? error.stack : error);
    return { verdicts: [{ fault: 'crash', detail }], printed: 0 };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function judge(output: string, { path, entry, slug }: BuiltDocument, report: Report, given: Case): Verdict[] {
  const failed = slug === 'other' && given.bystander !== undefined ? false : report.hasErrors;
  return judgeOutput(path, entry && readFileSync(join(output, path)), failed);
}
