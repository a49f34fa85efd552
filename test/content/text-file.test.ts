/** Bytes that are not text in UTF-8 are named, with the place where they stop being so. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { decodeText, readText } from '../../src/files/text-file.ts';
import { dumpDiagnostics } from './dump.ts';

function decode(bytes: Uint8Array): { text: string | undefined; said: string } {
  const report = new Report();
  const text = decodeText(bytes, 'a.md', report);
  return { text, said: dumpDiagnostics(report.diagnostics).join('\n') };
}

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('decodeText', () => {
  it('keeps text and line numbers, whatever the line ends', () => {
    expect(decode(bytes('a\r\nب\rc\n\n')).text).toBe('a\nب\nc\n\n');
  });

  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0x61]],
    ['UTF-16LE', [0xff, 0xfe, 0x61, 0]],
    ['UTF-16BE', [0xfe, 0xff, 0, 0x61]],
    ['UTF-32LE', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]],
  ])('refuses a %s byte order mark and says how to save without', (name, mark) => {
    const { text, said } = decode(Uint8Array.from(mark));
    expect(text).toBeUndefined();
    expect(said).toContain(
      `encoding-bom @1:1 the file starts with a ${name} byte order mark (save it as UTF-8`,
    );
  });

  it('points at the first byte that is not UTF-8', () => {
    // é in Latin-1, after a U+FFFD that the author really wrote, and after lines with wide characters.
    expect(decode(bytes('😀\r\nب\uFFFD caf', [0xe9], ' x')).said).toContain(
      'encoding-not-utf8 @2:7 byte 0xE9',
    );
    expect(decode(bytes('ab', [0xd8])).said).toContain('encoding-not-utf8 @1:3 byte 0xD8');
    expect(decode(bytes([0xed, 0xa0, 0x80])).said).toContain('encoding-not-utf8 @1:1 byte 0xED');
  });

  it('points at control characters', () => {
    expect(decode(bytes('a\tb\nc\0d')).said).toContain('text-invalid @2:2 the character U+0000');
    expect(decode(bytes('\x1b[1m')).said).toContain('text-invalid @1:1 the character U+001B');
  });

  it('refuses files without text', () => {
    expect(decode(bytes('')).said).toContain('content-empty');
    expect(decode(bytes(' \n\t\n')).said).toContain('content-empty');
  });
});

describe('readText', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bayan-text-'));
  const root = join(folder, 'project');
  mkdirSync(join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'content/a.md'), 'a\r\nb');
  writeFileSync(join(folder, 'secret.md'), 'secret');
  symlinkSync(join(folder, 'secret.md'), join(root, 'content/link.md'));
  symlinkSync('a.md', join(root, 'content/inside.md'));
  writeFileSync(join(root, 'content/huge.md'), 'x');
  truncateSync(join(root, 'content/huge.md'), 5 * 1024 * 1024);
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (path: string): string => {
    const report = new Report();
    return readText(new ProjectFiles(root), path, report) ?? dumpDiagnostics(report.diagnostics).join('\n');
  };

  it('reads a file of the project, also through a link inside it', () => {
    expect(read('content/a.md')).toBe('a\nb');
    expect(read('content/inside.md')).toBe('a\nb');
  });

  it.each([
    '../secret.md',
    'content/../../secret.md',
    '/etc/hostname',
    'C:\\a.md',
    '..\\secret.md',
    'content/link.md',
  ])('refuses to leave the project by %s', (path) => {
    expect(read(path)).toContain('path-outside-project');
  });

  it('names what is missing or too large', () => {
    expect(read('content/b.md')).toContain('file-missing');
    expect(read('content')).toContain('file-unreadable "content" is a folder, not a file');
    expect(read('content/huge.md')).toContain('file-too-large the file has 5.0 MB');
  });
});
