/**
 * Hard input: what nobody writes and somebody sends. Each is built by a whole `bayan build`, in half of its size and in
 * all of it; linear work takes twice the time for the second, and less where starting is most of it.
 */
import { save } from '../save.ts';
import type { Context, Row, Table } from './context.ts';
import { HARD_INPUTS, type HardInput } from './hard-inputs.ts';
import { LAUNCHER, tryScript } from './process.ts';
import { makeProject } from './project.ts';

/** ms; whatever takes longer is stopped and printed as a dash. */
const LONGEST = 180_000;

interface Built {
  readonly wall: number;
  readonly cpu?: number;
  readonly rss?: number;
  /** What came of it: pages, or the code of the first error. */
  readonly result: string;
}

export async function hard({ folder, quick, input: wanted, note }: Context): Promise<Table> {
  const rows: Row[] = [];
  for (const input of HARD_INPUTS) {
    if (wanted !== undefined && !input.name.includes(wanted)) continue;
    const sizes = [input.size / 2, input.size].map((size) => Math.round(quick ? size / 10 : size));
    let before: number | undefined;
    for (const size of sizes) {
      note(`hard: ${input.name}, ${size}`);
      const { wall, cpu, rss, result } = await build(folder, input, size);
      rows.push({
        name: input.name,
        size: `${size} ${input.unit}`,
        wall: wall / 1000,
        cpu: cpu && cpu / 1000,
        rss,
        growth: before && cpu && cpu / before,
        result,
      });
      before = cpu;
    }
  }
  return {
    title: 'Hard input: one `bayan build`, whole process',
    columns: [
      { key: 'name', label: 'input' },
      { key: 'size', label: 'size' },
      { key: 'wall', label: 'wall s', digits: 2 },
      { key: 'cpu', label: 'CPU s', digits: 2 },
      { key: 'rss', label: 'peak MB', digits: 0 },
      { key: 'growth', label: '× half', digits: 2 },
      { key: 'result', label: 'result' },
    ],
    rows,
    notes: ['Result: the pages of the PDF, or why there is none. × half: CPU time by that of half the size.'],
  };
}

async function build(folder: string, input: HardInput, size: number): Promise<Built> {
  const root = makeProject(folder, `hard-${HARD_INPUTS.indexOf(input)}-${size}`, {});
  for (const [path, content] of Object.entries(await input.make(size))) save(root, path, content);
  const args = ['build', '--format', 'json'];
  const { wall, signal, stdout, stderr, usage } = tryScript(LAUNCHER, args, { cwd: root, timeout: LONGEST });
  if (signal || !usage) return { wall, result: signal ? `stopped: ${signal}` : stderr.slice(0, 200) };
  return { wall, ...usage, result: outcome(stdout) };
}

function outcome(stdout: string): string {
  const { editions, diagnostics } = JSON.parse(stdout) as {
    editions: { pages?: number; ok: boolean }[];
    diagnostics: { severity: string; code: string }[];
  };
  const refused = diagnostics.find(({ severity }) => severity === 'error');
  if (refused) return refused.code;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const pages = count(editions[0]?.pages ?? 0, 'page');
  return diagnostics.length > 0 ? `${pages}, ${count(diagnostics.length, 'warning')}` : pages;
}
