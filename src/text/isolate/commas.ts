/**
 * Whose a comma is between two foreign words in a script that has no comma of its own (Hebrew): a list of names is the
 * host's, an address, a citation and a degree are not.
 */
import type { Gap } from './gaps.ts';
import { hasDigits, type Item, textOf } from './items.ts';
import type { Reader } from './phrases.ts';
import { gapBetween } from './stretch.ts';

/** Whether the comma or semicolon of `gap`, between items `i` and `i + 1`, belongs to the foreign words. */
export type CommaOwner = (i: number, gap: Gap) => boolean;

/** Decides on the commas of `items`. */
export function commaOwner(reader: Reader, items: readonly Item[]): CommaOwner {
  const numbered = numberedParts(reader, items);
  const address = isAddress(reader, items);
  return (i, { before, after }) =>
    address ||
    numbered[i]! ||
    numbered[i + 1]! ||
    /(?:^|\P{L})\p{Lu}$/u.test(before) ||
    /^\p{Ll}/u.test(after) ||
    QUOTATION.test(after) ||
    DEGREE.test(after);
}

const QUOTATION = /^["“‘]/;
const DEGREE = /^(?:MD|Ph\.?D|MA|MSc|BA|BSc|LL\.?[BM]|Esq|Jr|Sr|Inc|Ltd|LLC|RN|OBE|OAM|AM|AO)(?:\P{L}|$)/u;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/**
 * For each item whether the part between two commas that it stands in has a number: so has an address, where the comma
 * is foreign, and a list of names has none.
 */
function numberedParts(reader: Reader, items: readonly Item[]): boolean[] {
  const numbered: boolean[] = [];
  let from = 0;
  for (let i = 0; i < items.length; i++) {
    const next = items[i + 1];
    if (next && !isParted(reader, items[i]!, next)) continue;
    const digits = items.slice(from, i + 1).some((item) => hasDigits(reader, item));
    for (let k = from; k <= i; k++) numbered.push(digits);
    from = i + 1;
  }
  return numbered;
}

/** Whether the first part has a number that is no year: PO Box 123, Kabul, Afghanistan. */
function isAddress(reader: Reader, items: readonly Item[]): boolean {
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (hasDigits(reader, item)) return !YEAR.test(textOf(reader, item));
    if (items[i + 1] && isParted(reader, item, items[i + 1]!)) return false;
  }
  return false;
}

function isParted(reader: Reader, before: Item, after: Item): boolean {
  return /[,;]/.test(gapBetween(reader, before, after).text);
}
