/** Finding one's way in markdown-it's flat list of tokens. */
import type { Token } from 'markdown-it';

/** Index of the token that closes the one at `open`. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    depth += tokens[index]!.nesting;
    if (depth === 0) return index;
  }
  return tokens.length;
}
