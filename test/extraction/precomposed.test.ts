/**
 * Letters that Unicode has as one character are copied and found as one, whichever glyphs a face draws them from and however
 * they were typed: أ is never ا and a hamza.
 */
import { expect, test } from 'vitest';
import { PDFIUM, PDFJS } from '../../tools/extraction/readers.ts';
import { content, makeFrom, temporaryProject } from '../support/make.ts';

const WORDS = {
  ar: 'أسئلة مسؤول رئيس آمن إلى شيء مرأة سأل قرآن ملأ بِئْر لأن لآخر لإن الأمر الآن',
  fa: 'خانۀ مؤسسه رئیس آب قرآن مسأله تأثیر جزء مسئول',
  'fa-AF': 'خانۀ مؤسسه رئیس آب مسأله تأثیر مسئول',
  ur: 'آئے گئے ہوئے گناۂ مؤنث دنیائے ۓ قرآن رائے نامۂ مسئلہ أمت',
  ps: 'ئې شئ آزاد مؤقت پوښتنۀ رأیه لوبغاړۓ',
  ckb: 'ئازادی بەئاگا مەسئوول ئێمە سوئال',
  ug: 'ئۇيغۇر ئادەم مەسئۇل ئۆي تەئەللۇق ئېلىپ',
  en: 'café naïve Ångström piñata ǟ ṩ Việt ế',
} as const;

/** PDFium takes these apart while it reads, whatever the file says. */
const TAKEN_APART = /[ۀۂۓ]/;

const cases = Object.entries(WORDS).flatMap(([lang, words]) =>
  (['serif', 'sans'] as const).flatMap((font) =>
    (['NFC', 'NFD'] as const).map((form) => ({ lang, words, font, form })),
  ),
);

test.each(cases)('$lang in the $font, typed as $form', async ({ lang, words, font, form }) => {
  const project = temporaryProject({
    'templates/plain.hbs': '<document margin="20mm">{{{body}}}</document>',
    'templates/styles.yaml': `document: { font: ${font} }\n`,
    [`content/t/${lang}.md`]: content(words.normalize(form)),
  });
  const { bytes } = await makeFrom(project.root, 't', lang, 'plain');
  project.remove();
  const wanted = words.split(' ');
  const [chrome, firefox] = [await PDFIUM.read(bytes), await PDFJS.read(bytes)];
  expect(wanted.filter((word) => !firefox.includes(word))).toEqual([]);
  const whole = wanted.filter((word) => !TAKEN_APART.test(word));
  expect(whole.filter((word) => !chrome.includes(word))).toEqual([]);
  expect(wanted.filter((word) => !chrome.normalize('NFC').includes(word))).toEqual([]);
});
