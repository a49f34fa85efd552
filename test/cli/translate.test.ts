/** `bayan translate export` and `import`: what a translator gets, and what becomes of what comes back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryProject } from '../project/temporary-project.ts';
import { ROOT, SAMPLE_LANGUAGES } from '../support/make.ts';
import { bayan } from './run-bayan.ts';

/** Everything that a text may have. */
const RICH = `---
title: Clean *water*
date: 2024-04
demands:
  - Clean water, [now](https://example.org/now).
  - >-
    Safe roads for every village in the country, in summer and in winter, and for everybody who has to
    travel on them.
contact:
  name: The office
images:
  pump: { src: pump.png, alt: A pump, caption: Our **pump** }
---

## The report {#report}

See [the *full* report](https://example.org/a "A title") and <https://example.org/b>, or
https://example.org/c. A note[^n], one here^[written *here*], a \\*star\\* and \`code\`.\\
A new line, and [کتاب]{lang=fa dir=rtl}.

- One **item**
- Another, which is much longer than the first one and goes over the end of its line for this reason
  alone.

  1. Nested [link](#report)

> A quotation
> over two lines.

| Head | Count |
| ---- | ----- |
| A \\| b | 40 |

![A well](well.png "With a caption")

Term
: Its definition

[^n]: A note with a [link](https://example.org/n).
`;

const PNG = readFileSync(join(ROOT, 'test/specimens/pictures/en.png'));

function project(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  return temporaryProject({
    'content/a/en.md': RICH,
    'content/a/pump.png': PNG,
    'content/a/well.png': PNG,
    ...files,
  });
}

/** Fills every empty entry with its original, each word outside placeholders and marks as `change` has it. */
function fill(po: string, change: (word: string) => string): string {
  return po.replace(/^msgid ((?:".*"\n)+)msgstr ""\n/gm, (whole, id: string) => {
    if (id === '""\n') return whole;
    const text = id.replace(
      /(\{[^}]*\}|`[^`]*`|\\n|\\"|\\\\.)|(\p{L}+)/gu,
      (mark, kept) => kept ?? change(mark),
    );
    return `msgid ${id}msgstr ${text}`;
  });
}

test('the sample goes out and comes back in five languages, byte for byte', async () => {
  const files = Object.fromEntries(
    SAMPLE_LANGUAGES.map((lang) => {
      const path = `content/afghan-returns/${lang}.md`;
      return [path, readFileSync(join(ROOT, path), 'utf8')];
    }),
  );
  const folder = temporaryProject(files);
  const langs = SAMPLE_LANGUAGES.filter((lang) => lang !== 'en');
  const exported = await bayan(folder.root, ['translate', 'export', 'afghan-returns', '--lang', ...langs]);
  expect(exported).toMatchObject({ code: 0, err: '' });
  expect(exported.out).toContain('✓ afghan-returns.ps.po  19 texts, 0 to translate\n');
  const parcels = langs.map((lang) => `afghan-returns.${lang}.po`);
  expect(await bayan(folder.root, ['translate', 'import', ...parcels])).toMatchObject({ code: 0, err: '' });
  for (const [path, text] of Object.entries(files)) expect(folder.read(path)).toBe(text);
});

test('the folder of a document as a shell completes it, and a folder that is not there yet', async () => {
  const { root, has } = project();
  const { code, out } = await bayan(root, ['translate', 'export', 'a/', '--lang', 'ps', '--out', 'to/send']);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('to/send/a.ps.po  ') });
  expect(has('to/send/a.ps.po')).toBe(true);
});

test('a new translation keeps links, notes, pictures and all else that is not translated', async () => {
  const folder = project();
  expect(await bayan(folder.root, ['translate', 'export', 'a', '--lang', 'de'])).toMatchObject({
    code: 0,
    err: '',
  });
  const po = fill(folder.read('a.de.po'), (word) => `${word}en`).replace(
    '"Language: de',
    '"Last-Translator: Anna Maria <anna@example.org>\\n"\n"Language: de',
  );
  folder.write('a.de.po', po);
  const imported = await bayan(folder.root, ['translate', 'import', 'a.de.po']);
  expect(imported.err).toBe('');
  expect(imported.code).toBe(0);
  const text = folder.read('content/a/de.md');
  for (const line of [
    'title: Cleanen *wateren*',
    '  - Cleanen wateren, [nowen](https://example.org/now).',
    '## Theen reporten {#report}',
    'Seeen [theen *fullen* reporten](https://example.org/a "A title") anden <https://example.org/b>,',
    'oren <https://example.org/c>. Aen noteen[^n], oneen hereen^[writtenen *hereen*], aen \\*staren\\*',
    'anden `code`.\\',
    'Aen newen lineen, anden [کتابen]{lang=fa dir=rtl}.',
    '  1. Nesteden [linken](#report)',
    '> Aen quotationen overen twoen linesen.',
    '| Aen \\| ben | 40 |',
    '![Aen wellen](well.png "Withen aen captionen")',
    ': Itsen definitionen',
    '[^n]: Aen noteen withen aen [linken](https://example.org/n).',
    '  by: "Anna Maria"',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).not.toContain('{lang=en');
  expect(text).not.toContain('take its mark away');
  await bayan(folder.root, ['translate', 'export', 'a', '--lang', 'de']);
  const entries = (text: string) =>
    text
      .replace(/^#.*\n|"\n"/gm, '')
      .split('\n\n')
      .slice(1);
  expect(entries(folder.read('a.de.po'))).toEqual(entries(po));
  const again = folder.read('content/a/de.md');
  expect(await bayan(folder.root, ['translate', 'import', 'a.de.po'])).toMatchObject({ code: 0, err: '' });
  expect(folder.read('content/a/de.md')).toBe(again);
});

test.each([
  ['each beside its original', 'Von *wem*.\n\n---\n\nEnde.\n'],
  ['in other places', 'Von *wem*.\n'],
])(
  'front matter between lines with spaces behind their hyphens, and a translation with its texts %s',
  async (_, body) => {
    const front = (title: string, more = '') => `--- \ntitle: ${title}\ndate: 2024-04\n${more}--- \n`;
    const folder = project({
      'content/b/en.md': `${front('Water')}By *whom*.\n\n---\n\nEnd.\n`,
      'content/b/de.md': `${front('Was', 'translation: {of: en, by: N, status: unofficial}\n')}${body}`,
    });
    await bayan(folder.root, ['translate', 'export', 'b', '--lang', 'de']);
    const po = folder
      .read('b.de.po')
      .replace('"Was"', '"Wasser"')
      .replace(/"(?:Ende\.)?"\n$/, '"Schluss."\n');
    folder.write('b.de.po', po);
    expect(await bayan(folder.root, ['translate', 'import', 'b.de.po'])).toMatchObject({ code: 0, err: '' });
    expect(folder.read('content/b/de.md')).toBe(
      `${front('Wasser', 'translation: {of: en, by: N, status: unofficial}\n')}Von *wem*.\n\n---\n\nSchluss.\n`,
    );
  },
);

test('a translation that lacks a paragraph gets it, and keeps its front matter', async () => {
  const folder = temporaryProject({
    'content/a/en.md':
      '---\ntitle: Water\ndate: 2024-04\n---\n\nOne about the town.\n\nTwo about the river 1948.\n',
    'content/a/fr.md':
      '---\ntitle: L’eau\ndate: 2024-04\ntranslation: { of: en, by: Marie, status: official }\n---\n\nUn sur la ville.\n',
  });
  await bayan(folder.root, ['translate', 'export', 'a', '--lang', 'fr']);
  folder.write(
    'a.fr.po',
    fill(folder.read('a.fr.po'), () => 'mot'),
  );
  expect(await bayan(folder.root, ['translate', 'import', 'a.fr.po'])).toMatchObject({ code: 0, err: '' });
  expect(folder.read('content/a/fr.md')).toBe(
    '---\ntitle: L’eau\ndate: 2024-04\ntranslation: { of: en, by: Marie, status: official }\n---\n\nUn sur la ville.\n\nmot mot mot mot 1948.\n',
  );
});

test('a letter keeps its merge fields and conditions', async () => {
  const folder = temporaryProject({
    'templates/letter.hbs': '<document/>',
    'content/a/en.md': `---
title: 'To {{to.office}}'
date: 2024-04
kinds: [letter]
---

Dear {{to.office}}. {{#if to.name}}Dear **{{to.name}}**.{{else}}Dear all.{{/if}} We write.

{{#if to.country}}

In {{to.country}}.

{{/if}}
`,
  });
  await bayan(folder.root, ['translate', 'export', 'a', '--lang', 'de']);
  folder.write(
    'a.de.po',
    fill(folder.read('a.de.po'), (word) => `${word}en`),
  );
  expect(await bayan(folder.root, ['translate', 'import', 'a.de.po'])).toMatchObject({ code: 0, err: '' });
  const text = folder.read('content/a/de.md').replace(/\s+/g, ' ');
  expect(text).toContain(
    'Dearen {{to.office}}. {{#if to.name}}Dearen **{{to.name}}**.{{else}}Dearen allen.{{/if}} Ween writeen. {{#if to.country}} Inen {{to.country}}. {{/if}}',
  );
});

describe('what is no parcel of this project is told', () => {
  test.each([
    ['nothing', 'parcel-invalid'],
    ['msgid "a"\nmsgstr "b"\n', 'parcel-invalid'],
    [
      'msgid ""\nmsgstr ""\n"Language: ps\\n"\n"X-Bayan-Document: z\\n"\n"X-Source-Language: en\\n"\n',
      'parcel-invalid',
    ],
  ])('%j', async (po, fault) => {
    const folder = project({ 'x.po': po });
    const { code, err } = await bayan(folder.root, ['translate', 'import', 'x.po']);
    expect(code).toBe(1);
    expect(err).toContain(`x.po error[${fault}]`);
  });

  const HEAD = 'msgid ""\nmsgstr ""\n"X-Bayan-Document: a\\n"\n"X-Source-Language: en\\n"\n';
  test.each([
    ['empty', '', 'it has no X-Bayan-Document at its top'],
    ['without its language', HEAD, 'it has no Language at its top'],
    [
      'that breaks off',
      `${HEAD}"Language: ps\\n"\n\nmsgctxt "title"\nmsgid "Clean *wa`,
      'breaks off: “title” has no msgstr, and what follows may be missing',
    ],
  ])('a file %s', async (_, po, told) => {
    const folder = project({ 'x.po': po });
    const { code, err } = await bayan(folder.root, ['translate', 'import', 'x.po']);
    expect(code).toBe(1);
    expect(err).toContain('x.po error[parcel-invalid]');
    expect(err).toContain(told);
    expect(folder.has('content/a/ps.md')).toBe(false);
  });

  test('a file that is not there', async () => {
    expect(await bayan(project().root, ['translate', 'import', 'x.po'])).toMatchObject({ code: 1 });
  });

  test('an unknown document or language to export', async () => {
    const { root } = project();
    expect(await bayan(root, ['translate', 'export', 'z', '--lang', 'ps'])).toMatchObject({ code: 2 });
    expect(await bayan(root, ['translate', 'export', 'a', '--lang', 'xx-yy-zz'])).toMatchObject({ code: 2 });
    expect(await bayan(root, ['translate', 'export', 'a', '--lang', 'en'])).toMatchObject({ code: 1 });
  });
});
