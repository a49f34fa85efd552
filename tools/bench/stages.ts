/** Time by stage, as `bayan build --timings` tells it: in a cold process, and in a warm one after an edit. */
import { measureCold } from './cold.ts';
import type { Build, Context, Row, Table } from './context.ts';
import { LANGUAGES } from './statement.ts';
import { median, of } from './statistics.ts';
import { measureWarm } from './warm.ts';

interface Samples {
  readonly key: string;
  readonly label: string;
  readonly samples: readonly Build[];
}

export async function stages(context: Context): Promise<Table> {
  const { bayan } = await measureCold(context);
  const sets: Samples[] = bayan.map(({ lang, samples }) => ({
    key: `cold-${lang}`,
    label: `cold ${lang}`,
    samples,
  }));
  for (const lang of LANGUAGES) {
    const { edit } = await measureWarm(context, lang, context.checkouts[0]!);
    sets.push({ key: `warm-${lang}`, label: `warm ${lang}`, samples: edit });
  }
  const names = new Set(
    sets.flatMap(({ samples }) => samples.flatMap(({ timings }) => Object.keys(timings))),
  );
  const row = (stage: string, value: (samples: readonly Build[]) => number): Row => ({
    stage,
    ...Object.fromEntries(sets.map(({ key, samples }) => [key, value(samples)])),
  });
  const total = ({ timings }: Build): number => Object.values(timings).reduce((sum, ms) => sum + ms, 0);
  return {
    title: 'Time by stage, ms (medians)',
    columns: [{ key: 'stage', label: 'stage' }, ...sets.map(({ key, label }) => ({ key, label, digits: 1 }))],
    rows: [
      ...[...names].map((name) =>
        row(name, (samples) => median(samples.map(({ timings }) => timings[name] ?? 0))),
      ),
      row('all stages', (samples) => median(samples.map(total))),
      row('the rest', (samples) => median(samples.map((sample) => sample.wall - total(sample)))),
      row('whole', (samples) => median(of(samples, 'wall'))),
    ],
    notes: [
      'open: templates, styles and font tables, once a process. typeset: composition, text, page breaking.',
      'the rest of a cold run: Node.js, loading the bundle, the command line, the project’s YAML, process exit.',
    ],
  };
}
