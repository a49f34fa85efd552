/** Warm rebuilds: one process, the library, the same brief after an edit of one paragraph and without any edit. */
import type { Build, Checkout, Context, Rebuilds, Rounds, Table } from './context.ts';
import { runJob } from './process.ts';
import { makeProject } from './project.ts';
import { LANGUAGES, readStatement } from './statement.ts';
import { median, medianOf, minimum, of } from './statistics.ts';

export async function warm(context: Context): Promise<Table> {
  const measured: (Rebuilds & { tool: string; lang: string })[] = [];
  for (const checkout of context.checkouts)
    for (const lang of LANGUAGES)
      measured.push({ tool: checkout.tool, lang, ...(await measureWarm(context, lang, checkout)) });
  for (const peer of context.peers)
    for (const lang of LANGUAGES) {
      context.note(`warm rebuild: ${peer.name}, ${lang}`);
      const rebuilds = await peer.rebuild(readStatement(lang), rounds(context.quick || peer.slow === true));
      measured.push({ tool: peer.name, lang, ...rebuilds });
    }
  const rows = measured.map(({ tool, lang, first, edit, again }) => ({
    tool,
    lang,
    first: first.wall,
    edit: median(of(edit, 'wall')),
    fastest: minimum(of(edit, 'wall')),
    cpu: medianOf(edit, 'cpu'),
    again: median(of(again, 'wall')),
  }));
  const edit = (tool: string | undefined, lang: string): number | undefined =>
    rows.find((row) => row.tool === tool && row.lang === lang)?.edit;
  const against = context.checkouts[1]?.tool;
  return {
    title: `Warm rebuild in one process, ms (medians of ${measured[0]!.edit.length})`,
    columns: [
      { key: 'tool', label: 'tool' },
      { key: 'lang', label: 'language' },
      { key: 'first', label: 'first build', digits: 1 },
      { key: 'edit', label: 'one paragraph edited', digits: 1 },
      { key: 'fastest', label: 'fastest', digits: 1 },
      { key: 'cpu', label: 'CPU', digits: 1 },
      { key: 'again', label: 'nothing edited', digits: 1 },
      { key: 'gain', label: 'first : edited', digits: 1 },
      ...(against ? [{ key: 'overBefore', label: `× ${against}`, digits: 2 }] : []),
      ...(context.peers.length > 0 ? [{ key: 'overTypst', label: '× Typst', digits: 2 }] : []),
    ],
    rows: rows.map((row) => {
      const over = (tool: string | undefined): number => row.edit / (edit(tool, row.lang) ?? Number.NaN);
      return { ...row, gain: row.first / row.edit, overTypst: over('Typst'), overBefore: over(against) };
    }),
  };
}

const rounds = (few: boolean): Rounds => ({ warmUp: few ? 5 : 40, runs: few ? 10 : 60 });

/** Also what ./stages.ts shows. */
export function measureWarm(
  context: Context,
  lang: string,
  { tool, root: bayan }: Checkout,
): Promise<Rebuilds<Build>> {
  return context.once(`warm-${lang}-${tool}`, () => {
    context.note(`warm rebuild: ${tool}, ${lang}`);
    const root = makeProject(context.folder, `warm-${lang}-${tool}`, { brief: [readStatement(lang)] });
    return runJob<Rebuilds<Build>>('jobs/rebuild.ts', { root, lang, bayan, ...rounds(context.quick) });
  });
}
