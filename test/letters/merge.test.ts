/** Letters merged to their recipients: values stand as they are, each by itself, and nobody is in somebody else's letter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/content/edition.ts';
import type { Fields } from '../../src/content/fields/field.ts';
import { parseEdition } from '../../src/content/parse.ts';
import { plainText } from '../../src/content/plain-text.ts';
import { textsIn } from '../../src/content/walk.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { packageRoot } from '../../src/files/package-root.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { mergeEdition } from '../../src/letters/merge/merge-edition.ts';
import type { RecipientList } from '../../src/letters/recipients/recipient.ts';
import { SalutationForms } from '../../src/letters/salutations/forms.ts';
import { salutationFor } from '../../src/letters/salutations/salutation.ts';
import { templateFolder } from '../../src/template/template-folder.ts';
import { dumpBlocks, dumpDiagnostics, dumpInlines } from '../content/dump.ts';
import { readCsvList } from './read-list.ts';

const FORMS = new SalutationForms([templateFolder(new ProjectFiles(packageRoot()), 'templates')]);

function letter(body: string, front = '', lang = 'en'): Edition {
  const report = new Report();
  const source = `---\ntitle: A letter\ndate: 2026-01-02\nkinds: [letter]\n${front}---\n\n${body}\n`;
  const edition = parseEdition({ file: `content/l/${lang}.md`, slug: 'l', lang, source }, report);
  expect(dumpDiagnostics(report.diagnostics)).toEqual([]);
  return edition!;
}

/** Everybody of a list, whatever is wrong with the others. */
function listOf(csv: string, lang = 'en', fields: Fields = {}): RecipientList {
  return readCsvList(csv, { languages: [lang], fields }).list!;
}

interface Merged {
  readonly edition: Edition | undefined;
  readonly said: readonly string[];
}

function merge(edition: Edition, list: RecipientList, at = 0): Merged {
  const report = new Report();
  const recipient = list.recipients[at]!;
  const forms = FORMS.find(edition.lang, report);
  const salutation = () => salutationFor(recipient, { forms, file: '', rule: 'strict' }, report);
  return {
    edition: mergeEdition(edition, { recipient, list, salutation }, report),
    said: dumpDiagnostics(report.diagnostics),
  };
}

const words = (edition: Edition | undefined): readonly string[] =>
  [...textsIn(edition?.body ?? [])].map((text) => plainText(text).replace(/\s+/g, ' ').trim());

const OFFICES = `id,name,office,country,address,cc,role,gender
interior,,Minister of *Interior* <&>,Pakistan,"R Block\nIslamabad","Speaker; Ombudsman; Governor",minister,
foreign,Jane Example,Minister of Foreign Affairs,,2 Street,,minister,female
`;

describe('a field', () => {
  test('is a text of its own, isolated, whatever signs are in it', () => {
    const { edition, said } = merge(letter('To the **{{to.office}}**.'), listOf(OFFICES));
    expect(said).toEqual([]);
    expect(dumpBlocks(edition!.body)).toEqual([
      'paragraph @7:1',
      '  text "To the " @7:1',
      '  strong @7:8',
      '    span isolated @7:10',
      '      text "Minister of *Interior* <&>" @7:10',
      '  text "." @7:25',
    ]);
  });

  test('of several values has the lines of an address, and a list in words of everything else', () => {
    const { edition } = merge(letter('{{to.address}}\n\nCopies: {{to.cc}}.'), listOf(OFFICES));
    const [lines] = textsIn(edition!.body);
    expect(dumpInlines(lines!)).toEqual([
      'span isolated @7:1',
      '  text "R Block" @7:1',
      'break @7:1',
      'span isolated @7:1',
      '  text "Islamabad" @7:1',
    ]);
    expect(words(edition)[1]).toBe('Copies: Speaker, Ombudsman and Governor.');
  });

  test('is the salutation and the closing of the role, with values as parts of their own', () => {
    const list = listOf('id,name,address,role\na,Jane,Street,plain\n');
    const { edition } = merge(letter('{{to.salutation}}\n\nText.\n\n{{to.closing}}'), list);
    expect(words(edition)).toEqual(['Dear Jane,', 'Text.', 'Yours sincerely,']);
    expect(dumpBlocks(edition!.body).slice(0, 5)).toEqual([
      'paragraph @7:1',
      '  text "Dear " @7:1',
      '  span isolated @7:1',
      '    text "Jane" @7:1',
      '  text "," @7:1',
    ]);
  });

  test('of a date or number is written as the language of the letter writes it', () => {
    const fields = { deadline: { type: 'date', help: '' }, people: { type: 'number', help: '' } } as const;
    const list = listOf('id,office,address,deadline,people\na,O,S,2026-03-20,1200\n', 'fa-AF', fields);
    const { edition } = merge(letter('{{to.deadline}}، {{to.people}}', '', 'fa-AF'), list);
    expect(words(edition)).toEqual(['۲۹ حوت ۱۴۰۴، ۱٬۲۰۰']);
  });

  test('is in the language that the list says it is written in, where it is in its script', () => {
    const list = listOf('id,office,country,address,written\na,وزیر داخلہ,Pakistan,S,Urdu\n');
    const { edition } = merge(letter('{{to.office}}, {{to.country}}'), list);
    expect(dumpBlocks(edition!.body)).toEqual([
      'paragraph @7:1',
      '  span {lang=ur} isolated @7:1',
      '    text "وزیر داخلہ" @7:1',
      '  text ", " @7:14',
      '  span isolated @7:16',
      '    text "Pakistan" @7:16',
    ]);
  });

  test('that there is not is told with the nearest, once for the whole list', () => {
    const edition = letter('{{to.offise}} {{to.constructor}} {{to.__proto__}} {{to.phone}} {{from.office}}');
    const report = new Report();
    const list = listOf(OFFICES);
    for (const recipient of list.recipients)
      expect(mergeEdition(edition, { recipient, list, salutation: () => undefined }, report)).toBeUndefined();
    const all = 'the list has to.id, to.name, to.office, to.country, to.address, to.cc, to.role, to.gender';
    expect(dumpDiagnostics(report.diagnostics)).toEqual([
      '! error merge-unknown @7:1 there is no field “to.offise” (did you mean “to.office”?)',
      `! error merge-unknown @7:15 there is no field “to.constructor” (${all})`,
      `! error merge-unknown @7:34 there is no field “to.__proto__” (${all})`,
      `! error merge-unknown @7:51 the list has no column for “to.phone” (${all})`,
      '! error merge-unknown @7:64 there is no field “from.office” (did you mean “to.office”?)',
    ]);
  });

  test('that is empty for somebody names the person and the line', () => {
    const { edition, said } = merge(letter('Dear\n{{to.name}}'), listOf(OFFICES));
    expect(edition).toBeUndefined();
    expect(said).toEqual([
      '! error merge-empty @8:1 “to.name” is empty for interior (row 2 of the list) (fill it in, or put {{#if to.name}} … {{/if}} around the sentence)',
    ]);
    expect(merge(letter('Dear\n{{to.name}}'), listOf(OFFICES), 1).said).toEqual([]);
  });

  test('of a salutation that is not known is told where the recipient stands', () => {
    const { said } = merge(letter('{{to.salutation}}'), listOf('id,office,address\na,O,S\n'));
    expect(said).toEqual([
      expect.stringMatching(/^! error salutation-missing @2:1 row 2 \(a\): there is no role/),
    ]);
  });
});

describe('a condition', () => {
  const TEXT = `{{#if to.country}}

## In {{to.country}}

- an item
- {{#if to.name}}An item for {{to.name}}.{{/if}}

{{else}}

Elsewhere.

{{/if}}

For all.[^1] {{#if to.name}}For a person.[^2]{{else}}For an office.[^3]{{/if}}

[^1]: One.
[^2]: Two.
[^3]: Three.`;

  test('leaves out blocks and sentences, and what is empty without them', () => {
    const { edition } = merge(letter(TEXT), listOf(OFFICES));
    expect(words(edition)).toEqual(['In Pakistan', 'an item', 'For all. For an office.']);
    expect(words(merge(letter(TEXT), listOf(OFFICES), 1).edition)).toEqual([
      'Elsewhere.',
      'For all. For a person.',
    ]);
    expect(JSON.stringify(edition!.body)).not.toMatch(/"when"|merge-field/);
  });

  test('keeps the notes that are called, numbered in their order', () => {
    const { edition } = merge(letter(TEXT), listOf(OFFICES));
    expect(edition!.footnotes.map(({ label }) => label)).toEqual(['1', '3']);
    expect(dumpBlocks(edition!.body).filter((line) => line.includes('footnote'))).toEqual([
      expect.stringContaining('footnote 1 '),
      expect.stringContaining('footnote 2 '),
    ]);
  });

  test('of a column that the list lacks holds for nobody, and one of a slip is told', () => {
    const { edition, said } = merge(letter('{{#if to.phone}}Call.{{else}}Write.{{/if}}'), listOf(OFFICES));
    expect([words(edition), said]).toEqual([['Write.'], []]);
    expect(merge(letter('{{#if to.nmae}}Call.{{/if}}'), listOf(OFFICES)).said).toEqual([
      '! error merge-unknown @7:1 there is no field “to.nmae” (did you mean “to.name”?)',
    ]);
  });
});

describe('front matter', () => {
  const FRONT = `summary: For the {{to.office}}.
demands:
  - First.
  - '{{#if to.name}}For {{to.name}}.{{/if}}'
  - Last. {{#if to.country}}{{to.country}}{{else}}Your country{{/if}}
`;

  test('is merged too, and what is left empty goes', () => {
    const { edition, said } = merge(letter('Text.', FRONT), listOf(OFFICES));
    expect(said).toEqual([]);
    expect(edition!.frontMatter).toMatchObject({
      summary: 'For the Minister of *Interior* <&>.',
      demands: ['First.', 'Last. Pakistan'],
    });
    expect(plainText(edition!.inline.get('demands.1')!)).toBe('Last. Pakistan');
    expect(edition!.inline.has('demands.2')).toBe(false);
  });

  test('names nobody in what the file says of itself', () => {
    const { edition } = merge(titled('To {{to.office}}'), listOf(OFFICES));
    expect(plainText(edition!.inline.get('title')!)).toBe('To Minister of *Interior* <&>');
    expect(edition!.discreet).toEqual({ title: 'To …', summary: '' });
  });

  test.each([
    ['title: {{to.office}}: a letter', '2:9', 'yaml-syntax', 'write title: "{{to.office}}: a letter"'],
    [
      "title: A\ncontact: { name: 'For {{to.name}}' }",
      '3:18',
      'merge-syntax',
      'take the merge field out of it; they stand in the text, and in fields of the type markdown',
    ],
  ])('%j says what to type', (front, place, code, hint) => {
    const report = new Report();
    const source = `---\n${front}\ndate: 2026-01-02\nkinds: [letter]\n---\n\nText.\n`;
    expect(parseEdition({ file: 'content/l/en.md', slug: 'l', lang: 'en', source }, report)).toBeUndefined();
    const [first] = report.diagnostics;
    expect([`${first?.span?.line}:${first?.span?.column}`, first?.code, first?.hint]).toEqual([
      place,
      code,
      hint,
    ]);
  });

  function titled(title: string): Edition {
    const report = new Report();
    const source = `---\ntitle: ${title}\ndate: 2026-01-02\nkinds: [letter]\n---\n\nText.\n`;
    return parseEdition({ file: 'content/l/en.md', slug: 'l', lang: 'en', source }, report)!;
  }
});

test('what no field touches is the same for everybody, object by object', () => {
  const edition = letter('For all.\n\n- {{to.office}}\n\nFor all again.\n\n> And this.');
  const list = listOf(OFFICES);
  const [one, other] = [0, 1].map((at) => merge(edition, list, at).edition!.body);
  expect(one!.map((block, at) => block === edition.body[at])).toEqual([true, false, true, true]);
  expect(one![1]).not.toEqual(other![1]);
});

test('nothing of any other row is in a letter, and each value comes out unchanged', () => {
  const value = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => /^[\p{L}\p{M}\p{N}*<>&"'\\[\](){}_#|~^ -]+$/u.test(text) && /^[\p{L}*<&]/u.test(text))
    .filter((text) => !/Ã|Ø|Ù|Â|â|Ð|Ñ/.test(text));
  const edition = letter(
    'Dear {{to.name}} of **{{to.country}}**: {{#if to.office}}The {{to.office}}.{{/if}}',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 5 }), (rows) => {
      const cells = rows.map((row, at) =>
        row.map((text, column) => `${text.trim().normalize('NFC')} №${at}${column}`),
      );
      const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const lines = cells.map((row, at) => [`r${at}`, ...row, 'Street'].map(quote).join(','));
      const list = listOf(`id,name,country,office,address\n${lines.join('\n')}\n`);
      expect(list.recipients).toHaveLength(rows.length);
      for (const at of rows.keys()) {
        const { edition: merged, said } = merge(edition, list, at);
        expect(said).toEqual([]);
        const all = JSON.stringify([
          merged!.body,
          merged!.frontMatter,
          merged!.declared,
          [...merged!.inline],
        ]);
        expect([...all.matchAll(/№(\d)/g)].map(([, row]) => Number(row))).toEqual([at, at, at]);
        const texts = [...textsIn(merged!.body)].map(plainText).join('');
        for (const text of cells[at]!) expect(texts).toContain(text);
      }
    }),
    { numRuns: 60 },
  );
});
