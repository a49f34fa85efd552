/**
 * Prints written in a test, a block a line: `# heading`, `- item`, `| cell`, `> quotation`, `^ note`, `! alternative text`,
 * `_ footer`, anything else a paragraph; `(https://…)` at its end is where a link in it leads. `---` begins a page, and what
 * follows it on the line is how that page looks apart from its words; `‖` is a new page inside a block.
 */
import { comparePrints, type PrintChanges } from '../../src/changes/compare.ts';
import type { Marginal, Piece, PrintedEdition, PrintedElement } from '../../src/changes/printed.ts';
import { printedBlocks } from '../../src/changes/printed-blocks.ts';

const ROLES: Readonly<Record<string, string>> = {
  '#': 'H2',
  '-': 'LBody',
  '|': 'TD',
  '>': 'BlockQuote',
  '^': 'Note',
};

export function readPrint(text: string, lang: string): PrintedEdition {
  const looks = [''];
  const content: PrintedElement[] = [];
  const marginals: Marginal[] = [];
  const see = (seen: string): void => {
    looks[looks.length - 1] += `${seen}\n`;
  };
  for (const line of text.split('\n').filter(Boolean)) {
    const [, style = ''] = /^---(.*)$/.exec(line) ?? [];
    if (line.startsWith('---')) {
      if (looks.length > 1 || looks[0] !== '') looks.push('');
      if (style !== '') see(style);
      continue;
    }
    const [, sign, rest = line] = /^([#\-|>^!_]) (.*)$/.exec(line) ?? [];
    if (sign === '_') marginals.push({ place: 'footer', page: looks.length, text: rest });
    else if (sign === '!') {
      const [, alt = rest, look = ''] = /^(.*) \[(.*)\]$/.exec(rest) ?? [];
      see(line);
      content.push({ role: 'Figure', alt, picture: { page: looks.length, look }, content: [] });
    } else {
      const [, words = rest, href] = /^(.*?)(?: \((https:.*)\))?$/.exec(rest)!;
      const pieces = words.split('‖').map((piece, index): Piece => {
        if (index > 0) looks.push('');
        see(piece);
        return { page: looks.length, text: piece };
      });
      const link: PrintedElement[] = href === undefined ? [] : [{ role: 'Link', href, content: [] }];
      content.push({ role: ROLES[sign ?? ''] ?? 'P', content: [...pieces, ...link] });
    }
  }
  return {
    lang,
    pages: looks,
    blocks: printedBlocks({ role: 'Document', content }, lang, marginals, looks.length),
  };
}

/** Two prints, the later one behind `===`, and what has changed in lines that a test can compare. */
export function compareText(input: string, lang: string): string {
  const [before = '', after = ''] = input.split(/^===$/m);
  return changeLines(comparePrints(readPrint(before, lang), readPrint(after, lang)));
}

/** `changed paragraph 1: the [-old-]{+new+} words`, then pages with what is to be done with them. */
export function changeLines({ blocks, pages }: PrintChanges): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  const lines = blocks.map(
    ({ change, kind, wasKind, group, words, links, picture, pages: { before, after } }) => {
      const text = words.map(({ type, text: said }) => marks[type][0] + said + marks[type][1]).join('');
      const told = links.map((link) => ` link ${link.before ?? ''} → ${link.after ?? ''}`).join('');
      const name = group === 'text' ? kind : group;
      const was = wasKind ? ` (was ${wasKind})` : '';
      const where =
        before.length === 0 || String(before) === String(after) ? `${after}` : `${before} → ${after}`;
      return `${change} ${name}${was} ${where}: ${text}${told}${picture ? ' picture' : ''}`;
    },
  );
  const states = pages.map(({ page, state, was }) => `${page} ${state}${was ? ` was ${was}` : ''}`);
  return [...lines, `pages: ${states.join(', ')}`].join('\n');
}
