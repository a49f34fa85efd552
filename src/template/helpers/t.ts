/** `t`: words from strings/<lang>.yaml, with the values of their {placeholders}. */

import { DiagnosticError } from '../../diagnostics/diagnostic.ts';
import { findLanguage, type Language } from '../../language/language.ts';
import { formatNumber } from '../../language/numerals.ts';
import { readingOrder } from '../../language/tag.ts';
import { didYouMean } from '../did-you-mean.ts';
import { escapeMarkup, inLanguage, LocalizedValue, Markup, TextValue } from '../handlebars/values.ts';
import { findWords, type Words } from '../words/borrow.ts';
import { wordsFor } from '../words/plural.ts';
import { describe, type HelperCall, type HelperDefinition, helperFault } from './helper.ts';

export const t: HelperDefinition = {
  name: 't',
  summary:
    'Words of strings/<lang>.yaml; named arguments fill its {placeholders}, and `count` chooses the plural.',
  example: '{{t "demands" organisation=brand.shortName}}',
  params: [1, 1],
  hash: 'any',
  run: (call) => {
    const [key] = call.params;
    if (typeof key !== 'string') throw helperFault(call, `${describe(key)} is not the name of a string`);
    const { application } = call;
    const { edition, report } = application;
    const words = findWords(application.strings, edition, key, report);
    if (!words) throw noSuchWords(call, key);
    const language = (words.borrowed && findLanguage(words.lang)) || application.language;
    // Odd pieces are names of placeholders.
    const pieces = textOf(call, key, words)
      .split(/\{([A-Za-z][\w-]*)\}/)
      .map((piece, index) => (index % 2 === 0 ? piece : placeholder(call, key, piece, language)));
    if (!words.borrowed && pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
    const markup = new Markup(
      pieces.map((piece) => (piece instanceof Markup ? piece.toHTML() : escapeMarkup(piece))).join(''),
    );
    return words.borrowed ? inLanguage(markup, language.tag) : markup;
  },
};

/** The words, in the form that goes with `count` where they have several. */
function textOf(call: HelperCall, key: string, words: Words): string {
  if (!words.forms) return words.text;
  const { count } = call.hash;
  if (typeof count === 'number' && Number.isFinite(count)) return wordsFor(words, count);
  throw helperFault(call, `"${key}" has a form for each number`, `write {{t "${key}" count=…}}`);
}

function noSuchWords(call: HelperCall, key: string): DiagnosticError {
  const { strings, edition, report } = call.application;
  const file = strings.fileFor(edition.lang);
  const known = strings.keys([...readingOrder(edition.lang), 'en'], report);
  return new DiagnosticError('string-missing', call.at, `${file} has no "${key}"${didYouMean(key, known)}`, {
    hint: `add it: ${key}: …`,
  });
}

function placeholder(call: HelperCall, key: string, name: string, language: Language): string | Markup {
  const value = Object.hasOwn(call.hash, name) ? call.hash[name] : undefined;
  if (typeof value === 'number') return formatNumber(value, language);
  if (value instanceof LocalizedValue) return value.in(language);
  if (value instanceof Markup || typeof value === 'string') return value;
  if (value instanceof TextValue) return value.toString();
  const found = Object.hasOwn(call.hash, name) ? `is ${describe(value)}` : 'is not given';
  throw helperFault(
    call,
    `"${key}" has the placeholder {${name}}, which ${found}`,
    `write {{t "${key}" ${name}=…}}`,
  );
}
