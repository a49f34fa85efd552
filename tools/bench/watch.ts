/** `bayan watch`: from the save of a text to its finished PDF, as the command itself tells it, and as seen from outside. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { save } from '../save.ts';
import type { Context, Table } from './context.ts';
import { LAUNCHER } from './process.ts';
import { makeProject } from './project.ts';
import { LANGUAGES, readStatement, toMarkdown } from './statement.ts';
import { median, minimum, of } from './statistics.ts';

/** ms between two saves: nobody saves faster. */
const PAUSE = 250;

interface Saves {
  readonly first: number;
  /** Told by the command. */
  readonly told: readonly number[];
  /** From before the save until the line is read. */
  readonly seen: readonly number[];
}

export async function watch({ folder, quick, note, peers }: Context): Promise<Table> {
  const runs = quick ? 8 : 40;
  const rows = [];
  for (const lang of LANGUAGES) {
    note(`watch: ${lang}`);
    const { first, told, seen } = await saves(folder, lang, runs);
    rows.push({
      tool: 'Bayan',
      lang,
      first,
      told: median(told),
      fastest: minimum(told),
      slowest: Math.max(...told),
      seen: median(seen),
    });
  }
  for (const peer of peers.filter(({ slow }) => !slow))
    for (const lang of LANGUAGES) {
      note(`watch: ${peer.name}, ${lang}`);
      const { first, edit } = await peer.rebuild(readStatement(lang), { warmUp: runs / 4, runs });
      const times = of(edit, 'wall');
      rows.push({
        tool: `${peer.name}, no watching`,
        lang,
        first: first.wall,
        told: median(times),
        fastest: minimum(times),
        slowest: Math.max(...times),
      });
    }
  return {
    title: `Watching: a two-page brief, from save to finished PDF, ms (median of ${runs})`,
    columns: [
      { key: 'tool', label: 'tool' },
      { key: 'lang', label: 'language' },
      { key: 'told', label: 'save to PDF', digits: 0 },
      { key: 'fastest', label: 'fastest', digits: 0 },
      { key: 'slowest', label: 'slowest', digits: 0 },
      { key: 'first', label: 'first save', digits: 0 },
      { key: 'seen', label: 'seen from outside', digits: 0 },
    ],
    rows,
  };
}

async function saves(folder: string, lang: string, runs: number): Promise<Saves> {
  const statement = readStatement(lang);
  const root = makeProject(folder, `watch-${lang}`, { brief: [statement] });
  const command = spawn(process.execPath, [LAUNCHER, 'watch'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    await printed(command, /Ctrl-C ends it/);
    // It warms up as long as nobody saves.
    await wait(2 * PAUSE);
    const told: number[] = [];
    const seen: number[] = [];
    for (let edit = 0; edit <= runs; edit++) {
      await wait(PAUSE);
      const before = performance.now();
      const line = printed(command, /(\d+) ms after the save/);
      save(root, `content/brief/${lang}.md`, `${toMarkdown(statement)}\n${edit}.\n`);
      told.push(Number(await line));
      seen.push(performance.now() - before);
    }
    return { first: told[0]!, told: told.slice(1), seen: seen.slice(1) };
  } finally {
    command.kill();
    await once(command, 'exit');
  }
}

/** Resolves when the command prints something, with what is in brackets. */
function printed(command: ChildProcessByStdio<null, Readable, Readable>, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (more: Buffer): void => {
      text += more;
      const found = wanted.exec(text);
      if (found) settle(() => resolve(found[1] ?? ''));
    };
    const ended = (): void => settle(() => reject(new Error(`bayan watch ended: ${text}`)));
    const settle = (act: () => void): void => {
      for (const stream of [command.stdout, command.stderr]) stream.off('data', take);
      command.off('exit', ended);
      act();
    };
    for (const stream of [command.stdout, command.stderr]) stream.on('data', take);
    command.on('exit', ended);
  });
}
