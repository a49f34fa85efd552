/** The name table: the font's family and PostScript name. A record that cannot be read is passed over. */
import type { TableReader } from './reader.ts';

const FAMILY = 1;
const POSTSCRIPT_NAME = 6;
const TYPOGRAPHIC_FAMILY = 16;
const US_ENGLISH = 0x409;

export interface FontNames {
  /** Typographic family where there is one, for example `Source Serif 4`; may be empty. */
  readonly family: string;
  /** A valid PostScript name (printable ASCII without delimiters, at most 63 characters), never empty. */
  readonly postScriptName: string;
}

/** Reads the names, preferring those in English. */
export function readNames(table: TableReader | undefined): FontNames {
  const best = new Map<number, { readonly rank: number; readonly text: string }>();
  const count = table && table.length >= 6 ? Math.min(table.u16(2), Math.floor((table.length - 6) / 12)) : 0;
  for (let i = 0; table && i < count; i++) {
    const at = 6 + i * 12;
    const id = table.u16(at + 6);
    if (id !== FAMILY && id !== POSTSCRIPT_NAME && id !== TYPOGRAPHIC_FAMILY) continue;
    const platform = table.u16(at);
    const rank = rankOf(platform, table.u16(at + 4));
    if (rank <= (best.get(id)?.rank ?? 0)) continue;
    const start = table.u16(4) + table.u16(at + 10);
    const length = table.u16(at + 8);
    if (start + length > table.length) continue;
    const text = decode(table.slice(start, length), platform);
    if (text !== '') best.set(id, { rank, text });
  }
  const family = best.get(TYPOGRAPHIC_FAMILY)?.text ?? best.get(FAMILY)?.text ?? '';
  const name = toPostScript(best.get(POSTSCRIPT_NAME)?.text ?? '') || toPostScript(family) || 'Unnamed';
  return { family, postScriptName: name };
}

/** Windows English, then Unicode, other Windows languages, Macintosh; 0 for what cannot be decoded. */
function rankOf(platform: number, language: number): number {
  if (platform === 3) return language === US_ENGLISH ? 4 : 2;
  return platform === 0 ? 3 : platform === 1 ? 1 : 0;
}

function decode(record: TableReader, platform: number): string {
  const step = platform === 1 ? 1 : 2;
  let text = '';
  for (let at = 0; at + step <= record.length; at += step) {
    text += String.fromCharCode(step === 2 ? record.u16(at) : record.u8(at));
  }
  return text;
}

/** What the OpenType specification allows in name id 6. */
function toPostScript(text: string): string {
  return text.replace(/[^!-~]|[[\](){}<>/%]/g, '').slice(0, 63);
}
