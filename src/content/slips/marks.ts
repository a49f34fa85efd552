/** Slips within a line: bold and emphasis with spaces inside, links and pictures whose address is not taken for one. */
import { type LiteralText, MARKUP } from './literal-text.ts';
import { type Slip, shorten } from './slip.ts';

const RUNS = /\*+|_+|~+/g;
const NAMES: Readonly<Record<string, string>> = {
  '**': 'bold',
  __: 'bold',
  '~~': 'deleted',
  '*': 'emphasis',
  _: 'emphasis',
};

/** What is wrong within a text: the first pair of marks that is none, and links that are none. */
export function markSlips(text: LiteralText): readonly Slip[] {
  return [...emphasisSlip(text), ...linkSlips(text), ...wikiSlips(text)];
}

interface Run {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
}

function emphasisSlip({ content, literal }: LiteralText): readonly Slip[] {
  const runs: Run[] = [...literal.matchAll(RUNS)].map(({ 0: mark, index }) => ({
    mark,
    start: index,
    end: index + mark.length,
  }));
  for (const mark of Object.keys(NAMES)) {
    const own = runs.filter((run) => run.mark === mark);
    for (const [index, open] of own.entries()) {
      if (!mayOpen(literal, open)) continue;
      const close = own[index + 1];
      const inner = close && content.slice(open.end, close.start);
      if (close && inner !== undefined && isSlip(literal, open, close, inner)) {
        const shown = shorten(inner.trim());
        return [
          {
            start: open.start,
            end: close.end,
            message: `“${mark}${shorten(inner)}${mark}” is printed with its signs, and not as ${NAMES[mark]}`,
            hint: `no space inside the signs, and a space or a full stop outside: ${mark}${shown}${mark}`,
          },
        ];
      }
      if (mark === '**' && !close && /\p{L}/u.test(literal[open.end] ?? '')) {
        return [
          {
            start: open.start,
            end: open.end,
            message: `“${mark}” is printed as it stands: it opens what is never closed`,
            hint: `write ${mark} at the end of the bold words too; for the signs themselves, \\*\\*`,
          },
        ];
      }
    }
  }
  return [];
}

/** At the start of a word, or where a space follows that should stand before the sign. */
function mayOpen(literal: string, { start }: Run): boolean {
  return start === 0 || /[\s\p{P}\0]/u.test(literal[start - 1]!);
}

function isSlip(literal: string, open: Run, close: Run, inner: string): boolean {
  if (!/\p{L}/u.test(inner) || inner.length > 400) return false;
  const [before, behind] = [/^\s/.test(inner), /\s$/.test(inner)];
  if (open.mark.length === 2) return open.mark !== '__' || endsWord(literal, close) ? true : before || behind;
  // One star or low line may stand for itself; only a word between two of them, with a space on one side, is meant.
  const plain = !/[\n\0]/.test(literal.slice(open.end, close.start));
  return before !== behind && plain && endsWord(literal, close);
}

function endsWord(literal: string, { end }: Run): boolean {
  return end === literal.length || /[\s\p{P}\0]/u.test(literal[end]!);
}

const LINK = /(!?)\[([^[\]\n]*)\]( *)\(([^()\n]*)\)/g;
const SWAPPED = /\(([^()[\]\n]+)\)\[([^()[\]\n]+)\]/g;
const ADDRESS = /^(?:https?:|mailto:|tel:|www\.)|[/#@]|\.\w{2,5}(?:$|\s)/i;
/** An address that nothing closes before the end of its line. */
const UNCLOSED = /(!?)\[([^[\]\n]*)\]\((?:https?:|mailto:|tel:)[^()\s]+(?=\s*$)/gm;
const WIKI = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\]/g;
const PICTURE = /\.(?:png|jpe?g|svg|gif|webp)$/i;

function linkSlips({ content, literal }: LiteralText): readonly Slip[] {
  const slips: Slip[] = [];
  for (const match of literal.matchAll(LINK)) {
    const [written, sign = '', label = '', between = ''] = match;
    const end = match.index + written.length;
    const address = content.slice(end - match[4]!.length - 1, end - 1).trim();
    if (!ADDRESS.test(address) && sign === '') continue;
    const words = content.slice(match.index + sign.length + 1, match.index + sign.length + 1 + label.length);
    const what = sign === '!' ? 'picture' : 'link';
    const slip = { start: match.index, end };
    if (
      between !== '' &&
      !/\s/.test(address) &&
      (PICTURE.test(address) || /^(?:https?|mailto|tel):/i.test(address))
    )
      slips.push({
        ...slip,
        message: `this is no ${what}: a space stands before the address`,
        hint: `write ${sign}[${shorten(words)}](${address})`,
      });
    else if (between === '' && /["“”]/.test(address))
      slips.push({
        ...slip,
        message: `this is no ${what}: the words in quotation marks do not end, or are not in straight ones`,
        hint: `write ${sign}[${shorten(words)}](address "words")`,
      });
    else if (between === '' && /\s/.test(address))
      slips.push({
        ...slip,
        message: `this is no ${what}: its address has a space in it`,
        hint: `write ${sign}[${shorten(words)}](<${address}>)`,
      });
  }
  for (const match of literal.matchAll(UNCLOSED)) {
    const [written, sign = '', label = ''] = match;
    const address = written.slice(sign.length + label.length + 3);
    const end = match.index + written.length;
    if (content.slice(match.index, end) !== written) continue;
    slips.push({
      start: match.index,
      end,
      message: `this is no ${sign === '!' ? 'picture' : 'link'}: its bracket is not closed`,
      hint: `write ${sign}[${shorten(label)}](${address})`,
    });
  }
  for (const match of literal.matchAll(SWAPPED)) {
    const [written, label = ''] = match;
    const words = content.slice(match.index + 1, match.index + 1 + label.length);
    const address = content.slice(match.index + label.length + 3, match.index + written.length - 1);
    if (!/^(?:https?|mailto|tel):\S+$/i.test(address) || words.includes(MARKUP)) continue;
    slips.push({
      start: match.index,
      end: match.index + written.length,
      message: 'this is no link: its brackets are the wrong way round',
      hint: `write [${shorten(words)}](${address})`,
    });
  }
  return slips;
}

/** `[[Page]]` and `![[picture.png]]`, as notebooks write them. */
function wikiSlips({ literal }: LiteralText): readonly Slip[] {
  return [...literal.matchAll(WIKI)].flatMap(
    ({ 0: written, 1: sign = '', 2: target = '', 3: label, index }) => {
      const picture = sign === '!' || PICTURE.test(target);
      if (target.includes(MARKUP) || !/\p{L}/u.test(target)) return [];
      return [
        {
          start: index,
          end: index + written.length,
          message: `this is no ${picture ? 'picture' : 'link'}: one pair of brackets, and an address in round ones`,
          hint: picture
            ? `write ![what it shows](${/\s/.test(target) ? `<${target}>` : target})`
            : `write [${shorten(label ?? target)}](https://…)`,
        },
      ];
    },
  );
}
