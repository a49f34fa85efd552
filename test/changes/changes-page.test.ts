/** changes.html, as somebody reads or hears it. */
import { expect, test } from 'vitest';
import { changesPage } from '../../src/changes/changes-page.ts';
import { comparePrints } from '../../src/changes/compare.ts';
import type { LanguageChanges, PrintComparison } from '../../src/changes/publication.ts';
import { readPrint } from './prints.ts';

const compared = (lang: string, kind: string, before: string, after: string): PrintComparison => ({
  kind,
  state: 'compared',
  ...comparePrints(readPrint(before, lang), readPrint(after, lang)),
});

const TITLE = { text: 'Water & bread', lang: 'en', date: '2024-04' };

function page(languages: readonly LanguageChanges[]): string {
  return changesPage({ slug: 'water', since: 'HEAD (1a2b3c4)', languages }, TITLE);
}

/** What a screen reader says of a part of a page. */
const heard = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const seen = (html: string): string => heard(html.replace(/<span class="said".*?<\/span>/g, ''));

test('words that came and went are marked in the direction of their language, and said to be so', () => {
  const html = page([
    { lang: 'fa-AF', prints: [compared('fa-AF', 'brief', 'هر کودک آب دارد.', 'هر انسان آب دارد.')] },
  ]);
  const text = /<p class="text changed" lang="fa-AF" dir="rtl">.*<\/p>/.exec(html)![0];
  expect(seen(text)).toBe('هر کودکانسان آب دارد.');
  expect(heard(text)).toBe('هر removed: کودک end of removal, added: انسان end of addition, آب دارد.');
  expect(text).toContain('<span class="said" lang="en" dir="ltr">removed: </span>');
  expect(html).toContain('Dari <span lang="fa-AF" dir="rtl">دری</span>: 1 change');
});

test('a change that a brief and a flyer have is told once, with both places', () => {
  const [before, after] = ['One.\n---\nEvery child.', 'One.\n---\nEvery person.'];
  const html = page([
    {
      lang: 'en',
      prints: [
        compared('en', 'brief', before, after),
        compared('en', 'flyer', 'Every child.', 'Every person.'),
      ],
    },
  ]);
  expect(html.match(/<h3>/g)).toHaveLength(1);
  expect(html).toContain('<p class="place">brief, page 2; flyer, page 1</p>');
  expect(html).toContain(
    '<td>brief</td><td>1</td><td>2</td><td class="none">–</td><td class="none">–</td><td>1</td>',
  );
});

test('of pictures it is told whether they are others, or what is said of them', () => {
  const before = '! Two wells [a]\n! Three goats [b]\n! Four schools [c]';
  const after = '! Two wells [x]\n! Three sheep [b]\n! Four towers [y]';
  const html = page([{ lang: 'en', prints: [compared('en', 'brief', before, after)] }]);
  expect([...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)).toEqual([
    'Another picture',
    'Changed alternative text of a picture',
    'Another picture, with another alternative text',
  ]);
});

test('languages without a change are named together, and what was not compared is told', () => {
  const same = compared('ur', 'brief', 'پانی', 'پانی');
  const html = page([
    { lang: 'en', prints: [{ kind: '', state: 'unread', reason: 'en.md has errors' }] },
    ...['ar', 'ur'].map((lang) => ({ lang, prints: [same] })),
  ]);
  expect(seen(html.slice(html.indexOf('<section')))).toBe(
    'English: not compared Not compared: en.md has errors. Nothing to read again Arabic العربية Urdu اردو',
  );
});

test('nothing in a text becomes markup, and the page runs and fetches nothing', () => {
  const html = changesPage(
    {
      slug: 'a"><script>',
      since: '<img src=x>',
      languages: [
        {
          lang: 'en',
          prints: [compared('en', '<b>', 'x', '<script>alert(1)</script> (https://example.org/"><script>)')],
        },
      ],
    },
    { ...TITLE, text: '</title><script>' },
  );
  expect(html).not.toMatch(/<(?:script|img|b|link)\b|url\(|@import/);
  expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
});
