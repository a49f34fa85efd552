/** Finds what spreadsheets do to cells, and what comes along when text is copied: damage that a person does not see in the list. */
import type { CellKind } from './table.ts';

export interface CellProblem {
  readonly severity: 'error' | 'warning';
  /** `recipient-…` or `signatory-…`, by the list that it is in. */
  readonly code: 'mangled' | 'value';
  /** In words that follow the name of the cell. */
  readonly problem: string;
  readonly hint: string;
}

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/;
/** Embeddings, overrides and isolates: what one opens, another has to close, or the rest of the line is turned around. */
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;
const TYPE_AGAIN = 'delete the cell and type it again';
const AS_TEXT = 'format the column as Text, then type the value again';
const AS_UTF8 =
  'open the original again, and save it as “CSV UTF-8”; as plain “CSV”, letters of other scripts are lost';

/** What the letters of UTF-8 look like when they are read as Windows-1252: Ã©, Ø§Ù„, â€™, Â°. */
const SECOND = '[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const MOJIBAKE = new RegExp(
  `[ÂÃ]${SECOND}|(?:[ØÙÚÛ]${SECOND}){2}|(?:[ÐÑ]${SECOND}){2}|â(?:€|\u0080)${SECOND}`,
);
/** In whatever language the spreadsheet speaks: #REF!, #¡REF!, #BEZUG!, #NOM?, #N/A, #NV; and a column that was too narrow. */
const ERRORS = /^#(?:[¡¿]?[\p{Lu}\d/_.]+[!?]|N\/?[ADV]|NV|NULL|GETTING_DATA|#{2,})$|^Err:\d{3}$/u;
const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E[+-]?\d{1,3}$/i;
/** `4-Mar`, `Mar-04`: what Excel makes of 3-4. */
const SHORT_DATE =
  /^(?:\d{1,4}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{1,4})$/i;
const FORMULA = /^=\s*[A-Za-z$(@+\-\d"']/;
const OTHER_DIGIT = /[^\x00-\x7f]/u;

/** What is wrong with the text of a cell of any column; undefined when it will do. */
export function mangledText(text: string): CellProblem | undefined {
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined) {
    const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return error(`has the character U+${code} in it, which cannot be printed`, TYPE_AGAIN);
  }
  if (text.includes('\ufffd') || /\?{3,}/.test(text))
    return error('has letters that were lost when the list was saved', AS_UTF8);
  if (MOJIBAKE.test(text)) return error('is garbled: UTF-8 that was read as another encoding', AS_UTF8);
  if (ERRORS.test(text))
    return error(`says ${text.slice(0, 20)} in place of a value`, 'put the formula right, or type the value');
  if (SCIENTIFIC.test(text))
    return error('is a number that the spreadsheet has shortened, and digits of it are lost', AS_TEXT);
  if (FORMULA.test(text))
    return error('has a formula in it, not a value', 'copy the column and paste its values only');
  if (SHORT_DATE.test(text))
    return warning('looks like a date that a spreadsheet has made of something else, such as 3-4', AS_TEXT);
  if (/\p{Surrogate}/u.test(text)) return error('has half a character in it', TYPE_AGAIN);
  return undefined;
}

/** What a spreadsheet took the cell for, where it should have been text. */
export function mangledKind(kind: CellKind, type: string): CellProblem | undefined {
  if (kind === 'error')
    return error('says that its formula failed', 'put the formula right, or type the value');
  if (kind === 'formula')
    return error(
      'has a formula that was never worked out',
      'open the list in a spreadsheet, and save it there',
    );
  if (kind === 'date' && type !== 'date')
    return error('is a date in the spreadsheet, and was perhaps something else', AS_TEXT);
  if (kind === 'number' && type === 'phone')
    return warning('is a number in the spreadsheet, which has no 0 and no + at its beginning', AS_TEXT);
  if (kind === 'number' && type === 'date')
    return error(
      'is a number in the spreadsheet, not a date',
      'format the column as Date, or type 2026-03-20 as text',
    );
  return undefined;
}

/** Digits and marks of other scripts in addresses of e-mail, telephone numbers and ids, which programs read. */
export function foreignSigns(text: string, type: string): CellProblem | undefined {
  if (type !== 'email' && type !== 'phone') return undefined;
  if (/\p{Nd}/u.test(text.replace(/[0-9]/g, '')))
    return error(
      'has digits of another script, which no program can dial or write to',
      'type its digits as 0 to 9',
    );
  const domains = text.split(/[\n;,؛،]/).map((address) => address.split('@').at(-1) ?? '');
  if (type === 'email' && domains.some((domain) => OTHER_DIGIT.test(domain)))
    return error('has a sign in it that addresses of e-mail do not have', TYPE_AGAIN);
  return undefined;
}

/** The text without marks that would turn around what follows it. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, '');
}

const error = (problem: string, hint: string): CellProblem => ({
  severity: 'error',
  code: 'mangled',
  problem,
  hint,
});

const warning = (problem: string, hint: string): CellProblem => ({
  ...error(problem, hint),
  severity: 'warning',
});
