/** Reads text files: size and encoding are checked before a character is believed. */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { SourceReader } from './project-files.ts';
import { reportFault } from './source-file.ts';

/** 2 MB: a hundred times the longest statement, and little enough to parse at once. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024;
/** A list of a hundred thousand people. */
const MAX_TABLE_BYTES = 32 * 1024 * 1024;

const BYTE_ORDER_MARKS: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  // Before UTF-16LE, whose mark is its beginning.
  ['UTF-32LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

const SAVE_TABLE_AS_UTF8 =
  'in Excel choose “Save as” and “CSV UTF-8 (comma delimited)”, in LibreOffice tick “Edit filter settings” and take Unicode (UTF-8)';
const SAVE_AS_UTF8 =
  'save it as UTF-8 without BOM: in Visual Studio Code click the encoding in the status bar, in Notepad choose it in “Save as”';

/**
 * Reads a text file as UTF-8, with every line end as `\n`.
 *
 * @param path as the door takes it
 * @returns undefined after reporting `path-outside-project`, `file-missing`, `file-unreadable`,
 *   or what `decodeText` reports
 */
export function readText(files: SourceReader, path: string, report: Report): string | undefined {
  const file = files.read(path);
  return file.fault === undefined ? decodeText(file.bytes, file.path, report) : reportFault(file, report);
}

/**
 * Turns bytes into text with every line end as `\n`, so that lines keep their numbers.
 *
 * @returns undefined after reporting what `decodeUtf8` reports, or `content-empty`
 */
export function decodeText(bytes: Uint8Array, file: string, report: Report): string | undefined {
  const text = decodeUtf8(bytes, file, report);
  return text !== undefined && isFilled(text, file, report) ? text : undefined;
}

/**
 * The same for files that may be empty: settings, styles, words.
 *
 * @returns undefined after reporting `file-too-large`, `encoding-bom`, `encoding-not-utf8` or `text-invalid`
 *   (control characters)
 */
export function decodeUtf8(bytes: Uint8Array, file: string, report: Report): string | undefined {
  if (bytes.length > MAX_TEXT_BYTES)
    return reportSize(file, bytes.length, MAX_TEXT_BYTES, 'split it into several documents', report);
  const mark = markOf(bytes);
  if (mark) {
    report.error(
      'encoding-bom',
      { file, line: 1, column: 1 },
      `the file starts with a ${mark[0]} byte order mark`,
      {
        hint: SAVE_AS_UTF8,
      },
    );
    return undefined;
  }
  const text = decodeStrictly(bytes, file, SAVE_AS_UTF8, report);
  return text !== undefined && isPrintable(text, file, report) ? text : undefined;
}

/**
 * The same for tables, which spreadsheets write: they may begin with the byte order mark of UTF-8, be long and empty, and
 * what a cell must not have in it is said of the cell by whoever reads them.
 *
 * @returns undefined after reporting `file-too-large`, `encoding-bom` (of UTF-16) or `encoding-not-utf8`
 */
export function decodeTable(bytes: Uint8Array, file: string, report: Report): string | undefined {
  if (bytes.length > MAX_TABLE_BYTES)
    return reportSize(file, bytes.length, MAX_TABLE_BYTES, 'split it into several lists', report);
  const mark = markOf(bytes);
  if (mark && mark[0] !== 'UTF-8') {
    const message = `the file is ${mark[0].slice(0, -2)}, not UTF-8`;
    report.error('encoding-bom', { file, line: 1, column: 1 }, message, { hint: SAVE_TABLE_AS_UTF8 });
    return undefined;
  }
  return decodeStrictly(mark ? bytes.subarray(mark[1].length) : bytes, file, SAVE_TABLE_AS_UTF8, report);
}

function markOf(bytes: Uint8Array): (typeof BYTE_ORDER_MARKS)[number] | undefined {
  return BYTE_ORDER_MARKS.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
}

function decodeStrictly(bytes: Uint8Array, file: string, hint: string, report: Report): string | undefined {
  if (isWide(bytes)) {
    report.error('encoding-not-utf8', { file, line: 1, column: 1 }, 'the file is UTF-16, not UTF-8', {
      hint,
    });
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.replace(/\r\n?/g, '\n');
  } catch {
    const bad = firstBadByte(bytes);
    const shown = `0x${bytes[bad.offset]?.toString(16).toUpperCase().padStart(2, '0') ?? '00'}`;
    report.error(
      'encoding-not-utf8',
      placeOf(bad.before, bad.before.length, file),
      `byte ${shown} is not UTF-8`,
      { hint },
    );
    return undefined;
  }
}

/** Whether every second of the first bytes is null: UTF-16 without a byte order mark. */
function isWide(bytes: Uint8Array): boolean {
  const [even, odd] = [0, 1].map((start) => [0, 2, 4, 6].every((at) => bytes[start + at] === 0));
  return even !== odd;
}

/** Reports text that is empty or has control characters; for text that did not come from bytes. */
export function checkText(text: string, file: string, report: Report): boolean {
  return isFilled(text, file, report) && isPrintable(text, file, report);
}

function isFilled(text: string, file: string, report: Report): boolean {
  if (text.trim() !== '') return true;
  report.error('content-empty', { file }, 'the file has no text', {
    hint: 'begin it with a line “---”, then “title: …” and “date: …”, then “---” again, and write the text below',
  });
  return false;
}

function isPrintable(text: string, file: string, report: Report): boolean {
  // C0 controls but tab and line feed, DEL, and surrogates without a partner (only in strings, never in UTF-8).
  const bad = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/u.exec(text);
  if (!bad) return true;
  const code = bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  report.error('text-invalid', placeOf(text, bad.index, file), `the character U+${code} cannot be printed`, {
    hint: 'delete it; it often comes along when text is copied from a PDF or a form',
  });
  return false;
}

function reportSize(file: string, size: number, most: number, hint: string, report: Report): undefined {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  const message = `the file has ${megabytes} MB; Bayan reads text up to ${most / 1024 / 1024} MB`;
  report.error('file-too-large', { file }, message, { hint });
  return undefined;
}

/**
 * The first byte that is not UTF-8, and the text before it: the first U+FFFD of a lenient decoding that the
 * bytes do not spell out themselves.
 */
function firstBadByte(bytes: Uint8Array): { offset: number; before: string } {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (;;) {
    const index = lenient.indexOf('\uFFFD', from);
    if (index < 0) return { offset, before: lenient };
    offset += Buffer.byteLength(lenient.slice(from, index));
    const spelt = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!spelt) return { offset, before: lenient.slice(0, index).replace(/\r\n?/g, '\n') };
    offset += 3;
    from = index + 1;
  }
}

function placeOf(text: string, offset: number, file: string): SourceSpan {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: offset - lineStart + 1 };
}
