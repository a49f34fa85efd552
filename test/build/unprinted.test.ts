/** What an author typed is printed, or a warning names what none of the kinds prints. */
import { expect, test } from 'vitest';
import { bayan } from '../cli/run-bayan.ts';
import { temporaryFolder } from '../project/temporary-project.ts';

const FRONT = `title: Water
date: 2024-04-04
contact:
  name: Water Office
  address: 24 Station Road
  phone: +93 20 123 4567
  email: office@example.org
  web: https://example.org/`;

async function build(front: string, files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': 'organisation: { name: Test }\n',
    'content/water/en.md': `---\n${front}\n---\n\nText.\n`,
    ...files,
  });
  const { code, err } = await bayan(folder.root, ['build'], { engine: undefined });
  const warnings = [...err.matchAll(/en\.md:(\d+:\d+) warning\[field-unprinted\]: (.*)/g)];
  return { code, err, warnings: warnings.map(([, place, message]) => `${place} ${message}`) };
}

const page = (inside: string) =>
  `<document margin="9mm"><title>{{title}}</title>${inside}{{{body}}}</document>`;
const notice = (inside: string) => ({ 'templates/notice.hbs': page(inside) });

test('Bayan’s own brief and flyer print date and contact', async () => {
  expect(await build(`${FRONT}\nkinds: [brief]`)).toMatchObject({ code: 0, err: '' });
  expect((await build(`${FRONT}\nkinds: [flyer]`)).warnings).toEqual([
    '13:1 the text below the front matter is not printed by flyer',
  ]);
  const both = `${FRONT}\nkinds: [brief, flyer]\nsummary: S\nsubtitle: T\nheadline: H\nreferences: [R]`;
  expect((await build(both)).err).toBe('');
  expect((await build(`${FRONT}\nkinds: [brief]\nsummary: S\nsubtitle: T`)).err).toBe('');
});

test('a field that no kind prints is named where it stands', async () => {
  const front = `${FRONT}\nkinds: [notice]\nsummary: S\nreferences:\n  - R`;
  expect((await build(front, notice('<text>{{contact.phone}}</text>'))).warnings).toEqual([
    '5:3 “contact.name” is not printed by notice',
    '6:3 “contact.address” is not printed by notice',
    '8:3 “contact.email” is not printed by notice',
    '9:3 “contact.web” is not printed by notice',
    '11:1 “summary” is not printed by notice',
    '12:1 “references” is not printed by notice',
  ]);
  const { err } = await build(`${FRONT}\nkinds: [notice]`, notice(''));
  expect(err).toContain('“contact” is not printed by notice');
  expect(err).toContain('hint: take it out, or let a template print it: {{#with contact}}…{{/with}}');
});

test.each<[string, string]>([
  ['a helper', '{{#if (and date contact)}}<text>{{date date}} {{join keywords}}</text>{{/if}}'],
  [
    'with',
    '<text>{{date date}}</text>{{#with contact}}<text>{{name}}{{address}}{{phone}}{{email}}{{web}}</text>{{/with}}',
  ],
  ['each', '<text>{{date date}}</text>{{#each contact}}<text>{{this}}</text>{{/each}}'],
  [
    'a block parameter',
    '{{#with contact as |c|}}<text>{{c.name}}{{c.address}}{{c.phone}}{{c.email}}{{c.web}}{{date ../date}}</text>{{/with}}',
  ],
  ['a partial', '{{> all who=contact when=date}}'],
  [
    'the block of a partial',
    '{{#> box}}<text>{{date date}}</text>{{#each contact}}<text>{{this}}</text>{{/each}}{{/box}}',
  ],
  [
    'an attribute',
    '<text>{{date date}}<link href="mailto:{{contact.email}}">{{contact.name}}{{contact.address}}{{contact.phone}}{{contact.web}}</link></text>',
  ],
])('what is printed through %s is printed', async (_, inside) => {
  const { err, warnings } = await build(`${FRONT}\nkinds: [notice]`, {
    ...notice(
      inside.includes('keywords') ? `${inside}{{#each contact}}<text>{{this}}</text>{{/each}}` : inside,
    ),
    'templates/partials/all.hbs':
      '<text>{{date when}}{{who.name}}{{who.address}}{{who.phone}}{{who.email}}{{who.web}}</text>',
    'templates/partials/box.hbs': '<stack>{{> @partial-block}}</stack>',
  });
  expect(warnings).toEqual([]);
  expect(err).toBe('');
});

test('what a template prints only where something else is missing is not printed where it is there', async () => {
  const inside = '{{#if subtitle}}<text>{{subtitle}}</text>{{else}}<text>{{summary}}</text>{{/if}}';
  const kinds = 'title: A\ndate: 2024\nkinds: [notice]';
  const files = notice(`<text>{{date date}}</text>${inside}`);
  expect((await build(`${kinds}\nsummary: S`, files)).warnings).toEqual([]);
  expect((await build(`${kinds}\nsummary: S\nsubtitle: T`, files)).warnings).toEqual([
    '5:1 “summary” is not printed by notice',
  ]);
});

test('a text that is printed where there is one is printed', async () => {
  const files = {
    'templates/notice.hbs':
      '<document margin="9mm"><title>{{title}}</title>{{#if body}}{{{body}}}{{/if}}</document>',
  };
  expect((await build('title: Water\ndate: 2024\nkinds: [notice]', files)).err).toBe('');
});

test('a zero that the template takes for nothing is told', async () => {
  const files = {
    ...notice('{{#if seats}}<text>{{number seats}}</text>{{/if}}'),
    'templates/notice.yaml': 'fields:\n  seats: { type: number }\n',
  };
  const front = (seats: number) => `title: Water\ndate: 2024\nkinds: [notice]\nseats: ${seats}`;
  expect((await build(front(3), files)).err).toBe('');
  expect((await build(front(0), files)).warnings).toEqual(['5:1 “seats” is not printed by notice']);
});
