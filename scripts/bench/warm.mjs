/** Warm rebuilds: one process, the library, the same brief after an edit of one paragraph and without any edit. */

import { runJob } from './process.mjs';
import { makeProject } from './project.mjs';
import { LANGUAGES, readStatement } from './statement.mjs';
import { median, minimum, of } from './statistics.mjs';

export async function warm(context) {
  const measured = [...LANGUAGES.map((lang) => ({ tool: 'Bayan', lang, ...measureWarm(context, lang) }))];
  for (const peer of context.peers)
    for (const lang of LANGUAGES) {
      context.note(`warm rebuild: ${peer.name}, ${lang}`);
      measured.push({
        tool: peer.name,
        lang,
        ...(await peer.rebuild(readStatement(lang), rounds(context, peer))),
      });
    }
  const rows = measured.map(({ tool, lang, first, edit, again }) => ({
    tool,
    lang,
    first: first.wall,
    edit: median(of(edit, 'wall')),
    fastest: minimum(of(edit, 'wall')),
    cpu: edit[0].cpu === undefined ? undefined : median(of(edit, 'cpu')),
    again: median(of(again, 'wall')),
  }));
  const typst = (row) => rows.find(({ tool, lang }) => tool === 'Typst' && lang === row.lang)?.edit;
  return {
    title: `Warm rebuild in one process, ms (medians of ${measured[0].edit.length})`,
    columns: [
      { key: 'tool', label: 'tool' },
      { key: 'lang', label: 'language' },
      { key: 'first', label: 'first build', digits: 1 },
      { key: 'edit', label: 'one paragraph edited', digits: 1 },
      { key: 'fastest', label: 'fastest', digits: 1 },
      { key: 'cpu', label: 'CPU', digits: 1 },
      { key: 'again', label: 'nothing edited', digits: 1 },
      { key: 'gain', label: 'first : edited', digits: 1 },
      ...(context.peers.length > 0 ? [{ key: 'overTypst', label: '× Typst', digits: 2 }] : []),
    ],
    rows: rows.map((row) => ({
      ...row,
      gain: row.first / row.edit,
      overTypst: typst(row) && row.edit / typst(row),
    })),
  };
}

const rounds = ({ quick }, { slow } = {}) => ({
  warmUp: quick || slow ? 5 : 40,
  runs: quick || slow ? 10 : 60,
});

/** Also what ./stages.mjs shows. */
export function measureWarm(context, lang) {
  const key = `warm-${lang}`;
  if (!context.cache.has(key)) {
    context.note(`warm rebuild: Bayan, ${lang}`);
    const root = makeProject(context.folder, key, { brief: [readStatement(lang)] });
    context.cache.set(key, runJob('rebuild', { root, lang, ...rounds(context) }).result);
  }
  return context.cache.get(key);
}
