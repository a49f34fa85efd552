/**
 * What people call the columns of their lists, in the languages of the offices that write most letters. Case, spaces, hyphens,
 * vowel marks and the letters of one keyboard for another's do not matter.
 */
import { foldName } from '../lists/fold-name.ts';
import type { ColumnName } from './columns.ts';

/** Each column: English, French, Spanish; Dari and Persian; Pashto; Urdu; Arabic. */
const NAMES: Readonly<Record<ColumnName, string>> = {
  id: 'id, key, code, identifiant, identificador, شناسه, کود, پېژند, شناخت, المعرف, معرف',
  name: 'name, full name, person, recipient, nom, nom complet, nombre, نام, اسم, نام کامل, نوم, الاسم, الاسم الكامل',
  honorific: 'honorific, style, prefix, civilité, tratamiento, لقب, القاب, اللقب',
  title: 'title, academic title, titre, título, عنوان, رتبه علمی, اللقب العلمي',
  gender: 'gender, sex, sexe, genre, género, sexo, جنس, جنسیت, جندر, صنف, الجنس',
  role: 'role, addressed as, address as, rôle, rol, نقش, رول, کردار, الدور',
  office:
    'office, position, post, job title, function, fonction, poste, cargo, puesto, وظیفه, سمت, مقام, دنده, عہدہ, منصب, المنصب, الوظيفة',
  organisation:
    'organisation, organization, ministry, institution, company, organisme, ministère, organización, institución, ministerio, نهاد, اداره, سازمان, وزارت, موسسه, بنسټ, ادارہ, تنظیم, الجهة, المؤسسة, المنظمة, الوزارة',
  country: 'country, pays, país, کشور, مملکت, هېواد, ملک, البلد, الدولة, بلد',
  address:
    'address, postal address, address line, street, adresse, adresse postale, dirección, domicilio, آدرس, نشانی, پته, ادرس, پتہ, پتا, العنوان, العنوان البريدي',
  language: 'language, lang, letter language, langue, idioma, lengua, زبان, ژبه, اللغة, لغة',
  written:
    'written, written in, address language, écrit en, escrito en, زبان آدرس, د پتې ژبه, پتے کی زبان, لغة العنوان',
  salutation:
    "salutation, greeting, formule d'appel, appel, saludo, saludo inicial, خطاب, تخاطب, التحية, صيغة المخاطبة",
  cc: 'cc, copy, copies, copy to, copie, copia, رونوشت, کاپی, کاپي, نقل, نسخة, نسخة إلى',
  reference:
    'reference, ref, our reference, your reference, référence, réf, referencia, شماره مکتوب, مرجع, حوالہ, المرجع, الرقم المرجعي',
  phone:
    'phone, phone number, telephone, tel, mobile, téléphone, teléfono, تلفن, تلفون, شماره تلفن, شماره تماس, ټیلیفون, فون, فون نمبر, الهاتف, رقم الهاتف',
  email:
    'email, e-mail, mail, email address, courriel, correo, correo electrónico, ایمیل, ایمیل آدرس, پست الکترونیک, برېښنالیک, ای میل, البريد الإلكتروني, البريد',
  enclosures:
    'enclosures, enclosure, attachments, annexes, pièces jointes, anexos, adjuntos, ضمیمه, ضمایم, پیوست, ضمیمې, منسلکات, المرفقات',
};

const KNOWN: ReadonlyMap<string, ColumnName> = new Map(
  (Object.keys(NAMES) as ColumnName[]).flatMap((column) =>
    NAMES[column].split(', ').map((name) => [foldName(name), column] as const),
  ),
);

export interface MeantColumn {
  readonly column: ColumnName;
  /** Of `address 2`: 2. */
  readonly line?: number;
}

/** The column that a name stands for; undefined when it is none of Bayan's. */
export function columnNamed(name: string): MeantColumn | undefined {
  const folded = foldName(name);
  const column = KNOWN.get(folded) ?? KNOWN.get(folded.replaceAll(' ', ''));
  if (column !== undefined) return { column };
  const [, before = '', line = ''] = /^(.*\D) ?(\d)$/u.exec(folded) ?? [];
  return KNOWN.get(before.trim()) === 'address' ? { column: 'address', line: Number(line) } : undefined;
}

/** What people write in columns that take one of a few words. */
const VALUE_NAMES: Readonly<Record<'gender' | 'role', Readonly<Record<string, string>>>> = {
  gender: {
    female:
      'female, f, woman, w, she, ms, mrs, femme, féminin, mujer, femenino, زن, زنانه, مؤنث, ښځه, ښځینه, عورت, خاتون, أنثى, امرأة',
    male: 'male, m, man, he, mr, homme, masculin, hombre, masculino, مرد, مردانه, مذکر, نر, نارینه, آدمی, ذكر, رجل',
  },
  role: {
    minister: 'minister, ministre, ministro, ministra, وزیر, وزیره, الوزير',
    ambassador: 'ambassador, ambassadeur, ambassadrice, embajador, embajadora, سفیر, السفير',
    'member-of-parliament':
      'member of parliament, mp, député, députée, diputado, diputada, نماینده پارلمان, وکیل پارلمان, رکن پارلیمان, نائب, النائب',
    'head-of-state':
      'head of state, chef d’état, cheffe d’état, jefe de estado, jefa de estado, رئیس جمهور, ولسمشر, صدر مملکت, رئيس الدولة, رئيس الجمهورية',
    judge: 'judge, juge, juez, jueza, قاضی, جج, القاضي',
    'un-official': 'un official, un, onu, ملل متحد, ملګري ملتونه, اقوام متحدہ, الأمم المتحدة',
    plain: 'plain, none, شخص',
  },
};

const VALUES: ReadonlyMap<string, string> = new Map(
  Object.entries(VALUE_NAMES).flatMap(([column, values]) =>
    Object.entries(values).flatMap(([value, names]) =>
      names.split(', ').map((name) => [`${column} ${foldName(name)}`, value] as const),
    ),
  ),
);

/** The gender or role that a cell names, in whatever language. */
export function valueNamed(column: string, text: string): string | undefined {
  return VALUES.get(`${column} ${foldName(text)}`);
}
