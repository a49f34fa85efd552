/** `bayan translate import`, entry by entry: what a translator wrote is taken, or refused without harm to the rest. */
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

describe('an entry', () => {
  const ENGLISH =
    '---\ntitle: Water\ndate: 2024-04\n---\n\nSee [the report](https://example.org/a) and a note[^1].\n\nThe second one.\n\n[^1]: Note.\n';
  const DARI =
    '---\ntitle: آب\ndate: 2024-04\ntranslation: { of: en, by: N, status: official }\n---\n\n[گزارش](https://example.org/a) و یادداشت[^1] را ببینید.\n\nدومی.\n\n[^1]: یادداشت.\n';
  const small = async (change: (po: string) => string, english = ENGLISH) => {
    const folder = temporaryProject({ 'content/a/en.md': ENGLISH, 'content/a/fa-AF.md': DARI });
    await bayan(folder.root, ['translated', 'content/a']);
    folder.write('content/a/en.md', english);
    await bayan(folder.root, ['translate', 'export', 'a', '--lang', 'fa-AF']);
    const po = folder.read('a.fa-AF.po');
    folder.write('a.fa-AF.po', change(po));
    return { folder, po, ...(await bayan(folder.root, ['translate', 'import', 'a.fa-AF.po'])) };
  };

  test.each([
    ['{link1}', '', '{link1} is missing'],
    [' {note1}', '', '{note1} is missing'],
    ['{note1}', '{note2}', '{note1} is missing'],
    ['{note1}', '{note1}{note1}', '{note1} is there twice'],
    ['{link1}گزارش{/link1}', '{/link1}گزارش{link1}', '{/link1} is in the wrong place'],
  ])('that has %j as %j is refused, and the others are taken', async (from, to, problem) => {
    const { folder, code, err } = await small((po) =>
      po
        .replace('یادداشت{note1}', 'یادداشت {note1}')
        .replace(new RegExp(`(msgstr .*)${from.replace(/[{}/]/g, '\\$&')}`), `$1${to}`)
        .replace('دومی', 'شماره دوم'),
    );
    expect(code).toBe(1);
    expect(err).toMatch(/a\.fa-AF\.po:\d+:1 error\[parcel-entry\]: paragraph 1: /);
    expect(err).toContain(problem);
    expect(folder.read('content/a/fa-AF.md')).toContain(
      '[گزارش](https://example.org/a) و یادداشت[^1] را ببینید.',
    );
    expect(folder.read('content/a/fa-AF.md')).toContain('شماره دوم.');
  });

  test('whose original has changed is fuzzy, with what it was, until the translator has seen to it', async () => {
    const changed = ENGLISH.replace('The second one', 'The third one');
    const first = await small((po) => po, changed);
    expect(first.po).toContain(
      '#, fuzzy\n#| msgid "The second one."\nmsgctxt "paragraph 2"\nmsgid "The third one."\nmsgstr "دومی."',
    );
    expect(first.out).toContain('3 of 4 texts translated');
    expect(first.code).toBe(1);
    expect(first.err).toContain('error[translation-stale]: paragraph 2 of the original has changed');
    const done = await small((po) => po.replace('#, fuzzy\n', '').replace('دومی', 'سومی'), changed);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.folder.read('content/a/fa-AF.md')).toBe(DARI.replace('دومی', 'سومی'));
  });

  test('that is made from what the original said before the export stays stale', async () => {
    const folder = temporaryProject({ 'content/a/en.md': ENGLISH, 'content/a/fa-AF.md': DARI });
    await bayan(folder.root, ['translated', 'content/a']);
    await bayan(folder.root, ['translate', 'export', 'a', '--lang', 'fa-AF']);
    folder.write('content/a/en.md', ENGLISH.replace('The second one', 'The third one'));
    const { code, err } = await bayan(folder.root, ['translate', 'import', 'a.fa-AF.po']);
    expect(code).toBe(1);
    expect(err).toContain('The [-second-]{+third+} one.');
  });

  test('of a table leaves it running as the translation reads, until the last of its cells is written over', async () => {
    const english =
      '---\ntitle: Water\ndate: 2024-04\n---\n\n| Place | Wells |\n| --- | --- |\n| Kabul | twelve |\n| Herat | nine |\n';
    const folder = temporaryProject({ 'content/a/en.md': english });
    await bayan(folder.root, ['translate', 'export', 'a', '--lang', 'fa-AF']);
    const po = folder.read('a.fa-AF.po');
    const words = [
      ['Water', 'آب'],
      ['Place', 'جای'],
      ['Wells', 'چاه‌ها'],
      ['Kabul', 'کابل'],
      ['twelve', 'دوازده'],
    ];
    const filled = (pairs: readonly (readonly string[])[]) =>
      pairs.reduce(
        (text, [from, to]) => text.replace(`msgid "${from}"\nmsgstr ""`, `msgid "${from}"\nmsgstr "${to}"`),
        po,
      );
    folder.write('a.fa-AF.po', filled(words));
    await bayan(folder.root, ['translate', 'import', 'a.fa-AF.po']);
    const half = folder.read('content/a/fa-AF.md');
    expect(half).toContain('| کابل | دوازده |\n| Herat | nine |\n\n{lang=en dir=rtl}\n');
    folder.write('a.fa-AF.po', filled([...words, ['Herat', 'هرات'], ['nine', 'نه']]));
    await bayan(folder.root, ['translate', 'import', 'a.fa-AF.po']);
    const whole = folder.read('content/a/fa-AF.md');
    expect(whole).toContain('| هرات | نه |');
    expect(whole).not.toContain('lang=en');
  });

  test('for code there is none: it stays in its place, and is stale where the original has other code', async () => {
    const english =
      '---\ntitle: Water\ndate: 2024-04\n---\n\nRun\n\n```sh\nmake all\n```\n\n- it:\n\n      make\n';
    const folder = temporaryProject({ 'content/a/en.md': english });
    const exported = async (): Promise<string> => {
      await bayan(folder.root, ['translate', 'export', 'a', '--lang', 'de']);
      return folder.read('a.de.po');
    };
    const imported = () => bayan(folder.root, ['translate', 'import', 'a.de.po']);
    const po = await exported();
    expect(po).not.toContain('make');
    folder.write(
      'a.de.po',
      ['Wasser', 'Tu', 'es:'].reduce(
        (text, word) => text.replace(/msgstr ""(?=\n\n|\n?$)/, `msgstr "${word}"`),
        po,
      ),
    );
    await imported();
    const written = folder.read('content/a/de.md');
    expect(written).toMatch(/Tu\n\n```sh\nmake all\n```\n\n- es:\n\n {6}make\n/);

    folder.write('content/a/en.md', english.replace('make all', 'make most'));
    await exported();
    expect((await imported()).err).toContain('code 1 of the original has changed');
    folder.write('content/a/de.md', written.replace('make all', 'make most'));
    expect(await imported()).toMatchObject({ code: 0, err: '' });

    folder.write('content/a/de.md', written.replace(/```[^`]*```\n\n/, ''));
    expect((await bayan(folder.root, ['check'])).err).toMatch(
      /code 1 of the original is missing[\s\S]*hint: copy it after this/,
    );
  });

  test('that would be a list in Markdown is text', async () => {
    const { folder, code, err } = await small((po) => po.replace('دومی.', '- دومی'));
    expect(err).toContain('paragraph 2: it reads as more than one text');
    expect(code).toBe(1);
    expect(folder.read('content/a/fa-AF.md')).toBe(DARI);
  });
});

test('no text of a translator breaks the file: what cannot be text is refused', async () => {
  const english =
    '---\ntitle: Water\ndate: 2024-04\n---\n\nOne.\n\n- Two.\n\n| A | B |\n| - | - |\n| Three | 4 |\n';
  const pieces = [
    '# ',
    '- ',
    '1. ',
    '> ',
    '|',
    '`',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '<b>',
    '---',
    ':',
    '!',
    '^',
    '\\',
    'آب',
    ' ',
    '~~',
    '[^1]',
    '"',
    "'",
    '&amp;',
    '{link1}',
    'https://a.org',
  ];
  const folder = temporaryProject({ 'content/a/en.md': english });
  await bayan(folder.root, ['translate', 'export', 'a', '--lang', 'fa-AF']);
  const po = folder.read('a.fa-AF.po');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), { minLength: 7, maxLength: 7 }),
      async (texts) => {
        let index = 0;
        const filled = po.replace(
          /msgstr ""(?=\n\n|\n?$)/g,
          () => `msgstr ${JSON.stringify(texts[index++]?.join('') ?? '')}`,
        );
        folder.write('a.fa-AF.po', filled);
        const { err } = await bayan(folder.root, ['translate', 'import', 'a.fa-AF.po']);
        expect(err).not.toContain('internal');

        // What is written can be read: only what it says may be wrong.
        const { out } = await bayan(folder.root, ['check', '--lang', 'fa-AF', '--format', 'json']);
        const { diagnostics } = JSON.parse(out) as { diagnostics: { severity: string; code: string }[] };
        const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
        expect(errors.filter((code) => !code.startsWith('translation-'))).toEqual([]);
        rmSync(folder.path('content/a/fa-AF.md'));
        rmSync(folder.path('content/a/fa-AF.translated.yaml'));
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
