/**
 * Which examples Bayan refuses, and with which errors, and which it reads as GitHub and not as CommonMark. A test holds this
 * to what happens; the table in docs/content.md is made of it.
 */
import type { Example } from './examples.ts';

/** Numbers of CommonMark's examples by the codes of their errors. */
const COMMONMARK: Readonly<Record<string, string>> = {
  'heading-skip': '10, 62, 66–68, 72–76, 78–84, 115, 141, 227–230, 232, 300, 646, 647',
  'raw-html':
    '21, 31, 148–178, 180–182, 184–191, 201, 344, 475–477, 491, 494, 524, 536, 613–617, 623, 627–631, ' +
    '642, 643',
  'link-unsafe':
    '22, 23, 32, 33, 192–196, 198, 200, 202–206, 216–218, 404, 419, 422, 433, 473, 474, 482, 483, ' +
    '485, 486, 489, 492, 495, 496, 498–500, 502–507, 509, 510, 512, 514–516, 518, 519, 521, 522, ' +
    '527–530, 532–535, 539–544, 549, 550, 553–562, 564–571, 593, 596, 598, 599, 601',
  'heading-skip + link-unsafe': '214, 215',
  'link-empty + link-unsafe': '484, 487',
  'link-unknown': '501',
  'image-missing + link-unsafe': '517, 531',
  'image-missing': '520, 573, 576–578, 580',
  'path-outside-project': '572, 574, 575, 579, 582–589, 591',
  'image-alt + path-outside-project': '581',
};

/** Numbers in GitHub's specification: addresses of xmpp:. */
const GITHUB: Readonly<Record<string, string>> = {
  'link-unsafe': '633–635',
};

/** The structure of what Bayan reads otherwise, as HTML. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // Bare addresses are links, as on GitHub.
  '602': '<p>&lt;<a href="https://foo.bar/baz">https://foo.bar/baz</a> bim&gt;</p>',
  '608': '<p>&lt; <a href="https://foo.bar">https://foo.bar</a> &gt;</p>',
  '611': '<p><a href="https://example.com">https://example.com</a></p>',
  '612': '<p><a href="mailto:foo@bar.example.com">foo@bar.example.com</a></p>',
  // A picture alone on its line stays so (docs/content.md#pictures).
  '587': '<p><img src="/url" alt="foo" title="title" /> <br />[]</p>',
};

const CODES: ReadonlyMap<string, readonly string[]> = new Map([
  ...numbered(COMMONMARK, ''),
  ...numbered(GITHUB, 'GFM '),
]);

/** Codes of the errors that an example is refused with, in the order of the alphabet; none when it is accepted. */
export function refusalOf({ name }: Example): readonly string[] {
  return CODES.get(name) ?? [];
}

/** The HTML that an example has the structure of, and whether that is the specification's own. */
export function htmlOf({ name, html }: Example): { readonly html: string; readonly own: boolean } {
  const otherwise = OTHERWISE[name];
  return otherwise === undefined ? { html, own: true } : { html: otherwise, own: false };
}

/** `21, 31, 148–178` under a code → each number with that code. */
function numbered(table: Readonly<Record<string, string>>, prefix: string): [string, readonly string[]][] {
  return Object.entries(table).flatMap(([codes, numbers]) =>
    numbers.split(', ').flatMap((range) => {
      const [first = 0, last = first] = range.split('–').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index): [string, readonly string[]] => [
        `${prefix}${first + index}`,
        codes.split(' + '),
      ]);
    }),
  );
}
