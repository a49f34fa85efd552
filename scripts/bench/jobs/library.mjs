/** What every job needs: its argument, the library as bundled, and a way to hand back a result. */
const argument = JSON.parse(process.argv[2]);
const started = performance.now();
const bayan = await import('../../../dist/index.js');

/** ms that the library took to load. */
export const loading = performance.now() - started;
export { argument, bayan };

export const done = (result) => process.stdout.write(JSON.stringify(result));

export function openProject(root) {
  const report = new bayan.Report();
  const project = bayan.loadProject(root, report);
  if (!project) throw new Error(JSON.stringify(report.diagnostics));
  return project;
}

/** One brief, from Markdown to bytes. */
export async function build(project, lang, bytes) {
  const report = new bayan.Report();
  const before = process.cpuUsage();
  const started = performance.now();
  const edition = bayan.parseEdition(
    { root: project.root, file: `content/brief/${lang}.md`, slug: 'brief', lang, bytes },
    report,
  );
  const parse = performance.now() - started;
  const made = edition && (await bayan.makePdf({ edition, kind: 'brief', project }, report));
  const wall = performance.now() - started;
  if (!made) throw new Error(JSON.stringify(report.diagnostics.slice(0, 3)));
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000;
  return { wall, cpu, pages: made.pages, bytes: made.bytes.length, timings: { parse, ...made.timings } };
}
