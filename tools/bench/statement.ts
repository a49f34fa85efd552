/**
 * The text that is measured: the sample statement, in as many different versions as a table needs. A version has the
 * words of every paragraph moved round, so that it has no paragraph in common with another and is still made of the
 * words of its language; whatever remembers paragraphs, here or in a peer, must set it anew.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ROOT } from './process.ts';

/** The languages whose times are told apart: Latin, Arabic Naskh, Urdu Nastaliq. */
export const LANGUAGES = ['en', 'fa-AF', 'ur'];
/** The languages of the sample. */
export const ALL_LANGUAGES = ['en', 'fa-AF', 'ur', 'ps', 'ar'];

export interface Reference {
  readonly text: string;
  readonly url: string;
}

/** Front matter of the sample, as far as it is printed here. */
export interface Front {
  readonly title: string;
  readonly subtitle?: string;
  /** A brief does not print it, and would say so each time. */
  readonly headline?: undefined;
  readonly summary?: string | undefined;
  readonly date: string;
  readonly contact: { readonly name: string };
  readonly demands: readonly string[];
  readonly references: readonly Reference[];
  readonly kinds: readonly string[];
}

export interface StatementBlock {
  readonly quote: boolean;
  readonly text: string;
}

export interface Statement {
  readonly lang: string;
  readonly front: Front;
  readonly blocks: readonly StatementBlock[];
}

export function readStatement(lang: string): Statement {
  const source = readFileSync(join(ROOT, 'content', 'afghan-returns', `${lang}.md`), 'utf8');
  const [, yaml, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
  if (yaml === undefined || body === undefined) throw new Error(`${lang}.md has no front matter`);
  const blocks = body
    .trim()
    .split(/\n{2,}/)
    .map((block) => ({
      quote: block.startsWith('>'),
      text: block.replace(/^> ?/gm, '').replaceAll('\n', ' '),
    }));
  const front = parse(yaml) as Front;
  // Two pages in every language, in each tool and each version: the lead is the subtitle where there is one.
  const summary = front.subtitle === undefined ? front.summary : undefined;
  return { lang, front: { ...front, headline: undefined, summary, kinds: ['brief'] }, blocks };
}

/** The same words in another order; `version` 0 is the text as it is. */
export function moveWords(text: string, version: number): string {
  const words = text.split(' ');
  const turn = Math.floor(version / words.length) % words.length;
  // Every full turn begins with another pair of words changed about.
  [words[0], words[turn]] = [words[turn]!, words[0]!];
  const first = version % words.length;
  return [...words.slice(first), ...words.slice(0, first)].join(' ');
}

/** A version with no paragraph, heading, demand or reference in common with another. */
export function version(statement: Statement, number: number): Statement {
  const { front } = statement;
  const move = (text: string): string => moveWords(text, number);
  return {
    ...statement,
    front: {
      ...front,
      title: move(front.title),
      subtitle: front.subtitle && move(front.subtitle),
      summary: front.summary && move(front.summary),
      demands: front.demands.map(move),
      references: front.references.map((reference) => ({ ...reference, text: move(reference.text) })),
    },
    blocks: statement.blocks.map(({ quote, text }) => ({ quote, text: move(text) })),
  };
}

/** An author's edit: one paragraph is different, all else is as it was. */
export function edited(statement: Statement, number: number): Statement {
  const longest = statement.blocks.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const blocks = statement.blocks.map((block) =>
    block === longest ? { ...block, text: moveWords(block.text, number) } : block,
  );
  return { ...statement, blocks };
}

/** A text of `count` paragraphs, each different from the others, without demands and references; `from` is the first version. */
export function longStatement(statement: Statement, count: number, from = 0): Statement {
  const { blocks, front } = statement;
  const long = Array.from({ length: count }, (_, i) => {
    const { quote, text } = blocks[i % blocks.length]!;
    return { quote, text: moveWords(text, from + Math.floor(i / blocks.length)) };
  });
  return { ...statement, front: { ...front, demands: [], references: [] }, blocks: long };
}

export function toMarkdown({ front, blocks }: Statement): string {
  const body = blocks.map(({ quote, text }) => `${quote ? '> ' : ''}${text}\n`).join('\n');
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body}`;
}

export const countWords = ({ blocks }: Statement): number =>
  blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
