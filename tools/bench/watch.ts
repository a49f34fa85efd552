/**
 * Watching: from the save of a text to its finished PDF, as each program tells it, and as seen from outside, from before the
 * save until it has said so. The same edits of the same text for all.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { save } from '../save.ts';
import type { Context, Table, Watched } from './context.ts';
import { LAUNCHER } from './process.ts';
import { makeProject } from './project.ts';
import { edited, LANGUAGES, readStatement, type Statement, toMarkdown } from './statement.ts';
import { median, minimum } from './statistics.ts';

/** ms between two saves: nobody saves faster. */
const PAUSE = 250;

interface Saves {
  readonly first: number;
  /** Told by the program. */
  readonly told: readonly number[];
  /** From before the save until the line is read. */
  readonly seen: readonly number[];
}

export async function watch({ folder, quick, note, peers }: Context): Promise<Table> {
  const runs = quick ? 8 : 40;
  const bayan = {
    name: 'Bayan',
    prepareWatch: (statement: Statement) => Promise.resolve(watchedBayan(folder, statement)),
  };
  const watching = [bayan, ...peers].flatMap(({ name, prepareWatch }) =>
    prepareWatch ? LANGUAGES.map((lang) => ({ name, lang, prepareWatch })) : [],
  );
  const rows = [];
  const bayans = new Map<string, number>();
  for (const { name, lang, prepareWatch } of watching) {
    note(`watch: ${name}, ${lang}`);
    const statement = readStatement(lang);
    const { first, told, seen } = await saves(await prepareWatch(statement), statement, runs);
    const middle = median(seen);
    if (name === bayan.name) bayans.set(lang, middle);
    rows.push({
      tool: name,
      lang,
      told: median(told),
      seen: middle,
      fastest: minimum(seen),
      slowest: Math.max(...seen),
      first,
      share: middle / bayans.get(lang)!,
    });
  }
  return {
    title: `Watching: a two-page brief, from save to finished PDF, ms (median of ${runs})`,
    columns: [
      { key: 'tool', label: 'tool' },
      { key: 'lang', label: 'language' },
      { key: 'told', label: 'as it says', digits: 0 },
      { key: 'seen', label: 'seen from outside', digits: 0 },
      { key: 'fastest', label: 'fastest', digits: 0 },
      { key: 'slowest', label: 'slowest', digits: 0 },
      { key: 'first', label: 'first save', digits: 0 },
      { key: 'share', label: '× Bayan', digits: 2 },
    ],
    rows,
  };
}

function watchedBayan(folder: string, statement: Statement): Watched {
  const root = makeProject(folder, `watch-${statement.lang}`, { brief: [statement] });
  return {
    command: [LAUNCHER, 'watch'],
    cwd: root,
    save: (version) => save(root, `content/brief/${statement.lang}.md`, toMarkdown(version)),
  };
}

async function saves(watched: Watched, statement: Statement, runs: number): Promise<Saves> {
  const command = spawn(process.execPath, watched.command, {
    cwd: watched.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    await printed(command, /Ctrl-C ends it/);
    // It warms up as long as nobody saves.
    await wait(2 * PAUSE);
    const told: number[] = [];
    const seen: number[] = [];
    for (let edit = 1; edit <= runs + 1; edit++) {
      const version = edited(statement, edit);
      await wait(PAUSE);
      const before = performance.now();
      const line = printed(command, /(\d+) ms after the save/);
      watched.save(version);
      told.push(Number(await line));
      seen.push(performance.now() - before);
    }
    return { first: seen[0]!, told: told.slice(1), seen: seen.slice(1) };
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
    const ended = (): void => settle(() => reject(new Error(`it ended while it watched: ${text}`)));
    const settle = (act: () => void): void => {
      for (const stream of [command.stdout, command.stderr]) stream.off('data', take);
      command.off('exit', ended);
      act();
    };
    for (const stream of [command.stdout, command.stderr]) stream.on('data', take);
    command.on('exit', ended);
  });
}
