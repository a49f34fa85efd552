/**
 * `bayan doctor`: looks at everything a build needs and says what is well and what is not.
 */
import type { Command } from 'commander';
import { Report } from '../diagnostics/diagnostic.ts';
import { summary } from '../diagnostics/render.ts';
import { isReady } from '../fonts/survey-row.ts';
import { findProject, loadProject, type Project } from '../project/project.ts';
import { checkOutput, checkRuntime, checkTemplates, type Finding, usedLanguages } from './checks.ts';
import type { Context, ExitCode } from './context.ts';
import { faceState, surveyFonts } from './fonts.ts';

const EXAMPLES = `
Examples:
  $ bayan doctor    exit code 0 when all is well, 1 when something is not`;

export function addDoctor(program: Command, context: Context, exit: (code: ExitCode) => void): void {
  program
    .command('doctor')
    .description('check that everything a build needs is there')
    .addHelpText('after', EXAMPLES)
    .action(async () => exit(await runDoctor(context)));
}

async function runDoctor(context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const report = new Report();
  const findings: Finding[] = [...checkRuntime()];
  const root = findProject(context.cwd);
  if (root === undefined) {
    findings.push({
      ok: false,
      text: 'no bayan.yaml in this folder or any folder above it',
      hint: 'bayan init my-project',
    });
  } else {
    const project = loadProject(root, report);
    if (project)
      findings.push({ ok: true, text: `project ${root}` }, ...(await checkProject(project, report, context)));
    else findings.push({ ok: false, text: `project ${root}: ${summary(report.diagnostics)}` });
  }
  for (const { ok, text, hint } of findings) {
    terminal.print(`${ok ? terminal.paint('✓', 'green') : terminal.paint('✗', 'red')} ${text}`);
    if (!ok && hint) terminal.print(`    ${terminal.paint('hint:', 'cyan')} ${hint}`);
  }
  terminal.diagnostics(report.diagnostics, root);
  return findings.every(({ ok }) => ok) && !report.hasErrors ? 0 : 1;
}

async function checkProject(project: Project, report: Report, context: Context): Promise<readonly Finding[]> {
  const languages = usedLanguages(project, report);
  return [
    ...checkTemplates(project, languages, report),
    ...(await checkFonts(project, languages, report, context)),
    checkOutput(project.outputFolder),
  ];
}

async function checkFonts(
  project: Project,
  languages: readonly string[],
  report: Report,
  context: Context,
): Promise<readonly Finding[]> {
  const rows = await surveyFonts(project, languages, report, context);
  return languages.map((tag) => {
    const own = rows.filter((row) => row.language === tag);
    const bad = own.find((row) => !isReady(row));
    const faces = [...new Set(own.flatMap((row) => row.face ?? []))].join(', ');
    if (!bad) return { ok: own.length > 0, text: `fonts for ${tag}: ${faces || 'none'}` };
    const text = `fonts for ${tag}: ${bad.role} ${bad.face ?? ''} ${faceState(bad)}`.replace(/ {2,}/g, ' ');
    return { ok: false, text, ...(bad.command && { hint: bad.command }) };
  });
}
