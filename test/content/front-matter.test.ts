/** What front matter yields, and what authors are told when it is wrong. */
import { describe, expect, it } from 'vitest';
import { COMMON_FIELDS } from '../../src/content/fields/common-fields.ts';
import { fieldRows, fieldTable } from '../../src/content/fields/docs.ts';
import { frontMatterJsonSchema } from '../../src/content/fields/json-schema.ts';
import { KindFields } from '../../src/content/fields/kind-fields.ts';
import { parseFrontMatter } from '../../src/content/front-matter.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { isCalendarDate } from '../../src/language/calendar-date.ts';
import { dumpDiagnostics } from './dump.ts';
import { readFixtures, writeFixtures } from './fixture-file.ts';

function parse(yaml: string): { frontMatter: unknown; said: string[] } {
  const report = new Report();
  const frontMatter = parseFrontMatter('content/x/en.md', `${yaml}\n`, 2, report)?.frontMatter;
  return { frontMatter, said: dumpDiagnostics(report.diagnostics) };
}

const url = new URL('./fixtures/front-matter.txt', import.meta.url);
const show = (yaml: string): string => {
  const { frontMatter, said } = parse(yaml);
  return [...(frontMatter ? [JSON.stringify(frontMatter)] : []), ...said].join('\n');
};
const fixtures = readFixtures(url);
if (process.env.UPDATE_FIXTURES) {
  writeFixtures(
    url,
    fixtures.map((fixture) => ({ ...fixture, expected: show(fixture.input) })),
  );
}

describe('front matter', () => {
  it.each(fixtures)('$title', ({ input, expected }) => {
    expect(show(input)).toBe(expected);
  });

  it.each(['شमारہ', 'शीर्षक', 'ref2', '_note'])(
    'a declared field %s is known by its name in every slip',
    (name) => {
      const said = (yaml: string) => {
        const report = new Report();
        const file = 'templates/brief.yaml';
        const source = { name: 'brief', file, read: () => `fields:\n  ${name}: {type: text}\n` };
        const kinds = new KindFields(['brief'], new Map([['brief', source]]));
        parseFrontMatter('content/x/en.md', `${yaml}\n`, 2, report, kinds);
        return dumpDiagnostics(report.diagnostics).join('\n');
      };
      expect(said(`${name}:A\ntitle: B: C`)).toContain(`“${name}” has no space after its colon`);
      expect(said(`${name}：A`)).toContain(`“${name}” has a “：” instead of a colon`);
      expect(said(`title: A\n${name} A\ndate: 2024`)).toContain(
        `“${name}” has no colon (write “${name}: A”)`,
      );
      expect(said(`${name}: “A: B”`)).toContain('curly quotation marks are none to YAML');
      expect(said(`title: A\n\n${name}: B\nC: D: E`)).not.toContain('if the text begins here');
    },
  );

  it('is not brought down by nesting, long lists of fields or aliases', () => {
    for (const yaml of [
      '['.repeat(90_000),
      '- '.repeat(45_000),
      '{a: '.repeat(20_000),
      '? '.repeat(45_000),
    ]) {
      expect(parse(yaml).said.join()).toContain('yaml-syntax');
    }
    const bomb = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`).join(
      '\n',
    );
    expect(parse(`a0: &a0 x\n${bomb}`).said.join()).toContain('anchors (&name) are not supported');
    const many = Array.from({ length: 1_000 }, (_, i) => `field${i}: 1`).join('\n');
    expect(parse(many).said.length).toBe(1_002);
    expect(parse('x'.repeat(200_000)).said.join()).toContain('longer than 100,000 characters');
  });
});

describe('dates', () => {
  it.each(['2024', '2024-04', '2024-02-29', '2000-02-29', '1948-12-10'])('%s is one', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13',
    '2024-00',
    '2024-04-31',
    '24-04',
    '2024-4',
    '0999',
    'April',
    '',
  ])('%s is none', (date) => {
    expect(isCalendarDate(date)).toBe(false);
  });
});

describe('what the schema tells', () => {
  it('has a row with a description for every field', () => {
    const rows = fieldRows(COMMON_FIELDS);
    expect(rows.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'title',
        'action.url',
        'references[].lang',
        'images.<name>.decorative',
        'translation.status',
      ]),
    );
    expect(rows.filter(({ description }) => description === '')).toEqual([]);
    expect(
      rows.filter(({ field, required }) => required && !/[.[]/.test(field)).map(({ field }) => field),
    ).toEqual(['title', 'date']);
    expect(fieldTable(COMMON_FIELDS)).toContain('| `action.url` | address | yes | Where they do it. |');
  });

  it('makes a JSON Schema that editors can follow', () => {
    const schema = frontMatterJsonSchema() as { properties: Record<string, unknown>; required: string[] };
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      required: ['title', 'date'],
    });
    expect(schema.properties).toMatchObject({
      title: { type: 'string', minLength: 1 },
      date: { type: ['string', 'integer'] },
      kinds: { type: 'array', minItems: 1, default: ['brief'], items: { pattern: '^[a-z0-9][a-z0-9-]*$' } },
      action: { required: ['label', 'url'], properties: { url: { type: 'string', format: 'uri' } } },
      references: { items: { anyOf: [{ type: 'string' }, { type: 'object', required: ['text'] }] } },
      images: { additionalProperties: { properties: { decorative: { type: 'boolean', default: false } } } },
      translation: { properties: { status: { enum: ['unofficial', 'official', 'machine', 'draft'] } } },
    });
  });
});
