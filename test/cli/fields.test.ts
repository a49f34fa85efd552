/** Fields that a template declares: printed, checked, and shown by `bayan fields`. */
import { expect, test } from 'vitest';
import { temporaryProject } from '../project/temporary-project.ts';
import { EVENT, EVENT_FIELDS, EVENT_TEMPLATE, eventProject } from './event-project.ts';
import { bayan } from './run-bayan.ts';

/** Builds with Bayan's own stages; messages one to a line, without their source lines. */
async function build(changes: Readonly<Record<string, string>> = {}) {
  const folder = temporaryProject(eventProject(changes));
  const { code, out } = await bayan(folder.root, ['build', '--format', 'json'], { engine: undefined });
  const result = JSON.parse(out) as {
    diagnostics: {
      code: string;
      message: string;
      hint?: string;
      span?: { file: string; line: number; column: number };
    }[];
  };
  const said = result.diagnostics.map(({ code: name, message, hint, span }) => {
    const at = span?.line === undefined ? ' -' : `:${span.line}:${span.column}`;
    const place = span ? `${span.file.replace(/^.*\//, '')}${at}` : '-';
    return `${place} ${name}: ${message}${hint === undefined ? '' : ` (${hint})`}`;
  });
  return { code, said, folder };
}

/** The event with lines of its front matter replaced. */
const event = (change: (text: string) => string): Record<string, string> => ({
  'content/poems/en.md': change(EVENT),
});

test('an event with every type of field is printed', async () => {
  const { code, said, folder } = await build();
  expect(said).toEqual([]);
  expect(code).toBe(0);
  expect(folder.has('out/poems/poems.en.event.pdf')).toBe(true);
});

test.each<[string, string, string, string]>([
  [
    'time',
    'time: 18:30',
    'time: 6:30 pm',
    '5:7 front-matter-invalid: “time” must be a time of the 24-hour clock, hours and minutes (write 18:30)',
  ],
  [
    'number',
    'seats: 120',
    'seats: 1,200',
    '12:8 front-matter-invalid: “seats” must be a number (write 1200)',
  ],
  [
    'url',
    'map: https://maps.example.org/?q=town+hall',
    'map: maps.example.org',
    '10:6 front-matter-invalid: “map” must be a whole address that starts with http:, https:, mailto:, tel: (write https://maps.example.org)',
  ],
  [
    'email',
    'mail: office@example.org',
    'mail: office at example',
    '9:7 front-matter-invalid: “mail” must be an email address (for example office@example.org)',
  ],
  [
    'phone',
    'phone: +61 3 9689 0000',
    'phone: ask Amina',
    '8:8 front-matter-invalid: “phone” must be a telephone number (digits, spaces and ( ) - only, for example +93 20 123 4567)',
  ],
  [
    'choice',
    'entry: free',
    'entry: fre',
    '13:8 front-matter-invalid: “entry” must be free, donation or ticket (did you mean “free”?)',
  ],
  [
    'picture',
    'alt: The hall',
    'caption: x',
    '11:8 image-alt: the picture “photo” has no alternative text (add “alt: …” with what it shows, or “decorative: true” when it says nothing)',
  ],
  [
    'picture file',
    'src: hall.png',
    'src: hal.png',
    '11:15 image-missing: there is no image “hal.png” (did you mean “hall.png”?)',
  ],
  [
    'list',
    'speakers:\n',
    'speakers: Amina\nkeywords:\n',
    '14:11 front-matter-invalid: “speakers” must be a list (write its items below it, one a line, each after “- ”)',
  ],
  [
    'map in a list',
    '- name: Karim',
    '- Karim',
    '18:5 front-matter-invalid: item 2 of “speakers” must be a map (write its fields below it, indented, one a line: name, about, portrait)',
  ],
  [
    'field of a map in a list',
    '- name: Karim',
    '- nam: Karim',
    '18:5 front-matter-unknown: there is no field “nam” of item 2 of “speakers” (did you mean “name”?)',
  ],
  [
    'a required field',
    'place: Town hall\n',
    '',
    '2:1 front-matter-missing: “place” is missing (add a line “place: …”)',
  ],
  [
    'a misspelt field',
    'place: Town hall',
    'palce: Town hall',
    '6:1 front-matter-unknown: there is no field “palce” (did you mean “place”?)',
  ],
  [
    'a field of no kind',
    'entry: free',
    'entrance: free',
    '13:1 front-matter-unknown: there is no field “entrance” (the fields are title, subtitle, headline, summary, date, kinds, demands, action, contact, references, images, keywords, signatories, translation, time, place, address, phone, mail, map, photo, seats, entry, speakers)',
  ],
  [
    'a link in Markdown',
    'about: reads **ghazals**',
    'about: "[reads](javascript:x)"',
    '16:13 link-unsafe: links to javascript: are not allowed (use http, https, mailto or tel)',
  ],
])('a mistake in a %s is told at its place, with what to type', async (_, right, wrong, message) => {
  const { code, said } = await build(event((text) => text.replace(right, wrong)));
  expect(said).toContain(`en.md:${message}`);
  expect(code).toBe(1);
});

test('a field belongs to the texts of its kind', async () => {
  const { said } = await build(event((text) => text.replace('kinds: [event]', 'kinds: [brief]')));
  expect(said).toContain(
    'en.md:5:1 front-matter-unknown: there is no field “time” (it is a field of event: add event to “kinds”)',
  );
});

test('two kinds may share a field that is the same in both', async () => {
  const both = event((text) => text.replace('kinds: [event]', 'kinds: [event, notice]'));
  const notice = '<document margin="9mm"><title>{{title}}</title><text>{{place}}</text></document>';
  const same = await build({
    ...both,
    'templates/notice.hbs': notice,
    'templates/notice.yaml': 'fields: { place: text }',
  });
  expect(same.said).toEqual([]);
  const other = await build({
    ...both,
    'templates/notice.hbs': notice,
    'templates/notice.yaml': 'fields: { place: number }',
  });
  expect(other.said).toEqual([
    'en.md:4:16 template-field: “place” is one thing in event and another in notice (declare it alike in templates/event.yaml and templates/notice.yaml, or give one of the two another name)',
  ]);
});

test('a declaration may require a field that every document has', async () => {
  const { said } = await build({ 'templates/event.yaml': `${EVENT_FIELDS}  summary: { required: true }\n` });
  expect(said).toEqual(['en.md:2:1 front-matter-missing: “summary” is missing (add a line “summary: …”)']);
});

test.each<[string, string]>([
  ['fields: { time: tme }', '1:17 template-field: there is no type “tme” (did you mean “time”?)'],
  [
    'fields:\n  time: { required: true }',
    '2:3 template-field: “time” does not say its type (add “type: …”, one of text, markdown, date, time, number, url, email, phone, picture, choice, list, map, boolean, language)',
  ],
  [
    'fields: { entry: choice }',
    '1:11 template-field: “entry” must list its options, each once (for example options: [morning, evening])',
  ],
  [
    'fields: { x: { type: list } }',
    '1:11 template-field: the list “x” does not say of what (add “of: text”)',
  ],
  [
    'fields: { x: { type: map } }',
    '1:11 template-field: the map “x” has no fields (add “fields:” and, indented below, its fields)',
  ],
  [
    'fields: { x: { type: text, requird: true } }',
    '1:28 template-field: “requird” is not known here (did you mean “required”?)',
  ],
  [
    'fields: { x: { type: text, required: yes } }',
    '1:38 template-field: “required” must be true or false (write required: true)',
  ],
  [
    'fields: { x: { type: text, options: [a] } }',
    '1:28 template-field: “options” belongs to fields of the type choice, and this is text (leave it out)',
  ],
  [
    'fields: { body: text }',
    '1:11 template-field: “body” is something every template has, not a field (give the field another name)',
  ],
  [
    'fields: { date: text }',
    '1:17 template-field: “date” is a field of every document, and stays date (leave the type out, or give the field another name)',
  ],
  [
    'fields: { "a b": text }',
    '1:11 template-field: a field cannot be called “a b” (a name has letters, digits, “-” and “_”, and begins with a letter)',
  ],
  [
    'time: time',
    '1:1 template-field: “time” is not known here (the file has “help” and “fields”; a field goes below “fields:”, indented)',
  ],
  [
    '- time',
    '1:1 template-field: the file must be a map (begin it with “fields:”, and indent the fields below)',
  ],
  ['fields: { x: [text] }', '1:14 template-field: “x” does not say its type (for example “type: text”)'],
])('a fault in templates/event.yaml is told at its line: %j', async (yaml, message) => {
  const { code, said } = await build({ 'templates/event.yaml': yaml });
  expect(said).toContain(`event.yaml:${message}`);
  expect(said.filter((line) => line.startsWith('en.md'))).toEqual([]);
  expect(code).toBe(1);
});

test('fields that belong to no template are named', async () => {
  const { code, said } = await build({ 'templates/evnt.yaml': 'fields: {}' });
  expect(said).toEqual([
    'evnt.yaml - template-field: there is no template "evnt" that these fields are for (rename the file to event.yaml)',
  ]);
  expect(code).toBe(0);
});

test('a template that misspells a declared field is told so, also in a branch not taken', async () => {
  const template = EVENT_TEMPLATE.replace(
    '{{{body}}}',
    '{{#if mail}}{{else}}<text>{{palce}} {{speakers.0.nam}}</text>{{/if}}',
  );
  const { said } = await build({ 'templates/event.hbs': template });
  expect(said.join('\n')).toMatch(
    /event\.hbs:10:\d+ template-variable: there is no variable "palce": did you mean "place"\?/,
  );
  expect(said.join('\n')).toMatch(/there is no variable "speakers.0.nam": did you mean "speakers.0.name"\?/);
});

test('bayan fields shows the fields of a kind, for people and for programs', async () => {
  const folder = temporaryProject(eventProject());
  const text = await bayan(folder.root, ['fields', 'event']);
  expect(text.code).toBe(0);
  expect(text.out).toContain('Fields of event (templates/event.yaml)');
  expect(text.out).toMatch(/time +time, required\n +When it begins\./);
  expect(text.out).toMatch(/speakers\[\]\.name +text, required/);
  expect(text.out).toMatch(/title +Markdown, required/);
  const rows = JSON.parse((await bayan(folder.root, ['fields', 'event', '--json'])).out) as unknown[];
  expect(rows).toContainEqual({
    kind: 'event',
    field: 'place',
    type: 'text',
    required: true,
    description: 'Place. The name of the house.',
  });
  expect((await bayan(folder.root, ['fields'])).out).toContain('event: time, place, address');
  expect(await bayan(folder.root, ['fields', 'evnt'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('did you mean "event"?'),
  });
});

test('bayan fields --schema is a JSON Schema in which fields depend on kinds', async () => {
  const folder = temporaryProject(eventProject());
  const schema = JSON.parse((await bayan(folder.root, ['fields', '--schema'])).out) as Record<
    string,
    unknown
  >;
  expect(schema.properties).toMatchObject({
    title: { type: 'string' },
    entry: { enum: ['free', 'donation', 'ticket'], description: 'What it costs.' },
    speakers: { type: 'array', items: { type: 'object', required: ['name'] } },
  });
  const event = { properties: { kinds: { contains: { const: 'event' } } }, required: ['kinds'] };
  expect(schema.allOf).toEqual(
    expect.arrayContaining([
      { if: { not: event }, else: { required: ['time', 'place'] } },
      { if: { anyOf: [event] }, else: { properties: { place: false } } },
    ]),
  );
});

test.each(['{{qr map}}', '<qr value="{{map}}&amp;lang=ps"/>'])(
  'an address that no QR code holds is told at its field: %s',
  async (code) => {
    const { said } = await build({
      'templates/event.hbs': EVENT_TEMPLATE.replace('{{{body}}}', `{{{body}}}${code}`),
      ...event((text) => text.replace('?q=town+hall', `?q=${'a'.repeat(2_900)}`)),
    });
    expect(said).toContainEqual(expect.stringMatching(/^en\.md:10:1 qr-capacity: .* and 2331 are the most/));
  },
);
