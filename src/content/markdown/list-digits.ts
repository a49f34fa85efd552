/**
 * Numbered lists in the author's own digits: `۱.`, `٢)`, `३.` and, as Urdu writes it, `۳۔`. The list rule of
 * markdown-it is shown the source with those digits in ASCII, of the same length, and everybody else the
 * source as it is; so all of CommonMark holds (only 1 may interrupt a paragraph) and text keeps its digits.
 */
import type { MarkdownIt } from 'markdown-it';
import { foldDigits } from '../../language/digits.ts';
import type { ParseEnv } from './notes.ts';

export function installListDigits(md: MarkdownIt): void {
  const rule = md.block.ruler.__rules__.find(({ name }) => name === 'list');
  // The version of markdown-it is locked, and a test fails loudly if the rule moves.
  if (!rule) return;
  const { fn: list, alt } = rule;
  md.block.ruler.at(
    'list',
    (state, startLine, endLine, silent) => {
      const { src } = state;
      const { notes } = state.env as ParseEnv;
      notes.digits ??= foldListNumbers(src);
      sources.push(src);
      state.src = notes.digits;
      try {
        return list(state, startLine, endLine, silent);
      } finally {
        state.src = src;
        sources.pop();
      }
    },
    { alt },
  );
  const sources: string[] = [];
  const tokenize = md.block.tokenize.bind(md.block);
  md.block.tokenize = (state, startLine, endLine) => {
    const shown = state.src;
    // Inside an item, other rules read the source itself again.
    state.src = sources.at(-1) ?? shown;
    tokenize(state, startLine, endLine);
    state.src = shown;
  };
}

/** Digits in ASCII, and the Urdu full stop after a digit as `.`; the same length as `source`. */
function foldListNumbers(source: string): string {
  return foldDigits(source).replace(/(?<=\d)۔/g, '.');
}
