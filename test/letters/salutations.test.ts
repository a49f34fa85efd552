/** How letters begin and end: by role and gender as the list has them, in the language of the letter, and never by a guess. */
import { expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { packageRoot } from '../../src/files/package-root.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { ROLES } from '../../src/letters/recipients/columns.ts';
import type { Recipient } from '../../src/letters/recipients/recipient.ts';
import { SalutationForms } from '../../src/letters/salutations/forms.ts';
import {
  type SalutationRule,
  salutationFor,
  salutationText,
} from '../../src/letters/salutations/salutation.ts';
import { templateFolder } from '../../src/template/template-folder.ts';
import { temporaryFolder } from '../project/temporary-project.ts';
import { readCsvList } from './read-list.ts';

const SHIPPED = new SalutationForms([templateFolder(new ProjectFiles(packageRoot()), 'templates')]);

/** A recipient with these columns, in a letter of one language. */
function recipient(columns: Readonly<Record<string, string>>, language = 'en'): Recipient {
  const all: Record<string, string> = { id: 'a', office: 'Minister', address: 'Street', ...columns };
  const quoted = Object.values(all).map((value) => `"${value}"`);
  const { list, told } = readCsvList(`${Object.keys(all).join()}\n${quoted.join()}\n`, {
    languages: [language],
  });
  expect(told).toEqual([]);
  return list!.recipients[0]!;
}

/** Opening and closing, or what was said in their place. */
function salutation(to: Recipient, rule: SalutationRule = 'strict', forms = SHIPPED): readonly string[] {
  const report = new Report();
  const file = forms.fileFor(to.language);
  const found = salutationFor(to, { forms: forms.find(to.language, report), file, rule }, report);
  if (found) return [salutationText(found.opening), salutationText(found.closing)];
  return report.diagnostics.map(({ code, message, hint }) => `${code}: ${message} | ${hint}`);
}

test('a minister is addressed in every language that Bayan ships', () => {
  const opening = (lang: string, gender: string): string =>
    salutation(recipient({ role: 'minister', gender }, lang))[0]!;
  expect(
    Object.fromEntries(SHIPPED.languages(new Report()).map((lang) => [lang, opening(lang, 'female')])),
  ).toEqual({
    ar: 'معالي الوزيرة،',
    en: 'Dear Minister,',
    es: 'Señora ministra:',
    'fa-AF': 'جلالتمآب،',
    fr: 'Madame la Ministre,',
    ps: 'جلالتمآب،',
    ur: 'عزت مآب وزیر صاحبہ،',
  });
});

test('a region takes the forms of its language, and no language those of another', () => {
  expect(salutation(recipient({ role: 'minister', gender: 'male' }, 'fr-CA'))[0]).toBe(
    'Monsieur le Ministre,',
  );
  expect(salutation(recipient({ role: 'minister' }, 'ckb'))).toEqual([
    'salutation-missing: row 2 (a): there are no salutations in Central Kurdish | write templates/salutations/ckb.yaml, or write the salutation itself into the column “salutation”',
  ]);
});

test('the values of the list stand in a form as parts of their own', () => {
  const to = recipient({ role: 'plain', name: 'Ms *A* Example', gender: 'female' });
  const report = new Report();
  const context = { forms: SHIPPED.find('en', report), file: '', rule: 'strict' } as const;
  expect(salutationFor(to, context, report)?.opening).toEqual([
    { text: 'Dear ' },
    { field: 'name', value: 'Ms *A* Example' },
    { text: ',' },
  ]);
});

test.each([
  [{}, 'en', 'there is no role, which chooses the salutation'],
  [{ name: 'Maria Example', role: 'minister' }, 'fr', 'French needs the gender for the role “minister”'],
  [{ role: 'judge' }, 'ps', 'Pashto has no salutation for the role “judge”'],
  [{ role: 'plain' }, 'en', 'the salutation for the role “plain” needs name'],
])('%j in %s is an error that says what to type; nothing is guessed', (columns, lang, problem) => {
  const [told] = salutation(recipient(columns as Record<string, string>, lang));
  expect(told).toContain(`salutation-missing: row 2 (a): ${problem} | `);
  expect(told).toContain('or write the salutation itself into the column “salutation”');
});

test('such a case gets the neutral form where bayan.yaml says so', () => {
  expect(salutation(recipient({}), 'neutral')).toEqual(['Dear Sir or Madam,', 'Yours faithfully,']);
  expect(salutation(recipient({ role: 'minister', name: 'Maria' }, 'fr'), 'neutral')[0]).toBe(
    'Madame, Monsieur,',
  );
  expect(salutation(recipient({ role: 'judge' }, 'ps'), 'neutral')[0]).toBe('السلام علیکم،');
});

test('a salutation in the list is taken word for word, with the closing of the role', () => {
  expect(salutation(recipient({ role: 'minister', salutation: 'Your Royal Highness,' }))).toEqual([
    'Your Royal Highness,',
    'Yours sincerely,',
  ]);
  expect(salutation(recipient({ salutation: 'Dear all,' }, 'ckb'))).toEqual(['Dear all,', '']);
});

test('a project writes its own, role by role, and faults have their place', () => {
  const folder = temporaryFolder({
    'templates/salutations/en.yaml': `judge:\n  any: { opening: 'My Lord,', closing: 'Yours faithfully,' }\n`,
    'templates/salutations/ckb.yaml': `minister:\n  any: { opening: 'بەڕێز {nme}،', closing: 'لەگەڵ ڕێزدا' }\nminster: {}\n`,
  });
  const files = new ProjectFiles(folder.root);
  const forms = new SalutationForms(
    ['templates', 'bayan:templates'].map((root) => templateFolder(files, root)),
  );
  expect(salutation(recipient({ role: 'judge' }), 'strict', forms)[0]).toBe('My Lord,');
  expect(salutation(recipient({ role: 'minister' }), 'strict', forms)[0]).toBe('Dear Minister,');
  const report = new Report();
  forms.find('ckb', report);
  expect(report.diagnostics.map(({ code, message, span }) => [code, span?.line, message])).toEqual([
    ['salutation-invalid', 2, expect.stringContaining('{name}, {honorific}')],
    ['salutation-invalid', 3, 'unknown key "minster"'],
  ]);
});

test('every shipped file says where its forms come from, that nobody has reviewed them, and a neutral form', () => {
  const report = new Report();
  for (const lang of SHIPPED.languages(report)) {
    const { forms } = SHIPPED.find(lang, report)!;
    expect(forms, lang).toMatchObject({ source: expect.stringMatching(/./), reviewed: 'no', neutral: {} });
    expect(ROLES.some((role) => forms[role])).toBe(true);
  }
  expect(report.diagnostics).toEqual([]);
});
