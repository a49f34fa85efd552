/** changes.pdf, as the edition that it is printed from. */
import { expect, test } from 'vitest';
import { changesEdition } from '../../src/changes/changes-edition.ts';
import { comparePrints } from '../../src/changes/compare.ts';
import { readPrint } from './prints.ts';

const TITLE = { text: 'Water', lang: 'en', date: '2024-04' };

/** All words of what is told of a paragraph that came to stand below another. */
function toldOf(added: string, lang: string): string {
  const changes = comparePrints(readPrint('One.', lang), readPrint(`One.\n${added}`, lang));
  const prints = [{ kind: 'brief', state: 'compared', ...changes } as const];
  const { body } = changesEdition({ slug: 'water', since: 'HEAD', languages: [{ lang, prints }] }, TITLE);
  return [...JSON.stringify(body).matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text).join('');
}

test.each([
  ['ps', 'نوې جمله', '{+نوې جمله+}'],
  // Without the mark, the plus would be printed as the last letter of the address.
  ['ps', 'وګورئ https://d.example/', '{+وګورئ https://d.example/\u200f+}'],
  ['fa-AF', 'NATO و یونسکو', '{+\u200fNATO و یونسکو+}'],
  ['en', 'See https://d.example/', '{+See https://d.example/+}'],
])('in %s, signs around “%s” stay apart from its words', (lang, added, told) => {
  expect(toldOf(added, lang)).toContain(told);
});
