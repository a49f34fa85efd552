/** Merged letters as PDFs: each says its own values, whatever their script, and none says anybody else's. */
import { expect, test } from 'vitest';
import { makeFrom, temporaryProject } from '../support/make.ts';
import { pageText } from '../support/pdfium.ts';
import { makeLetters } from './letters.ts';

const OFFICES = `id,name,office,address,role,gender,language,written
pk,عائشہ مثال,وزیر داخلہ,"آر بلاک
اسلام آباد 44000",minister,female,en,Urdu
uk,Jane Example,Secretary of State *for* the Home Department,"2 Marsham Street
London SW1P 4DF",minister,female,ar,
de,,Bundesministerin *des* <Innern>,Alt-Moabit 140,minister,female,en,
`;
const TEXTS = {
  en: '{{to.office}}\\\n{{to.address}}\n\n{{to.salutation}}\n\nWe write to the {{to.office}} (30 days) in 2026.\n\n{{#if to.name}}For **{{to.name}}**.{{/if}}',
  ar: '{{to.office}}\\\n{{to.address}}\n\n{{to.salutation}}\n\nنكتب إلى {{to.office}} (30 يومًا).\n\n{{#if to.name}}إلى {{to.name}}.{{/if}}',
};

test('each has its own values and nobody else’s, in pages and in what the file says of itself', async () => {
  const { pdfs, diagnostics } = await makeLetters(TEXTS, OFFICES, 'To {{to.office}}');
  expect(diagnostics).toEqual([]);
  // Words, and not lines: PDFium turns the words of English lines around in a right-to-left page.
  const own = {
    pk: ['داخلہ', 'عائشہ', 'اسلام', '44000'],
    uk: ['Secretary', 'Department', 'Jane', 'Marsham'],
    de: ['Bundesministerin', '*des*', '<Innern>', 'Alt-Moabit'],
  };
  for (const [id, values] of Object.entries(own)) {
    const bytes = pdfs.get(id)!;
    const text = (await pageText(bytes)).normalize('NFKC');
    for (const value of values) expect(text, id).toContain(value);
    const others = Object.entries(own).filter(([other]) => other !== id);
    for (const value of others.flatMap(([, all]) => all)) expect(text, id).not.toContain(value);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\{\{/);
    const file = Buffer.from(bytes).toString('utf8');
    expect(file).toContain('>To …<');
    for (const value of values) expect(file).not.toContain(value);
  }
});

test('a letter to nobody is printed with its fields as they stand, and says so', async () => {
  const { root, remove } = temporaryProject({
    'content/l/en.md': `---\ntitle: A letter\ndate: 2026-01-02\nkinds: [letter]\n---\n\n${TEXTS.en}\n`,
  });
  const { bytes, diagnostics } = await makeFrom(root, 'l', 'en', 'letter');
  remove();
  expect(await pageText(bytes)).toContain('We write to the {{to.office}} (30 days)');
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['merge-unfilled']));
});

test('in a document of another kind, two braces are what they are', async () => {
  const { root, remove } = temporaryProject({
    'content/l/en.md': '---\ntitle: A brief\ndate: 2026-01-02\n---\n\nA field is written {{to.office}}.\n',
  });
  const { bytes, diagnostics } = await makeFrom(root, 'l', 'en', 'brief');
  remove();
  expect(await pageText(bytes)).toContain('A field is written {{to.office}}.');
  expect(diagnostics).toEqual([]);
});
