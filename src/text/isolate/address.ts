/**
 * Web addresses, email addresses and telephone numbers in running text. They read left to right in every script and
 * break after their slashes and stops without a hyphen. Linear in the text: each candidate is looked at once.
 */
/** A stretch of a text, `[start, end)` in UTF-16 code units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Address extends Range {
  readonly kind: 'web' | 'email' | 'number';
}

/**
 * What every address has: `@`, a scheme, `www.` or a stop before a letter of its host. Patterns of ASCII are made in no
 * time, and CANDIDATE, with all letters of Unicode, takes milliseconds that most texts need not wait for.
 */
const SIGN = /@|:\/\/|mailto:|www\.|[a-z\d-]\.[a-z]/i;
/** A stretch that could hold an address: no white space, quotation marks or punctuation of other scripts. */
const CANDIDATE = /[!#-;=?-~\p{L}\p{M}\p{Nd}\u200c\u200d]+/gu;
/** What stands before an address, with a prefix of the host's that is written onto it: ב-https://… */
const OPENING = /^(?:[\p{sc=Hebr}\p{sc=Arab}\p{M}\u0640]+(?:-|(?=https?:|www\.)))?[([{'*,;:.!?\-–—/]*/u;
/** Punctuation that ends a sentence around an address more often than it belongs to it. */
const CLOSING = /[.,;:!?'*\]}>]/;
const SCHEME = /^(?:https?|ftp):\/\/|^mailto:|^www\./i;
const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** Top-level domains that make a bare host an address; others need a scheme or `www.`. */
const TOP_LEVEL = new Set(
  'org com net int gov edu info news media asia eu au nz uk us ca de fr ch at it es pt nl se no dk af pk ir iq in bd lk np bt mv my id sg th la kh mm vn ph cn hk tw jp kr mn tl fj pg tj uz kg kz tm tr il ps jo lb sy ae qa sa eg'.split(
    ' ',
  ),
);

/**
 * All addresses of `text`, in order. None goes over the edge of one of `ranges` (links, notes' marks, code): the
 * mark behind `0412 345 678` is a digit, and no part of the number.
 */
export function findAddresses(text: string, ranges: readonly Range[] = []): Address[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of ranges) edges.add(start).add(end);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).flatMap((to, i) => addressesIn(text.slice(sorted[i]!, to), sorted[i]!));
}

/** The addresses of a part of a text that begins at `from`. */
function addressesIn(part: string, from: number): Address[] {
  const found: Address[] = [];
  if (SIGN.test(part))
    for (const match of part.matchAll(CANDIDATE)) {
      const address = addressIn(match[0], match.index);
      if (address) found.push({ ...address, start: address.start + from, end: address.end + from });
    }
  const count = found.length;
  let next = 0;
  for (const number of numbersIn(part)) {
    const start = number.start + from;
    const end = number.end + from;
    while (next < count && found[next]!.end <= start) next++;
    if (next === count || found[next]!.start >= end) found.push({ start, end, kind: 'number' });
  }
  return found.sort((a, b) => a.start - b.start);
}

function addressIn(candidate: string, index: number): Address | undefined {
  if (candidate.length < 4 || !/[.@:]/.test(candidate)) return undefined;
  const lead = OPENING.exec(candidate)?.[0].length ?? 0;
  const text = candidate.slice(lead);
  const start = index + lead;
  const email = EMAIL.exec(text);
  if (email) return { start, end: start + trimmed(email[0]).length, kind: 'email' };
  if (SCHEME.test(text)) {
    const address = trimmed(latinHost(text));
    return address.length > 4 ? { start, end: start + address.length, kind: 'web' } : undefined;
  }
  const host = /^[a-z\d](?:[a-z\d.-]*[a-z\d])?/i.exec(text)?.[0] ?? '';
  const rest = text.slice(host.length);
  const labels = host.toLowerCase().split('.');
  if (labels.length < 2 || labels.some((label) => label === '') || !TOP_LEVEL.has(labels[labels.length - 1]!))
    return undefined;
  if (/^[A-Z]\w*$/.test(host.split('.')[labels.length - 1]!) || !/[a-z]/i.test(labels[0]!)) return undefined;
  const address = host + (rest.startsWith('/') ? trimmed(rest) : '');
  return { start, end: start + address.length, kind: 'web' };
}

/** Before the first slash of its path an address is ASCII: `apnor.orgنے` ends before the suffix. */
function latinHost(text: string): string {
  const slash = text.indexOf('/', text.indexOf('://') + 3);
  const host = /^[!-~]*/.exec(slash < 0 ? text : text.slice(0, slash))![0];
  return slash >= 0 && host.length === slash ? text : host;
}

/** Drops what closes the sentence or bracket around an address; a bracket opened inside it may also close inside. */
function trimmed(address: string): string {
  let open = 0;
  for (const char of address)
    if (char === '(') open++;
    else if (char === ')') open--;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    if (last === ')' && open < 0) open++;
    else if (!CLOSING.test(last)) break;
  }
  return address.slice(0, end);
}

/** Digits in groups: at least this many make a telephone number. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 17;
const DIGIT = /\p{Nd}/gu;
const NO_DIGITS = /[^\p{Nd}]+/u;
const DIGIT_GROUPS = /[+(]{0,2}\p{Nd}+(?:[ \u00a0()./\u2010\u2011-]{1,3}\p{Nd}+)*/gu;

/** A prefix of the host's: ב-03 123 4567. */
const PREFIX = /[\p{sc=Hebr}\p{sc=Arab}]-$/u;
/** Digits of Latin and Arabic scripts, and whatever other scripts write: no fewer than `\p{Nd}`, and made in no time. */
const MAYBE_DIGIT = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u07c0-\\u1fff\\u2c00-\\uffff]';
const MAYBE_NUMBER = new RegExp(
  `${MAYBE_DIGIT}[ \\u00a0()./\\u2010\\u2011-]{1,3}${MAYBE_DIGIT}|\\+${MAYBE_DIGIT}`,
);

/** Telephone numbers (`+93 70 123 4567`, `020 7946 0958`, `۰۷۹ ۱۲۳ ۴۵۶۷`) and dates as ISO 8601 writes them. */
function* numbersIn(text: string): Generator<{ start: number; end: number }> {
  if (!MAYBE_NUMBER.test(text)) return;
  for (const match of text.matchAll(DIGIT_GROUPS)) {
    const start = match.index + (match[0].startsWith('(') && !match[0].includes(')') ? 1 : 0);
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    if (
      (/[\p{L}\p{Nd}@#/-]$/u.test(before) && !PREFIX.test(before)) ||
      /[\p{L}\p{Nd}]/u.test(text[end] ?? '')
    )
      continue;
    const number = text.slice(start, end);
    // Every digit as `0`: patterns of ASCII are made in no time, and those of `\p{Nd}` take milliseconds.
    const shape = number.replace(DIGIT, '0');
    if (isTelephone(number, shape) || isDate(shape)) yield { start, end };
  }
}

function isTelephone(text: string, shape: string): boolean {
  const digits = shape.split('0').length - 1;
  if (digits < MIN_DIGITS || digits > MAX_DIGITS) return false;
  if (/^\(?\+/.test(text)) return true;
  const groups = text.split(NO_DIGITS).filter(Boolean);
  if (groups.length < 2 || /[/.]/.test(text)) return false;
  if (/^\(0{2,5}\) ?0{3,4}[ \u00a0\u2010\u2011-]0{3,4}$/.test(shape)) return true;
  // A date (15/08/2021) and a list of years have no leading zero or too few groups.
  if (/^\(?[0٠۰]/.test(text)) return true;
  if (groups.every((group) => YEAR.test(group))) return false;
  return groups.length >= MIN_GROUPS && /^0+(?:(?<gap>[ \u00a0\u2010\u2011-])0+)(?:\k<gap>0+)+$/.test(shape);
}

/** Without a zero or a plus in front, groups of digits must be at least this many: 1800 123 456, 35202-1234567-1. */
const MIN_GROUPS = 3;
const YEAR = /^(?:1[0-9]|20|[۱١][۰-۹٠-٩]|[۲٢][۰٠])[0-9۰-۹٠-٩]{2}$/u;

/** Dates in numbers with hyphens, year first (ISO 8601) or last. */
function isDate(shape: string): boolean {
  return /^0{4}-0{1,2}-0{1,2}$|^0{1,2}-0{1,2}-0{4}$/.test(shape);
}
