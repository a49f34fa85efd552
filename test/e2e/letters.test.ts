/** The installed `bayan letters`: to everybody on a list, each in their language, with a brief enclosed; then again after a correction. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPdf } from '../../src/pdf/inspect/read.ts';
import { tagTree } from '../../src/pdf/inspect/tag-tree.ts';
import { BRAND, installedBayan, type WorkingFolder } from './installed-bayan.ts';

const letter = (title: string, body: string) =>
  `---\ntitle: ${title}\ndate: 2026-11-24\nkinds: [letter]\nenvelope: din-5008-b\nenclose:\n  - { slug: returns, kind: brief }\n---\n\n${body}\n`;
const brief = (title: string, text: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-11-20\nkinds: [brief]\n${more}---\n\n${text}[^1]\n\n[^1]: OHCHR. (2023). Report 12/4. Geneva.\n`;

const LIST = `id,honorific,office,organisation,address,country,role,language
interior,The Honourable,Minister of Interior,Ministry of Interior,"R Block, Pak Secretariat
Islamabad",Pakistan,minister,en
immigration,The Honourable,Minister for Immigration,Department of Home Affairs,"6 Chan Street
Belconnen ACT 2617",Australia,minister,fa-AF
parliament,,Committee on Human Rights,Parliament House,"Constitution Avenue
Islamabad",Pakistan,plain,en
`;

function project(list = LIST): WorkingFolder {
  return installedBayan({
    'bayan.yaml': 'salutations: neutral\n',
    'brand.yaml': BRAND,
    'content/open-letter/en.md': letter('Protection of Afghans', 'We call on {{to.organisation}} to act.'),
    'content/open-letter/fa-AF.md': letter('حمایت از افغان‌ها', 'از {{to.organisation}} می‌خواهیم اقدام کند.'),
    'content/open-letter/recipients.csv': list,
    'content/returns/en.md': brief('Returns', 'The facts.'),
    'content/returns/fa-AF.md': brief(
      'بازگشت‌ها',
      'واقعیت‌ها.',
      'translation: { of: en, by: Test, status: official }\n',
    ),
  });
}

const FILES = ['interior.en', 'immigration.fa-AF', 'parliament.en'].map(
  (name) => `out/open-letter/letters/${name}.pdf`,
);

test('everybody gets their letter with the brief in their language, and nothing of anybody else', () => {
  const folder = project();
  const { code, stdout, stderr } = folder.bayan('letters');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('3 written');
  expect(folder.pdfs().sort()).toEqual([...FILES].sort());
  const [interior = '', immigration = '', parliament = ''] = FILES.map((file) => tagTree(folder.pdf(file)));
  expect(interior).toContain('“The Honourable Minister of Interior”');
  expect(interior).toContain('“Ministry of Interior”\n      “to act.”');
  expect(immigration).toMatch(/Part \[fa-AF WritingMode=RlTb\][\s\S]*“واقعیت‌ها\.”/);
  for (const text of [interior, parliament])
    expect(text).toMatch(/Part \[en WritingMode=LrTb\][\s\S]*“The facts\.”/);
  for (const text of [interior, parliament]) expect(text).not.toMatch(/Immigration|Belconnen|Home Affairs/);
  for (const text of [immigration, parliament]) expect(text).not.toMatch(/Interior|R Block/);
  const metadata = FILES.map((file) => {
    const pdf = readPdf(folder.pdf(file));
    return pdf.text(pdf.dictionary(pdf.trailer.Info).Title);
  });
  expect(metadata).toEqual(['Protection of Afghans', 'حمایت از افغان‌ها', 'Protection of Afghans']);
  for (const name of ['manifest.json', 'sent-list.csv'])
    expect(folder.read(`out/open-letter/letters/${name}`)).not.toMatch(
      /Minister|Block|Chan Street|Honourable/,
    );
});

test('a corrected address makes one letter again; the list of what is there has its digest', () => {
  const folder = project();
  folder.bayan('letters');
  expect(folder.bayan('letters').stdout).toContain('3 unchanged');
  const corrected = LIST.replace('6 Chan Street', '8 Chan Street');
  folder.write('content/open-letter/recipients.csv', corrected);
  const { stdout } = folder.bayan('letters', '--dry-run');
  expect(stdout).toContain('immigration.fa-AF.pdf  the row of immigration changed');
  expect(stdout).toContain('1 to be written, 2 unchanged');
  expect(folder.bayan('letters').stdout).toContain('1 written, 2 unchanged');
  folder.write('content/open-letter/recipients.csv', corrected.replace('Islamabad"', 'Islamabad 44000"'));
  folder.bayan('letters', '--to', 'interior');
  const rows = folder.read('out/open-letter/letters/sent-list.csv').trim().split('\r\n').slice(1);
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    const [, file, , bytes, digest] = row.split(',');
    const pdf = folder.pdf(`out/open-letter/letters/${file}`);
    expect([pdf.length, createHash('sha256').update(pdf).digest('hex')]).toEqual([Number(bytes), digest]);
  }
  folder.write('content/returns/en.md', brief('Returns', 'The new facts.'));
  expect(folder.bayan('letters').stdout).toContain('2 written, 1 unchanged');
});

test('a brief that comes to be in the language of a letter takes the place of the one that stood in for it', () => {
  const folder = project();
  const dari = folder.read('content/returns/fa-AF.md');
  folder.remove('content/returns/fa-AF.md');
  const missing = folder.bayan('letters', '--to', 'immigration');
  expect([missing.code, missing.stderr]).toEqual([
    1,
    expect.stringContaining('there is no “returns” in fa-AF'),
  ]);
  const text = folder.read('content/open-letter/fa-AF.md');
  folder.write('content/open-letter/fa-AF.md', text.replace('kind: brief', 'kind: brief, fallback: en'));
  folder.bayan('letters', '--to', 'immigration');
  expect(tagTree(folder.pdf(FILES[1]!))).toContain('“The facts.”');
  folder.write('content/returns/fa-AF.md', dari);
  expect(folder.bayan('letters', '--to', 'immigration').stdout).toContain('1 written');
  expect(tagTree(folder.pdf(FILES[1]!))).toContain('“واقعیت‌ها.”');
});

test('what is wrong with one letter is told with its row, and the others are written', () => {
  const broken = LIST.replace('Parliament House', '').replace(
    '"6 Chan Street\nBelconnen ACT 2617"',
    '"#REF!"',
  );
  const folder = project(broken);
  const { code, stdout, stderr } = folder.bayan('letters');
  expect(code).toBe(1);
  expect(stdout).toContain('1 written, 1 not written');
  expect(stderr).toContain('content/open-letter/recipients.csv:4:');
  expect(stderr).toMatch(/\(immigration\)/);
  expect(stderr).toMatch(/organisation/);
  expect(folder.pdfs()).toEqual([FILES[0]]);
});

test('an id that nobody has, a text that is no letter, and a letter to nobody any more are told', () => {
  const folder = project();
  const unknown = folder.bayan('letters', '--to', 'interor');
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('interior')]);
  folder.bayan('letters');
  folder.write('content/open-letter/recipients.csv', LIST.slice(0, LIST.indexOf('parliament')));
  const fewer = folder.bayan('letters');
  expect(fewer.stderr).toContain('letter to nobody on the list any more');
  folder.write(
    'content/open-letter/en.md',
    '---\ntitle: T\ndate: 2026-01-02\nkinds: [brief]\n---\n\nText.\n',
  );
  const brief = folder.bayan('letters', '--to', 'interior');
  expect([brief.code, brief.stderr]).toEqual([1, expect.stringContaining('this text is no letter')]);
});

test('json says whose letters there are by id, and nothing that the list says of anybody', () => {
  const folder = project();
  const { stdout } = folder.bayan('letters', '--format', 'json');
  const { letters } = JSON.parse(stdout) as { letters: { id: string; ok: boolean; pages: number }[] };
  expect(letters.map(({ id, ok, pages }) => [id, ok, pages])).toEqual([
    ['interior', true, 2],
    ['immigration', true, 2],
    ['parliament', true, 2],
  ]);
  expect(stdout).not.toMatch(/Minister|Block|Chan Street/);
});

test('letters of a language go into one file besides, each with its own pages and bookmark', () => {
  const folder = project();
  expect(folder.bayan('letters', '--one-file', 'by-language').code).toBe(0);
  const pdf = readPdf(folder.pdf('out/open-letter/letters/all.en.pdf'));
  // Two letters of one page, each with a brief of one page.
  expect(pdf.pages()).toHaveLength(4);
  const first = pdf.dictionary(pdf.dictionary(pdf.root.Outlines).First);
  expect(pdf.text(first.Title)).toBe('interior');
  expect(folder.has('out/open-letter/letters/all.fa-AF.pdf')).toBe(true);
});

test('drafts of e-mails hold the letter and its PDF, and nobody is sent anything', async () => {
  const folder = project(
    LIST.replace('language\n', 'language,email\n').replace(
      'minister,en\n',
      'minister,en,office@example.org\n',
    ),
  );
  folder.write('content/open-letter/signatories.csv', 'organisation,withheld\nAlpha,no\nBeta,yes\n');
  folder.write(
    'content/open-letter/en.md',
    letter('Protection', 'Signed by {{signatories.organisations}} organisations.'),
  );
  expect(folder.bayan('letters', '--eml').code).toBe(0);
  const draft = folder.read('out/open-letter/letters/interior.en.eml');
  expect(draft).toMatch(/^To: .*<office@example\.org>/m);
  expect(draft).toMatch(/^X-Unsent: 1/m);
  const [, plain = ''] = /^Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n\r\n?--/m.exec(draft) ?? [];
  expect(Buffer.from(plain, 'base64').toString('utf8')).toContain('Signed by 2 organisations.');
  const pdf = Buffer.from(folder.pdf('out/open-letter/letters/interior.en.pdf')).toString('base64');
  expect(draft.replace(/\r\n/g, '')).toContain(pdf);
});
