/** `languageName`: the name of a language in the language of the edition. */
import { nameIn } from '../../language/derive.ts';
import { findLanguage } from '../../language/language.ts';
import { hasWords, printLocale } from '../../language/locale.ts';
import { ancestors, canonicalTag } from '../../language/tag.ts';
import { inLanguage, LocalizedValue } from '../handlebars/values.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

export const languageName: HelperDefinition = {
  name: 'languageName',
  summary:
    'The name of a language, in the edition’s language; `language.<tag>` in the strings file overrides it.',
  example: '{{languageName translation.of}}',
  params: [1, 1],
  hash: [],
  run: (call) => {
    const [value] = call.params;
    const tag = typeof value === 'string' ? canonicalTag(value) : undefined;
    if (tag === undefined) throw helperFault(call, `${describe(value)} is not a language tag`);
    const { strings, report } = call.application;
    return new LocalizedValue((language) => {
      const own = strings.find(ancestors(language.tag), `language.${tag}`, report);
      if (own) return own.text;
      const locale = printLocale(language);
      const name = nameIn(locale, tag) ?? findLanguage(tag)?.name ?? tag;
      return hasWords(language.tag) ? name : inLanguage(name, locale);
    });
  },
};
