/**
 * How far an address without brackets reaches, by the rules of GitHub's extension to CommonMark ("Autolinks"): to the next
 * white space or `<`, without the punctuation that ends the sentence around it.
 */

/** The name of a host, in the letters of any script. */
const HOST = /[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*/uy;

/** What no address has in it (RFC 3986), and where attributes or a cell of a table begin. */
const END = /[\s<>"`{|\\^]/;

/** Marks that end a sentence or close emphasis; outside ASCII there are those of all scripts: ، ؛ ؟ ۔ » ” । … */
const TRAILING = /(?:[?!.,:*_~'"]|(?![\0-\x7f])[\p{P}\p{Cf}])$/u;
/** Looks like a character reference: `&hl;` */
const REFERENCE = /(?:&[a-z0-9]+)?;$/i;
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/**
 * The end of the address whose host starts at `start`, at most `max`; undefined when no host is there.
 *
 * @param domain the host must have a full stop in it
 */
export function addressEnd(text: string, start: number, max: number, domain = false): number | undefined {
  HOST.lastIndex = start;
  const host = HOST.exec(text)?.[0];
  if (host === undefined || start + host.length > max || (domain && !isDomain(host))) return undefined;
  let end = start + host.length;
  // A bracket that was not opened in the address closes the text of a link around it.
  for (let open = 0; end < max && !END.test(text[end]!); end++) {
    if (text[end] === '[') open++;
    else if (text[end] === ']' && open-- === 0) break;
  }
  return start + withoutTrailing(text.slice(start, end)).length;
}

function isDomain(host: string): boolean {
  const labels = host.split('.');
  return labels.length > 1 && labels.slice(-2).every((label) => !label.includes('_'));
}

function withoutTrailing(address: string): string {
  // Each turn looks at the end alone, and brackets are counted once.
  let end = address.length;
  const surplus = { ')': surplusOf(address, ')'), ']': surplusOf(address, ']') };
  while (end > 0) {
    const rest = address.slice(Math.max(0, end - 40), end);
    const last = rest.at(-1)!;
    if (last === ')' || last === ']') {
      if (surplus[last]-- <= 0) break;
      end--;
    } else {
      const [mark] = TRAILING.exec(rest) ?? REFERENCE.exec(rest) ?? [];
      if (mark === undefined) break;
      end -= mark.length;
    }
  }
  return address.slice(0, end);
}

/** How many more brackets are closed than opened. */
function surplusOf(address: string, closing: ')' | ']'): number {
  const count = (sign: string) => address.split(sign).length - 1;
  return count(closing) - count(OPENING[closing]!);
}
