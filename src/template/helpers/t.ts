/** `t`: words from strings/<lang>.yaml, with the values of their {placeholders}. */

import { formatNumber } from '../../language/numerals.ts';
import { didYouMean } from '../did-you-mean.ts';
import { escapeMarkup, Markup, TextValue } from '../handlebars/values.ts';
import { describe, type HelperCall, type HelperDefinition, helperFault } from './helper.ts';

export const t: HelperDefinition = {
  name: 't',
  summary: 'Words of strings/<lang>.yaml; named arguments fill its {placeholders}.',
  example: '{{t "demands" organisation=brand.shortName}}',
  params: [1, 1],
  hash: 'any',
  run: (call) => {
    const [key] = call.params;
    if (typeof key !== 'string') throw helperFault(call, `${describe(key)} is not the name of a string`);
    // Odd pieces are names of placeholders.
    const pieces = findText(call, key)
      .split(/\{([A-Za-z][\w-]*)\}/)
      .map((piece, index) => (index % 2 === 0 ? piece : placeholder(call, key, piece)));
    if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
    return new Markup(
      pieces.map((piece) => (piece instanceof Markup ? piece.toHTML() : escapeMarkup(piece))).join(''),
    );
  },
};

/** The words in the edition's language; in English, with an error, when they are missing there. */
function findText(call: HelperCall, key: string): string {
  const { strings, edition, report } = call.application;
  const found = strings.find(edition.lang, key, report);
  if (found) return found.text;
  const file = strings.fileFor(edition.lang);
  const english = strings.find('en', key, report);
  if (english) {
    report.error('string-missing', call.at, `${file} has no "${key}"`, {
      hint: `add it there; in English it is: ${key}: ${JSON.stringify(english.text)}`,
    });
    return english.text;
  }
  const meant = didYouMean(key, strings.keys(edition.lang, report));
  report.error('string-missing', call.at, `${file} has no "${key}"${meant}`, { hint: `add it: ${key}: …` });
  return key;
}

function placeholder(call: HelperCall, key: string, name: string): string | Markup {
  const value = Object.hasOwn(call.hash, name) ? call.hash[name] : undefined;
  if (typeof value === 'number') return formatNumber(value, call.application.language);
  if (value instanceof Markup || typeof value === 'string') return value;
  if (value instanceof TextValue) return value.toString();
  const found = Object.hasOwn(call.hash, name) ? `is ${describe(value)}` : 'is not given';
  throw helperFault(
    call,
    `"${key}" has the placeholder {${name}}, which ${found}`,
    `write {{t "${key}" ${name}=…}}`,
  );
}
