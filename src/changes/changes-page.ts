/**
 * changes.html: what has changed in a publication, language by language, with the words that came and went. One file without
 * scripts, pictures or a date: the same states, the same bytes. Who does not see colours, lines or the page itself is told in
 * words where an addition and a removal begins.
 */
import { escapeHtml, languageAttributes, languageNames } from '../language/html.ts';
import type { WordChange } from '../translation/record/words.ts';
import {
  changeTitle,
  languageWords,
  PAGE_STATES,
  placeWords,
  printCount,
  printWords,
  UNCHANGED_HEADING,
} from './change-words.ts';
import type { LinkChange } from './compare.ts';
import { type GatheredChange, gatherChanges, pageList, pagesIn } from './gather.ts';
import {
  isDifferent,
  type LanguageChanges,
  type PrintComparison,
  type PublicationChanges,
  type PublicationTitle,
} from './publication.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #c9d1d9; --tint: #f1f4f6; --added: #14602c; --added-tint: #e3f4e7; --removed: #a3211a; --removed-tint: #fdeceb; --muted: #57606a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #16181b; --line: #3c4248; --tint: #22262a; --added: #8fdca2; --added-tint: #12301b; --removed: #ffa8a1; --removed-tint: #3d1512; --muted: #a6adb4; } }
body { font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto; max-width: 54rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.3; } h2 { font-size: 1.3rem; margin: 3rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--line); } h3 { font-size: 1rem; margin: 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } caption { text-align: start; font-weight: bold; padding: .3rem 0; } th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top; }
thead th, tbody th { background: var(--tint); } a { color: inherit; } .none { color: var(--muted); }
ul.prints { padding-inline-start: 1.2rem; } ol.changes { list-style: none; padding: 0; } ol.changes > li { margin: 1.4rem 0; }
.place { margin: 0; color: var(--muted); font-size: .9rem; }
.text { margin: .4rem 0; padding: .1rem .9rem; border-inline-start: 3px solid var(--line); font-size: 1.08rem; line-height: 1.8; overflow-wrap: anywhere; white-space: pre-wrap; }
.links { margin: .3rem 0; font-size: .9rem; overflow-wrap: anywhere; }
ins { color: var(--added); background: var(--added-tint); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em; }
del { color: var(--removed); background: var(--removed-tint); text-decoration: line-through; }
ins, del { padding-inline: .12em; border-radius: .15em; } del + ins { margin-inline-start: .2em; }
.text.added { border-inline-start: 3px solid var(--added); } .text.removed { border-inline-start: 3px dashed var(--removed); }
/* Its heading says that all of it is gone; struck through it could hardly be read. */
.text.removed del { text-decoration: none; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } ol.changes > li { break-inside: avoid; } h2 { break-after: avoid; } }
`;

export function changesPage({ slug, since, languages }: PublicationChanges, title: PublicationTitle): string {
  const different = languages.filter(({ prints }) => isDifferent(prints));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What changed in ${escapeHtml(slug)} since ${escapeHtml(since)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>What changed: <cite${languageAttributes(title.lang)}>${escapeHtml(title.text)}</cite></h1>
<p><code>${escapeHtml(slug)}</code>, compared with <strong>${escapeHtml(since)}</strong>. <ins>${SAID.added}Underlined words</ins> are new, <del>${SAID.removed}struck words</del> are gone.</p>
<div class="scroll">
<table>
<caption>What to read again, by page</caption>
<thead><tr><th scope="col">Language</th><th scope="col">Document</th><th scope="col">Changes</th>${PAGE_STATES.map(([, heading]) => `<th scope="col">${heading}</th>`).join('')}</tr></thead>
<tbody>
${languages.flatMap(languageRows).join('\n')}
</tbody>
</table>
</div>
${different.map(section).join('')}${unchangedSection(languages.filter((one) => !different.includes(one)))}</main>
</body>
</html>
`;
}

function languageRows(changes: LanguageChanges): readonly string[] {
  const { lang, prints } = changes;
  return prints.map((print) => {
    const target = isDifferent(prints) ? encodeURIComponent(lang) : 'unchanged';
    const head = `<th scope="row"><a href="#${target}">${languageNames(lang)}</a></th>`;
    return `<tr>${head}<td>${escapeHtml(print.kind)}</td><td>${printCount(print)}</td>${pageCells(print)}</tr>`;
  });
}

function pageCells(print: PrintComparison): string {
  if (print.state !== 'compared')
    return `<td colspan="${PAGE_STATES.length}">${escapeHtml(printWords(print))}</td>`;
  return PAGE_STATES.map(([state]) => {
    const pages = pagesIn(print, state);
    return pages.length === 0 ? '<td class="none">–</td>' : `<td>${pageList(pages)}</td>`;
  }).join('');
}

function section(changes: LanguageChanges): string {
  const { lang, prints } = changes;
  const told = prints.map(
    (print) =>
      `<li>${print.kind === '' ? '' : `<strong>${escapeHtml(print.kind)}</strong>: `}${escapeHtml(printWords(print))}</li>`,
  );
  const items = gatherChanges(prints).map(item);
  return `<section aria-labelledby="${encodeURIComponent(lang)}">
<h2 id="${encodeURIComponent(lang)}">${languageNames(lang)}: ${languageWords(changes)}</h2>
<ul class="prints">
${told.join('\n')}
</ul>
${items.length > 0 ? `<ol class="changes">\n${items.join('\n')}\n</ol>\n` : ''}</section>
`;
}

/** Languages of which nothing is to be read. */
function unchangedSection(languages: readonly LanguageChanges[]): string {
  if (languages.length === 0) return '';
  const items = languages.map(({ lang }) => `<li>${languageNames(lang)}</li>`);
  return `<section aria-labelledby="unchanged">
<h2 id="unchanged">${UNCHANGED_HEADING}</h2>
<ul>
${items.join('\n')}
</ul>
</section>
`;
}

function item(change: GatheredChange): string {
  const { words, links, lang } = change;
  const shown = words.some(({ text }) => text !== '')
    ? `\n<p class="text ${change.change}"${languageAttributes(lang)}>${words.map(wordMark).join('')}</p>`
    : '';
  return `<li><h3>${escapeHtml(changeTitle(change))}</h3>
<p class="place">${escapeHtml(placeWords(change))}</p>${shown}${linkList(links)}</li>`;
}

const said = (words: string): string => `<span class="said" lang="en" dir="ltr">${words} </span>`;
const SAID = { added: said('added:'), removed: said('removed:') };
const END = { added: said(' end of addition,'), removed: said(' end of removal,') };

function wordMark({ type, text }: WordChange): string {
  if (type === 'same') return escapeHtml(text);
  const mark = type === 'added' ? 'ins' : 'del';
  return `<${mark}>${SAID[type]}${escapeHtml(text)}${END[type]}</${mark}>`;
}

function linkList(links: readonly LinkChange[]): string {
  if (links.length === 0) return '';
  const lines = links.map(({ before, after }) => {
    const gone = before === undefined ? [] : [`<del>${SAID.removed}${escapeHtml(before)}</del>`];
    const now = after === undefined ? [] : [`<ins>${SAID.added}${escapeHtml(after)}</ins>`];
    return `<li>Link: ${[...gone, ...now].map((mark) => `<bdi>${mark}</bdi>`).join(' ')}</li>`;
  });
  return `\n<ul class="links">${lines.join('')}</ul>`;
}
