/** Lists of recipients as people have them: from Excel, in their own language, with what goes wrong in spreadsheets. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { Trace } from '../../src/files/trace.ts';
import { readRecipients } from '../../src/letters/recipients/read.ts';
import { temporaryFolder } from '../project/temporary-project.ts';
import { expectLinear } from '../support/linear.ts';
import { readCsvList, readList } from './read-list.ts';
import { pack, spreadsheet } from './spreadsheet.ts';

const ADDRESS = '"1 Street\nTown"';

describe('a list', () => {
  const rows = [
    ['id', 'Office', 'Address 1', 'address_2', 'cc', 'Enclosures'],
    ['interior', 'Minister of Interior', '1 Street', 'Town', 'Speaker; Ombudsman', 'brief, annex'],
    ['foreign', 'Minister of Foreign Affairs, acting', '2 Street', '', '', ''],
  ];
  const wanted = [
    {
      id: 'interior',
      language: 'en',
      address: ['1 Street', 'Town'],
      cc: ['Speaker', 'Ombudsman'],
      enclosures: ['brief', 'annex'],
    },
    { id: 'foreign', language: 'en', address: ['2 Street'], cc: [], enclosures: [] },
  ];
  const written = (separator: string): string =>
    rows.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\r\n');

  test.each([
    ['commas', written(',')],
    ['semicolons, as Excel writes where a comma is for decimals', written(';')],
    ['tabs', written('\t')],
    ['a byte order mark', `\ufeff${written(',')}`],
    ['the line of Excel that names the separator', `sep=;\r\n${written(';')}`],
    ['empty rows, above and below', `\n${written(',').replace('\r\n', '\r\n,,,,,\r\n')}\n,,,,,\n`],
  ])('with %s', (_, text) => {
    const { list, told } = readCsvList(text);
    expect(told).toEqual([]);
    expect(list?.recipients).toMatchObject(wanted);
    expect(list?.recipients[1]?.values.get('office')).toBe('Minister of Foreign Affairs, acting');
  });

  test('as a spreadsheet', () => {
    const { list, told } = readList({ 'recipients.xlsx': spreadsheet(rows) });
    expect(told).toEqual([]);
    expect(list?.recipients).toMatchObject(wanted);
  });

  test('as YAML', () => {
    const { list, told } = readList({
      'recipients.yaml': `- id: interior
  office: Minister of Interior
  address: [1 Street, Town]
  cc: [Speaker, Ombudsman]
  enclosures: brief, annex
- id: foreign
  office: Minister of Foreign Affairs, acting
  address: |
    2 Street
`,
    });
    expect(told).toEqual([]);
    expect(list?.recipients).toMatchObject(wanted);
  });

  test('has one form, so that nobody corrects a list that is not read', () => {
    const twice = readList({ 'recipients.csv': written(','), 'recipients.yaml': '- id: a' });
    expect(twice.told).toEqual([
      'recipients.csv error[recipients-several] there is recipients.csv and recipients.yaml, and only one can be the list of recipients',
    ]);
    const none = readList({ 'en.md': 'text', 'Recipients.ods': 'x' });
    expect(none.told).toEqual(['content/letter error[recipients-missing] there is no list of recipients']);
    expect(none.hints).toEqual([
      'open Recipients.ods and save it as recipients.xlsx, or as recipients.csv in UTF-8',
    ]);
  });
});

describe('columns', () => {
  test('are named as people name them, in their own language', () => {
    const { list, told } = readCsvList(
      'شناسه,نام,وظیفه,آدرس ۱,آدرس ۲,زبان,رونوشت\nmoi,,وزیر داخله,سرک ۱,کابل,دری,رئیس\n',
      { languages: ['en', 'fa-AF'] },
    );
    expect(told).toEqual([]);
    expect(list?.columns).toEqual(['id', 'name', 'office', 'address', 'language', 'cc']);
    expect(list?.recipients).toMatchObject([{ id: 'moi', language: 'fa-AF', address: ['سرک ۱', 'کابل'] }]);
    for (const header of [
      'المعرف;المنصب;العنوان;اللغة',
      'شناخت;عہدہ;پتہ;زبان',
      'پېژند;دنده;پته;ژبه',
      'Identifiant;Fonction;Adresse;Langue',
      'ID;Job Title;Postal-Address;Letter language',
    ])
      expect(readCsvList(`${header}\na;x;y;en`).list?.columns).toEqual([
        'id',
        'office',
        'address',
        'language',
      ]);
  });

  test('of genders and roles take the words of the same languages', () => {
    const { list, told } = readCsvList(
      `id,office,address,gender,role\na,O,${ADDRESS},زن,وزیر\nb,O,${ADDRESS},Mr,MP\nc,O,${ADDRESS},,Head of State\n`,
    );
    expect(told).toEqual([]);
    expect(list?.recipients.map(({ gender, role }) => [gender, role])).toEqual([
      ['female', 'minister'],
      ['male', 'member-of-parliament'],
      [undefined, 'head-of-state'],
    ]);
  });

  test('that are not known are named, with those that are near', () => {
    const { told, hints, list } = readCsvList(
      `id,offise,address,constructor,__proto__,\na,Minister,${ADDRESS},x,y,\n`,
    );
    expect(told).toEqual([
      'recipients.csv:1:4 warning[recipient-column] the column “offise” is not known, and is not read',
      'recipients.csv:1:19 warning[recipient-column] the column “constructor” is not known, and is not read',
      'recipients.csv:1:31 warning[recipient-column] the column “__proto__” is not known, and is not read',
      'recipients.csv:2:1 error[recipient-missing] row 2 (a): there is no name, no office and no organisation',
    ]);
    expect(hints[0]).toBe('did you mean “office”?');
    expect(list?.recipients).toEqual([]);
  });

  test('that are there twice are refused, whatever they are called', () => {
    const { told } = readCsvList(`id,name,نام,address\na,A,B,${ADDRESS}\n`);
    expect(told).toEqual([
      'recipients.csv:1:9 error[recipient-column] the columns “name” and “نام” are both the “name”',
    ]);
  });

  test('are also those that the letter’s template declares', () => {
    const fields = {
      caseNumber: { type: 'text', help: '' },
      deadline: { type: 'date', help: '' },
      constructor: { type: 'text', help: '' },
      photo: { type: 'picture', help: '' },
    } as const;
    const { list, told } = readCsvList(
      `id,office,address,Case Number,deadline,photo\na,O,${ADDRESS},AZ-1,2026-04-01,x\nb,O,${ADDRESS},AZ-2,45658,x\n`,
      { fields: { ...fields, casenumber: fields.caseNumber } },
    );
    expect(
      list?.recipients.map(({ id, values }) => [id, values.get('casenumber'), values.get('deadline')]),
    ).toEqual([['a', undefined, '2026-04-01']]);
    expect(told[0]).toContain('“Case Number” is not known');
    expect(told.at(-1)).toMatch(/^recipients\.csv:5:12 error\[recipient-value\] row 3 \(b\), “deadline”: /);
  });
});

describe('a row with something wrong in it', () => {
  const HEADER = 'id,office,address,language,email,gender\n';
  const row = (cells: string): ReturnType<typeof readCsvList> =>
    readCsvList(`${HEADER}good,Minister,${ADDRESS},en,,\n${cells}\n`, { languages: ['en', 'fa-AF'] });

  test.each([
    [`,Minister,${ADDRESS},en,,`, 'recipients.csv:4:1 error[recipient-missing] row 3, “id”: there is no id'],
    [
      `two words,Minister,${ADDRESS},en,,`,
      'recipients.csv:4:1 error[recipient-value] row 3, “id”: may hold letters, digits and hyphens only, and starts with a letter or digit',
    ],
    [
      `GOOD,Minister,${ADDRESS},en,,`,
      'recipients.csv:4:1 error[recipient-duplicate] row 3 (GOOD), “id”: “GOOD” is also the id of row 2',
    ],
    [
      'b,Minister,,en,,',
      'recipients.csv:4:12 error[recipient-missing] row 3 (b), “address”: there is no address',
    ],
    [
      'b,Minister,,en,office@example.org,',
      'recipients.csv:4:12 warning[recipient-missing] row 3 (b), “address”: there is no address',
    ],
    [
      `b,Minister,${ADDRESS},xx-nothing,,`,
      'recipients.csv:5:7 error[recipient-value] row 3 (b), “language”: “xx-nothing” is no language Bayan knows',
    ],
    [
      `b,Minister,${ADDRESS},Urdu,,`,
      'recipients.csv:5:7 error[recipient-language] row 3 (b), “language”: the letter has no text in “ur”',
    ],
    [
      `b,Minister,${ADDRESS},,,`,
      'recipients.csv:5:7 error[recipient-language] row 3 (b), “language”: there is no language',
    ],
    [
      `b,#REF!,${ADDRESS},en,,`,
      'recipients.csv:4:3 error[recipient-mangled] row 3 (b), “office”: says #REF! in place of a value',
    ],
    [
      `b,#¡VALOR!,${ADDRESS},en,,`,
      'recipients.csv:4:3 error[recipient-mangled] row 3 (b), “office”: says #¡VALOR! in place of a value',
    ],
    [
      `b,1.2E+5,${ADDRESS},en,,`,
      'recipients.csv:4:3 error[recipient-mangled] row 3 (b), “office”: is a number that the spreadsheet has shortened, and digits of it are lost',
    ],
    [
      `b,Mar-04,${ADDRESS},en,,`,
      'recipients.csv:4:3 warning[recipient-mangled] row 3 (b), “office”: looks like a date that a spreadsheet has made of something else, such as 3-4',
    ],
    [
      `b,JosÃ© MartÃ­,${ADDRESS},en,,`,
      'recipients.csv:4:3 error[recipient-mangled] row 3 (b), “office”: is garbled: UTF-8 that was read as another encoding',
    ],
    [
      `b,ÙˆØ²ÛŒØ±,${ADDRESS},en,,`,
      'recipients.csv:4:3 error[recipient-mangled] row 3 (b), “office”: is garbled: UTF-8 that was read as another encoding',
    ],
    [
      `b,???? ?????,${ADDRESS},en,,`,
      'recipients.csv:4:3 error[recipient-mangled] row 3 (b), “office”: has letters that were lost when the list was saved',
    ],
    [
      `b,=B2&C2,${ADDRESS},en,,`,
      'recipients.csv:4:3 error[recipient-mangled] row 3 (b), “office”: has a formula in it, not a value',
    ],
    [
      `b,Mini\u0007ster,${ADDRESS},en,,`,
      'recipients.csv:4:3 error[recipient-mangled] row 3 (b), “office”: has the character U+0007 in it, which cannot be printed',
    ],
    [
      `b, Minister ,${ADDRESS},en,,`,
      'recipients.csv:4:3 warning[recipient-value] row 3 (b), “office”: has spaces before or after it, which are taken out',
    ],
    [
      `b,Minister,${ADDRESS},en,office@example.org۱,`,
      'recipients.csv:5:10 error[recipient-mangled] row 3 (b), “email”: has digits of another script, which no program can dial or write to',
    ],
    [
      `b,Minister,${ADDRESS},en,,unknown`,
      'recipients.csv:5:11 error[recipient-value] row 3 (b), “gender”: must be female or male',
    ],
    [
      `b,${'Minister of '.repeat(34)},${ADDRESS},en,,`,
      'recipients.csv:4:3 warning[recipient-length] row 3 (b), “office”: has 407 characters',
    ],
    [
      `b,Minister,"${'line\n'.repeat(9)}",en,,`,
      'recipients.csv:4:12 warning[recipient-length] row 3 (b), “address”: has 9 lines, and a window of an envelope shows 6',
    ],
    [
      `b,Minister,${ADDRESS},en,,,extra`,
      'recipients.csv:4:1 error[recipient-column] row 3 (b): has more cells than there are columns',
    ],
  ])('%j is told by row and column, and the others are kept', (cells, message) => {
    const { list, told } = row(cells);
    expect(
      told.filter((text) => !text.includes('spaces before or after') || message.includes('spaces')),
    ).toEqual([message]);
    const warned = message.includes('warning[');
    expect(list?.recipients.map(({ id }) => id)).toEqual(warned ? ['good', 'b'] : ['good']);
    expect(list?.rows.map(({ state }) => state)).toEqual(['ok', warned ? 'warning' : 'error']);
  });

  test('is not repeated in messages, which are kept in logs', () => {
    const { told, hints, list } = readCsvList(
      `${HEADER}b,#REF!,${ADDRESS},en,mailto:secret-person@example.org,Secret Gender\n`,
    );
    expect(told).toHaveLength(3);
    expect(JSON.stringify([told, hints, list?.faults])).not.toMatch(/secret|street/i);
  });

  test('of a telephone number in Persian digits', () => {
    const { told, hints } = readCsvList(`id,office,address,phone\nb,Minister,${ADDRESS},۰۷۰ ۱۲۳ ۴۵۶\n`);
    expect(told).toEqual([
      'recipients.csv:3:7 error[recipient-mangled] row 2 (b), “phone”: has digits of another script, which no program can dial or write to',
    ]);
    expect(hints).toEqual(['type its digits as 0 to 9']);
  });

  test('in YAML is told by line, without the value', () => {
    const { told, list } = readList({
      'recipients.yaml':
        '- id: a\n  office: "#N/A"\n  address: x\n- plain\n- id: b\n  office: Minister\n  address: y\n',
    });
    expect(told).toEqual([
      'recipients.yaml:4:3 error[recipients-invalid] recipient 2 has no fields',
      'recipients.yaml:2:11 error[recipient-mangled] recipient 1 (a), “office”: says #N/A in place of a value',
    ]);
    expect(list?.recipients.map(({ id }) => id)).toEqual(['b']);
    expect(readList({ 'recipients.yaml': '- id: a\n  name: *Secret\n' })).toMatchObject({
      list: undefined,
      hints: [''],
    });
  });
});

describe('a file', () => {
  test('in another encoding says how it is to be saved', () => {
    const utf16 = Buffer.from('\ufeffid,name\n', 'utf16le');
    const latin = Buffer.from('id,name\na,José\n', 'latin1');
    expect(readList({ 'recipients.csv': utf16 }).told).toEqual([
      'recipients.csv:1:1 error[encoding-bom] the file is UTF-16, not UTF-8',
    ]);
    const { told, hints } = readList({ 'recipients.csv': latin });
    expect(told).toEqual(['recipients.csv:2:6 error[encoding-not-utf8] byte 0xE9 is not UTF-8']);
    expect(hints[0]).toContain('CSV UTF-8');
  });

  test('with a quotation mark left open keeps what is above it', () => {
    const { list, told } = readCsvList(
      `id,office,address\na,Minister,${ADDRESS}\nb,"Minister,x\nc,Minister,y\n`,
    );
    expect(list?.recipients.map(({ id }) => id)).toEqual(['a']);
    expect(told).toEqual([
      'recipients.csv:4:3 error[recipients-invalid] a quotation mark " is opened here and not closed',
    ]);
  });

  test('without anybody, and without ids, is told once', () => {
    expect(readCsvList('id,office\n').told).toEqual([
      'recipients.csv error[recipients-invalid] the list has nobody in it',
    ]);
    expect(readCsvList('Jane Example,1 Street\nJohn Example,2 Street\n')).toMatchObject({
      told: [
        'recipients.csv:1:1 error[recipients-invalid] the first row names no column of a list of recipients',
      ],
      list: { recipients: [], faults: [] },
    });
    expect(readCsvList('').told).toEqual([
      'recipients.csv error[recipients-invalid] the list has nobody in it',
    ]);
    expect(readCsvList(`office,address\nA,${ADDRESS}\nB,${ADDRESS}\n`).told).toEqual([
      'recipients.csv:1:1 error[recipient-missing] the list has no column “id”',
    ]);
  });
});

describe('a spreadsheet', () => {
  test('names the cell, and tells what the spreadsheet made of it', () => {
    const { list, told } = readList({
      'recipients.xlsx': spreadsheet([
        ['id', 'office', 'address', 'phone', 'reference'],
        ['a', { error: '#REF!' }, '1 Street', { n: 93201234567 }, { date: 46085 }],
        ['b', 'Minister', '2 Street', '', { n: '1.2345678901234E+19' }],
        [{ n: 3 }, 'Minister', '3 Street'],
      ]),
    });
    expect(told).toEqual([
      'recipients.xlsx:2:2 error[recipient-mangled] cell B2 (a), “office”: says that its formula failed',
      'recipients.xlsx:2:4 warning[recipient-mangled] cell D2 (a), “phone”: is a number in the spreadsheet, which has no 0 and no + at its beginning',
      'recipients.xlsx:2:5 error[recipient-mangled] cell E2 (a), “reference”: is a date in the spreadsheet, and was perhaps something else',
      'recipients.xlsx:3:5 error[recipient-mangled] cell E3 (b), “reference”: is a number that the spreadsheet has shortened, and digits of it are lost',
    ]);
    expect(list?.recipients.map(({ id }) => id)).toEqual(['3']);
  });

  test('is read as Excel, LibreOffice and scripts write it', () => {
    const cells = [
      '<c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="str"><f>A1</f><v>address</v></c>',
      '<c r="A2"><v>7</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>1 Street_x000A_Town</t></is></c>',
      '<c r="A3" t="str"><v>b</v></c><c r="B3"><f>1/0</f><v></v></c><c r="C3" t="str"><v>Street</v></c>',
      '<c r="A4" t="str"><v>c</v></c><c r="B4" t="str"><f>""</f><v></v></c><c r="C4" t="str"><v>Street</v></c>',
    ];
    const rows = cells.map((row, at) => `<x:row r="${at + 1}">${row}</x:row>`).join('');
    const { list, told } = readList({
      'recipients.xlsx': pack({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="Old" state="hidden" r:id="rId1"/><sheet name="New" r:id="rId2"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
        'xl/worksheets/sheet2.xml': `<x:worksheet xmlns:x="x"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
        'xl/sharedStrings.xml':
          '<sst><si><t>office</t></si><si><r><t>Minister </t></r><r><t>of &lt;Interior&gt;</t></r><rPh><t>x</t></rPh></si></sst>',
      }),
    });
    expect(told).toEqual([
      'recipients.xlsx:3:2 error[recipient-mangled] cell B3 (b), “office”: has a formula that was never worked out',
      'recipients.xlsx:4:1 error[recipient-missing] row 4 (c): there is no name, no office and no organisation',
    ]);
    expect(list?.recipients).toMatchObject([{ id: '7', address: ['1 Street', 'Town'] }]);
    expect(list?.recipients[0]?.values.get('office')).toBe('Minister of <Interior>');
  });

  test('gives a date for a date', () => {
    const fields = { deadline: { type: 'date', help: '' } } as const;
    const rows = [
      ['id', 'office', 'address', 'deadline'],
      ['a', 'Minister', '1 Street', { date: 46085 }],
      ['b', 'Minister', '1 Street', { n: 46085 }],
    ];
    const { list, told } = readList({ 'recipients.xlsx': spreadsheet(rows) }, { fields });
    expect(list?.recipients.map(({ values }) => values.get('deadline'))).toEqual(['2026-03-04']);
    expect(told).toEqual([
      'recipients.xlsx:3:4 error[recipient-mangled] cell D3 (b), “deadline”: is a number in the spreadsheet, not a date',
    ]);
  });

  const sheet = (data: string): string => `<worksheet><sheetData>${data}</sheetData></worksheet>`;

  test.each([
    ['no archive', Buffer.from('id,name\n'), 'is no spreadsheet'],
    [
      'an old Excel file',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      'is protected by a password, or is of Excel before 2007',
    ],
    ['a damaged archive', spreadsheet([['id']]).subarray(0, 200), 'is damaged: its archive cannot be opened'],
    ['no sheet', pack({}), 'has no sheet in it'],
    [
      'broken XML',
      pack({ 'xl/worksheets/sheet1.xml': '<worksheet><row>' }),
      'is damaged: its part xl/worksheets/sheet1.xml is no well-formed XML',
    ],
    [
      'an archive that unpacks to 200 MB',
      pack({
        'xl/worksheets/sheet1.xml': sheet('<row/>'),
        'xl/sharedStrings.xml': ' '.repeat(200 * 1024 * 1024),
      }),
      'holds more than 96 MB once it is unpacked',
    ],
  ])('that is %s says so', (_, bytes, problem) => {
    expect(readList({ 'recipients.xlsx': bytes })).toMatchObject({
      list: undefined,
      told: [`recipients.xlsx error[recipients-invalid] the file ${problem}`],
    });
  });

  test('with a cell at the end of the world is read without it', () => {
    const cells = '<c r="A1" t="str"><v>id</v></c><c r="ZZZ1" t="str"><v>x</v></c>';
    const far = '<row r="99999999999"><c r="A99999999999" t="str"><v>x</v></c></row>';
    const { told } = readList({
      'recipients.xlsx': pack({ 'xl/worksheets/sheet1.xml': sheet(`<row r="1">${cells}</row>${far}`) }),
    });
    expect(told[0]).toBe(
      'recipients.xlsx error[recipients-invalid] cell ZZZ1 of the sheet “List” lies beyond what is read',
    );
  });
});

test('is read through the door, which notes the folder and the digest of the list', () => {
  const folder = temporaryFolder({
    'content/l/recipients.csv': `id,office,address\na,Minister,${ADDRESS}\n`,
  });
  const trace = new Trace();
  const files = new ProjectFiles(folder.root).recording(trace);
  readRecipients({ folder: 'content/l', languages: ['en'], fields: {} }, files, new Report());
  expect(trace.entries()).toEqual([
    { asked: 'list', path: 'content/l', answer: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { asked: 'read', path: 'content/l/recipients.csv', answer: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});

test('of a list of thousands with one fault, the first are told and the others counted, in linear time', () => {
  const rows = (count: number, run: number): string =>
    `id,office,address,email\n${Array.from({ length: count }, (_, n) => `r${run}-${n},Minister,Street,nowhere`).join('\n')}`;
  const { list, told } = readCsvList(rows(3000, 0));
  expect(told).toHaveLength(21);
  expect(told.at(-1)).toBe(
    'recipients.csv error[recipient-value] and 2,980 more of the same kind in the column “email”',
  );
  expect(list?.faults).toHaveLength(3000);
  expect(list?.faults[2999]).toEqual({
    severity: 'error',
    code: 'recipient-value',
    row: 3001,
    id: 'r0-2999',
    column: 'email',
  });
  expectLinear((count, run) => readCsvList(rows(count, run)), 500);
});

test('what is written in a list comes out of it as it is', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((value) => value.trim())
    // What spreadsheets damage, and lines, are for the tests above.
    .filter(
      (value) =>
        /^[\p{L}\p{M}\p{N}*<>&"',;{}[\]()_ -]+$/u.test(value) && !/^[=]|^\d|\?{3}|Ã|Ø|Ù|Â|â|Ð|Ñ/u.test(value),
    );
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',', ';', '\t'),
      (names, separator) => {
        const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
        const lines = names.map((name, n) => [`r${n}`, name, 'Street'].map(quote).join(separator));
        const { list } = readCsvList(`${['id', 'name', 'address'].join(separator)}\n${lines.join('\n')}`);
        expect(list?.recipients.map(({ values }) => values.get('name'))).toEqual(names);
        const { list: same } = readList({
          'recipients.xlsx': spreadsheet([
            ['id', 'name', 'address'],
            ...names.map((name, n) => [`r${n}`, name, 'Street']),
          ]),
        });
        expect(same?.recipients.map(({ values }) => values.get('name'))).toEqual(names);
      },
    ),
    { numRuns: 60 },
  );
});
