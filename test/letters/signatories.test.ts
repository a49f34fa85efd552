/** Sign-on letters: who has signed is read, counted, sorted and printed; whose name is withheld is counted, and nothing else. */
import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { absentFault, ReadFile } from '../../src/files/source-file.ts';
import { findLanguage } from '../../src/language/language.ts';
import { readSignatories } from '../../src/letters/signatories/read.ts';
import { signatoryVariables } from '../../src/letters/signatories/variables.ts';
import { makeFrom, temporaryProject } from '../support/make.ts';
import { pageText } from '../support/pdfium.ts';
import { spreadsheet } from './spreadsheet.ts';

/** @param files name → content, of what lies beside the text */
function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const report = new Report();
  const content = (path: string) => files[path.replace('content/call/', '')];
  const list = readSignatories(
    'content/call',
    {
      list: (path) => absentFault(path),
      look: (path) => (content(path) === undefined ? absentFault(path) : { path, kind: 'file' }),
      read: (path) => new ReadFile(path, Buffer.from(content(path)!)),
    },
    report,
  );
  const told = report.diagnostics.map(({ severity, code, message, span }) => {
    const place = [span?.file.replace('content/call/', ''), span?.line].filter(Boolean);
    return `${place.join(':')} ${severity}[${code}] ${message}`;
  });
  return { list, told, json: JSON.stringify(report.diagnostics) };
}

const readCsv = (text: string) => read({ 'signatories.csv': text });

/** Names in the order in which they are printed, with the headings of their groups. */
function printed(csv: string, lang: string, by: 'country' | 'kind' | 'name' = 'kind'): string {
  const { groups } = signatoryVariables(readCsv(csv).list!, { by }, findLanguage(lang)!);
  return groups
    .map(({ country, kind, entries }) => {
      const names = entries.map(({ name, details }) => [name, ...details].join(' · '));
      return `${country ?? kind ?? ''}: ${names.join(' | ')}`;
    })
    .join('\n');
}

const LIST = `name,organisation,office,country,withheld
,Women’s Legal Aid,,GB,
Zahra Example,Åland Peace Centre,Director,Norway,
,Åland Peace Centre,,Norway,no
,Hidden Hope,,AF,yes
Secret Person,Hidden Hope,,,YES
,Anjuman,,,
`;

describe('a list of signatories', () => {
  test('is organisations, people, and numbers of those who must not be named', () => {
    const { list, told } = readCsv(LIST);
    expect(told).toEqual([]);
    expect(list?.named.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'organisation Women’s Legal Aid',
      'person Zahra Example',
      'organisation Åland Peace Centre',
      'organisation Anjuman',
    ]);
    expect(list?.withheld).toEqual({ organisation: 1, person: 1 });
    expect(JSON.stringify(list)).not.toMatch(/Hidden|Secret/);
  });

  test('is the same from a spreadsheet, from YAML, and with columns named in Dari', () => {
    const named = [{ kind: 'organisation', name: 'Anjuman', country: 'PK' }];
    const expected = { named, withheld: { organisation: 1, person: 0 } };
    const rows = [
      ['Organisation', 'Country', 'Withheld'],
      ['Anjuman', 'PK', ''],
      ['Hope', 'AF', 'yes'],
    ];
    const yaml = '- organisation: Anjuman\n  country: PK\n- kind: organisation\n  withheld: yes\n';
    expect(read({ 'signatories.xlsx': spreadsheet(rows) }).list).toMatchObject(expected);
    expect(read({ 'signatories.yaml': yaml }).list).toMatchObject(expected);
    expect(readCsv('نهاد;کشور;پنهان\nAnjuman;PK;نه\nHope;AF;بله\n').list).toMatchObject(expected);
  });

  test.each([
    [
      'organisation,witheld\nHope,yes\n',
      ':1 error[signatory-column] the column “witheld” is not known, and might say what must not be printed',
    ],
    [
      'organisation,withheld\nHope,perhaps\n',
      ' error[signatory-value] row 2, “withheld”: is neither yes nor no',
    ],
    [
      'organisation,withheld\nHope, Kabul,yes\n',
      ' error[signatory-column] row 2: has more cells than there are columns',
    ],
    [
      'Hope,AF\nPeace,PK\n',
      ' error[signatories-invalid] the first row names no column of a list of signatories',
    ],
    [
      'organisation,withheld\n"Hope,yes\n',
      ' error[signatories-invalid] a quotation mark " is opened here and not closed (line 2)',
    ],
    [
      'organisation,withheld\n"Peace\nHope,yes\nPeace",\n',
      ':2 error[signatory-value] row 2, “organisation”: has several lines',
    ],
    ['name,withheld\n,yes\n', ' error[signatory-value] row 2: there is no name and no organisation'],
    [
      'organisation\nHope\n#REF!\n',
      ':3 error[signatory-mangled] row 3, “organisation”: says #REF! in place of a value',
    ],
    [
      'organisation\nHope\nHOPE\n',
      ':3 warning[signatory-duplicate] row 3, “organisation”: has signed already, in row 2',
    ],
  ])('whatever could print a name that is withheld is an error: %j', (csv, message) => {
    const { told, json } = readCsv(csv);
    expect(told).toContain(`signatories.csv${message}`);
    // Messages with a line are printed with what stands there: such a line says nothing of anybody who is withheld.
    expect(json).not.toMatch(/Hope|Kabul/);
  });

  test('is one list', () => {
    expect(read({ 'signatories.csv': LIST, 'signatories.yaml': '[]' }).told).toEqual([
      'signatories.csv error[signatories-several] there is signatories.csv and signatories.yaml, and only one can be the list of signatories',
    ]);
    expect(read({})).toMatchObject({ list: undefined, told: [] });
  });
});

describe('names are set', () => {
  test('in the order of the language of the page, by kind or by country', () => {
    expect(printed(LIST, 'en')).toBe(
      'organisation: Åland Peace Centre · Norway | Anjuman | Women’s Legal Aid · United Kingdom\n' +
        'person: Zahra Example · Director · Åland Peace Centre · Norway',
    );
    // Å is the last letter but two of the Swedish alphabet.
    expect(printed(LIST, 'sv').split('\n')[0]).toMatch(/Anjuman .* Åland/);
    expect(printed(LIST, 'en', 'country')).toBe(
      ': Anjuman\nNorway: Åland Peace Centre | Zahra Example · Director · Åland Peace Centre\nUnited Kingdom: Women’s Legal Aid',
    );
    expect(printed(LIST, 'ur', 'country')).toContain('سلطنت متحدہ: Women’s Legal Aid');
  });

  test('with the letters of Persian, Pashto and Urdu where their alphabets have them', () => {
    const names = 'organisation\nگل\nپل\nبل\nژل\nزل\nکل\n';
    expect(printed(names, 'fa-AF', 'name')).toBe(': بل | پل | زل | ژل | کل | گل');
    expect(printed('organisation\nټل\nتل\nثل\n', 'ps', 'name')).toBe(': تل | ټل | ثل');
    expect(printed('organisation\nٹل\nتل\nثل\n', 'ur', 'name')).toBe(': تل | ٹل | ثل');
  });
});

/** A text with a list beside it, as pages. */
async function make(csv: string, lang: string, text = 'Text.', front = '') {
  const translation = lang === 'en' ? '' : 'translation: { of: en, by: Us, status: official }\n';
  const { root, remove } = temporaryProject({
    'content/call/signatories.csv': csv,
    [`content/call/${lang}.md`]: `---\ntitle: A call\ndate: 2026-01-02\n${translation}${front}---\n\n${text}\n`,
  });
  try {
    const { bytes, pages, diagnostics } = await makeFrom(root, 'call', lang, 'brief');
    const words = (await pageText(bytes)).replace(/\s+/g, ' ').normalize('NFKC');
    return { bytes, pages, words, told: diagnostics.map(({ code }) => code) };
  } finally {
    remove();
  }
}

/** @param withheld how many organisations are not named */
const manyOf = (count: number, withheld = 0) =>
  `organisation,withheld\n${Array.from({ length: count }, (_, at) => `Group ${at + 1},\n`).join('')}${'Hidden,yes\n'.repeat(withheld)}`;

describe('a brief', () => {
  test('prints who has signed, counts those who must not be named, and says their names nowhere', async () => {
    const { words, bytes, told } = await make(LIST, 'en');
    expect(told).toEqual([]);
    expect(words).toContain('Åland Peace Centre · Norway');
    expect(words).toContain('Zahra Example · Director');
    expect(words).toContain('and 1 organisation and 1 person that cannot be named');
    expect(`${words} ${Buffer.from(bytes).toString('latin1')}`).not.toMatch(/Hidden|Secret/);
  });

  test.each([
    ['en', 14, 'and 14 organisations that cannot be named'],
    ['fr', 1, 'et 1 organisation dont'],
    ['ar', 2, 'ومنظمتان ممن'],
    ['ar', 3, '٣ منظمات ممن'],
    ['ar', 14, '١٤ منظمة ممن'],
  ])('has the plural of %s for %i', async (lang, withheld, expected) => {
    const { words } = await make(manyOf(2, withheld), lang);
    expect(words.replace(/[\u200e\u200f]/g, '')).toContain(expected);
  });

  test('prints every name of hundreds once, in one to four columns', async () => {
    for (const front of ['', 'signatories: { columns: 4, by: name }\n', 'signatories: { columns: 1 }\n']) {
      const { words, told } = await make(manyOf(240, 14), 'en', 'Text.', front);
      expect(told).toEqual([]);
      const found = [...words.matchAll(/Group (\d+)/g)].map(([, number]) => Number(number));
      // Read as it is tagged and drawn: down each column, numbers by their value.
      expect(found).toEqual(Array.from({ length: 240 }, (_, at) => at + 1));
    }
  });

  test('has its counts where the text asks for them, in the digits and the plural of its language', async () => {
    const text =
      '{{signatories.organisations}} / {{ signatories.countries }} / {{signatories.signed}}. {{to.office}}';
    expect((await make(LIST, 'en', text)).words).toContain('4 / 2 / 4 organisations and 2 people');
    expect((await make(LIST, 'en', text)).words).toContain('{{to.office}}');
    expect((await make(LIST, 'fa-AF', '{{signatories.all}}')).words).toContain('۶');
  });

  test('borrows words that its language lacks, and says which to write', async () => {
    const { root, remove } = temporaryProject({
      'content/call/signatories.csv': LIST,
      'content/call/de.md': '---\ntitle: Ein Aufruf\ndate: 2026-01-02\n---\n\nText.\n',
    });
    const { diagnostics } = await makeFrom(root, 'call', 'de', 'brief');
    remove();
    expect(diagnostics.map(({ code }) => code)).toEqual(['string-missing']);
    expect(diagnostics[0]?.hint).toContain('signatories.title, signatories.organisationsTitle');
  });

  test('that is a letter prints them behind its signatures', async () => {
    const { root, remove } = temporaryProject({
      'content/call/signatories.csv': LIST,
      'content/call/en.md':
        '---\ntitle: A call\ndate: 2026-01-02\nkinds: [letter]\nsigners: [{ name: Ada Example }]\n---\n\n{{signatories.people}} people.\n',
    });
    const { bytes, diagnostics } = await makeFrom(root, 'call', 'en', 'letter');
    remove();
    expect(diagnostics).toEqual([]);
    expect((await pageText(bytes)).replace(/\s+/g, ' ')).toMatch(
      /2 people\..*Ada Example.*Signed by.*Anjuman/,
    );
  });

  test('says which count there is not, and where a list is missing', async () => {
    await expect(make(LIST, 'en', '{{signatories.persons}}')).rejects.toThrow(
      'merge-unknown: there is no field “signatories.persons”',
    );
    const { root, remove } = temporaryProject({
      'content/call/en.md': '---\ntitle: A call\ndate: 2026-01-02\n---\n\n{{signatories.people}}\n',
    });
    await expect(makeFrom(root, 'call', 'en', 'brief')).rejects.toThrow('signatories-missing');
    remove();
    await expect(make(LIST, 'en', 'Text.', 'signatories: { columns: 9 }\n')).rejects.toThrow(
      'names cannot be set in 9 columns',
    );
  });
});
