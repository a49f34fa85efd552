/** The columns of a list of signatories, and the words in those that take one of a few, in the languages of ../recipients. */
import { foldName } from '../lists/fold-name.ts';
import type { SignatoryKind } from './signatory.ts';

export const SIGNATORY_COLUMNS = ['name', 'organisation', 'kind', 'office', 'country', 'withheld'] as const;
export type SignatoryColumn = (typeof SIGNATORY_COLUMNS)[number];

/** Each column: English, French, Spanish; Dari and Persian; Pashto; Urdu; Arabic. */
const NAMES: Readonly<Record<SignatoryColumn, string>> = {
  name: 'name, full name, signatory, nom, nom complet, nombre, نام, اسم, نام کامل, نوم, الاسم, الاسم الكامل',
  organisation:
    'organisation, organization, group, institution, organisme, organización, institución, نهاد, سازمان, موسسه, بنسټ, ادارہ, تنظیم, المنظمة, المؤسسة, الجهة',
  kind: 'kind, type, genre, tipo, نوع, ډول, قسم, النوع',
  office:
    'office, position, post, job title, title, function, role, fonction, poste, titre, cargo, puesto, وظیفه, سمت, مقام, دنده, عہدہ, منصب, المنصب, الوظيفة',
  country: 'country, pays, país, کشور, مملکت, هېواد, ملک, البلد, الدولة, بلد',
  withheld:
    'withheld, name withheld, withhold, anonymous, hidden, do not print, secret, anonyme, anónimo, ناشناس, پنهان, بدون نام, پټ, گمنام, مجهول, محجوب',
};

const KINDS: Readonly<Record<SignatoryKind, string>> = {
  organisation:
    'organisation, organization, org, ngo, group, organisme, ong, organización, نهاد, سازمان, موسسه, بنسټ, ادارہ, تنظیم, منظمة, مؤسسة',
  person: 'person, individual, personne, individu, persona, شخص, فرد, کس, شخصیت',
};

const ANSWERS = {
  yes: 'yes, y, true, 1, x, ✓, ✔, withheld, oui, vrai, sí, si, بله, بلی, آری, هو, ہاں, جی ہاں, نعم',
  no: 'no, n, false, 0, -, non, faux, نه, نخیر, خیر, نہیں, لا',
} as const;

function tableOf<Value extends string>(
  names: Readonly<Record<Value, string>>,
): (text: string) => Value | undefined {
  const table = new Map<string, Value>();
  for (const value of Object.keys(names) as Value[])
    for (const name of names[value].split(', ')) table.set(foldName(name) || name, value);
  return (text) => table.get(foldName(text) || text);
}

/** The column that a name stands for; undefined when it is none. */
export const columnNamed = tableOf(NAMES);
/** Whether a word stands for an organisation or a person. */
export const kindNamed = tableOf(KINDS);
/** Whether a word is yes or no. */
export const answerNamed = tableOf(ANSWERS);
