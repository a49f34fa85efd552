/** What the rules of one parse tell each other and the tree builder. */
import type { Env, Token } from 'markdown-it';

/**
 * How deep blocks may stand in one another; a list takes two levels. Stock: 100, but the time hostile input
 * takes grows with it.
 */
export const MAX_NESTING = 32;

/** What the rules leave for the tree builder, one for each parse. */
export interface ParseNotes {
  /** Offset in the source at which each block token's construct starts. */
  readonly starts: WeakMap<Token, number>;
  /** Offsets at which footnotes are defined, by label. */
  readonly definitions: Map<string, number[]>;
  /** Offset of the first block that is nested too deeply to be read. */
  tooDeep?: number;
  /** Whether merge fields are read: the text is a letter's. */
  readonly mergeFields: boolean;
  /** The source with all digits in ASCII, for the list rule. */
  digits?: string;
}

/** The environment markdown-it hands to every rule. */
export interface ParseEnv extends Env {
  notes: ParseNotes;
  footnotes?: { refs?: Record<string, number> } | undefined;
}

/**
 * @param footnotes those that the text defines, when a part of it is parsed by itself
 * @param mergeFields whether the text is a letter's, in which `{{to.office}}` stands for a value
 */
export function createEnv(footnotes?: ParseEnv['footnotes'], mergeFields = false): ParseEnv {
  const notes = { starts: new WeakMap(), definitions: new Map(), mergeFields };
  return { notes, ...(footnotes && { footnotes }) };
}
