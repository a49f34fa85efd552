/** Which face a cluster takes where scripts, code and emphasis meet. */
import { expect, test } from 'vitest';
import type { ParagraphStyle, TextSpan, TextStyle } from '../../src/document/style.ts';
import { findLanguage } from '../../src/language/language.ts';
import { mannersOf } from '../../src/language/manners.ts';
import { type Paragraph, prepareParagraph } from '../../src/text/paragraph.ts';
import { lineHeightIn } from '../../src/typeset/strut.ts';
import { shippedFonts } from '../support/fonts.ts';

const fonts = shippedFonts();
const plain: TextStyle = { role: 'serif', weight: 400, italic: false, size: 10, color: '#000000' };

function styleOf(tag: string): ParagraphStyle {
  const language = findLanguage(tag)!;
  return { align: 'start', language, dir: language.dir, lineHeight: 20, style: plain };
}

function prepare(
  tag: string,
  ...spans: readonly (readonly [text: string, style?: Partial<TextStyle>])[]
): Paragraph {
  return prepareParagraph(
    spans.map(([text, style]): TextSpan => ({ text, style: { ...plain, ...style } })),
    styleOf(tag),
    fonts,
  );
}

/** The face of a part of the text. */
function faceOf({ text, clusters }: Paragraph, part: string): string {
  const at = text.indexOf(part);
  const faces = clusters
    .filter(({ start }) => start >= at && start < at + part.length)
    .map(({ face }) => face.id);
  return [...new Set(faces)].join(' ');
}

test('emphasised words are italic in Latin and bold in Arabic script', () => {
  const text = prepare('fa-AF', ['کتاب '], ['Journal of X یک', { italic: true }]);
  expect(faceOf(text, 'Journal')).toBe('source-serif/400i');
  expect(faceOf(text, 'یک')).toBe('noto-naskh-arabic/700');
  expect(faceOf(text, 'کتاب')).toBe('noto-naskh-arabic/400');
});

test('Latin digits take the Latin face where the language has others, beside a word and alone', () => {
  const text = prepare('fa-AF', ['مبلغ €20 و 2 + 3 = 5 و 24 High St و ۱۴۰۲']);
  for (const part of ['20', '2 + 3 = 5', '24 High']) expect(faceOf(text, part)).toBe('source-serif/400');
  expect(faceOf(text, '۱۴۰۲')).toBe('noto-naskh-arabic/400');
  expect(faceOf(prepare('ur', ['کل 20 دن']), '20')).toBe('noto-nastaliq-urdu/400');
});

test('a space after code is as wide as one between words', () => {
  const text = prepare('fa-AF', ['دستور '], ['npm test', { role: 'mono' }], [' را اجرا']);
  expect(faceOf(text, 'npm')).toContain('noto-sans-mono');
  const after = text.clusters.find(({ start }) => start === text.text.indexOf(' را'))!;
  expect(after.face.id).toBe('noto-naskh-arabic/400');
});

test('Urdu has room for Nastaliq, and the room of Naskh when a brand sets it in that', () => {
  const naskh = shippedFonts({ languages: { ur: { serif: 'noto-naskh-arabic' } } });
  const urdu = styleOf('ur');
  expect(lineHeightIn(urdu, fonts)).toBe(20);
  expect(lineHeightIn(urdu, naskh)).toBeCloseTo(
    (20 * mannersOf('Arab').lineHeight) / urdu.language.lineHeight,
    6,
  );
  expect(lineHeightIn(styleOf('fa-AF'), fonts)).toBe(20);
});
