/**
 * What stands between two parts of foreign text: whether it holds them together, or ends a sentence there.
 */
import type { Direction } from '../../language/language.ts';

/** A gap with the text on both sides of it. */
export interface Gap {
  readonly text: string;
  /** The last characters before it and the first ones after it: enough for a word. */
  readonly before: string;
  readonly after: string;
}

/** Abbreviations that go on after their stop. Single letters (J. Smith) and short words (Jl. Thamrin) need no entry. */
const ABBREVIATIONS = new Set(
  (
    'art arts vol vols no nos pp para paras ch ed eds dr mr mrs ms prof hon rev gen col maj capt sgt lt gov sen rep ' +
    'st ste rd ave av blvd bldg dept apt fl hwy sq ln ct pl jl ph al cf vs viz etc approx ca esp inc ltd co corp bros ' +
    'pty assn fig figs sec secs reg regs res doc docs ref refs tel fax ext mob app suppl ser pt pts tab repr trans ' +
    'min max hr hrs rs jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'sr jr univ dist prov mt ft cl sch const treas supp acc acct lvl blk flr rm ul str cad sok mah sk bulv jln gg kel kec kab lrg tmn nr bd avda pág págs ibid op cit'
  ).split(' '),
);
/** What joins in any script: signs between what they relate, dashes, an apostrophe, the rest of `C/-`. */
const RELATION = /^[&/+=<>≤≥≠≈≡×÷·∙*±→←↔⇒^_~\u2212\u2010-\u2015-]+$/;
const LOOSE = /^(?:[’'…%‰°′″]|\.{3})$/;
/** A letter or number that counts what follows its bracket: a) Yes. */
const COUNTS = /(?:^|[^\p{L}\p{Nd}])(?:\p{L}|[ivx]{1,4}|\d{1,2})$/u;
/** No sign between two parts is longer than this, spaces included. */
const MAX_GAP = 6;

/** Whether a gap is a sign between the two things that it relates, and no dash. */
export function isRelation(gap: string): boolean {
  return /^ ?[&/+=<>≤≥≠≈≡×÷·∙*±→←↔⇒^~] ?$/.test(gap);
}

/** Whether the stop after `before` belongs to a word cut short: `Art. 33`, `Jl. Thamrin`, `J. Smith`, `approx. five`. */
function isAbbreviated({ before, after }: Gap, foreign: Direction): boolean {
  const word = /[\p{L}\p{M}]+$/u.exec(before)?.[0];
  if (word === undefined) return false;
  if (/^\p{L}\p{M}*$/u.test(word)) return true;
  if (foreign === 'rtl') return false;
  // In capitals it is an acronym, and the stop the sentence's.
  if (!/^\p{Lu}{2,}$/u.test(word) && (ABBREVIATIONS.has(word.toLowerCase()) || /\p{Ll}str$/u.test(word)))
    return true;
  // A sentence does not begin with a small letter, and `Hs.` is no word to end one.
  return /^\p{Ll}/u.test(after) || (/^\p{Lu}?\p{Ll}{1,2}$/u.test(word) && !/[aeiouy]/i.test(word));
}

/** Whether a word ends with the stop of a title or company (`Acme Ltd. said`), which is then not the sentence's. */
export function keepsItsStop(before: string): boolean {
  return /(?:^|[^\p{L}])(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|St|Rd|Ave|Blvd|etc|al|Assn|Dept|Univ)$/u.test(before);
}

/** How a sentence ends in a gap: with a question mark, with another stop, or not. */
export function sentenceEnd(gap: Gap, foreign: Direction): 'stop' | 'question' | undefined {
  const found = /^["”’»)\]]?([.!?…؟۔]+)["”’»]?\s/u.exec(gap.text)?.[1];
  if (found === undefined) return undefined;
  if (found === '.') return isAbbreviated(gap, foreign) ? undefined : 'stop';
  if (/^(?:…|\.+)$/.test(found)) return /^\p{Ll}/u.test(gap.after) ? undefined : 'stop';
  return /[?؟]/.test(found) ? 'question' : 'stop';
}

/**
 * Whether a gap inside a sentence holds what stands on both sides of it together. With `ownMarks` the host has a comma
 * of its own (Arabic has, Hebrew has not), and the Latin one belongs to Latin words; else `shared` decides.
 */
export function joins(gap: Gap, foreign: Direction, ownMarks: boolean, shared: () => boolean): boolean {
  if (gap.text.length > MAX_GAP) return /^\s*$/.test(gap.text);
  let marks = gap.text.replace(/\s+/g, '');
  if (marks === '' || RELATION.test(marks) || LOOSE.test(marks)) return true;
  if (foreign === 'rtl') return marks === '،' || (marks === '.' && isAbbreviated(gap, foreign));
  if (marks.startsWith('.') && (isAbbreviated(gap, foreign) || !/\s/.test(gap.text))) marks = marks.slice(1);
  if (marks === '' || marks === ':' || RELATION.test(marks)) return true;
  if (marks === ')') return COUNTS.test(gap.before);
  if (/^[?!]$/.test(marks)) return !/\s/.test(gap.text);
  return /^[,;:]&?$/.test(marks) && (ownMarks || marks.includes('&') || shared());
}
