/**
 * out/status.html: publications and languages in one table, each cell with its state, and below it what is stale and what was
 * found. One file without scripts, pictures or a date: the same state, the same bytes.
 */
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { compareDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { escapeHtml, languageNames } from '../language/html.ts';
import { findLanguage } from '../language/language.ts';
import type { CheckedEdition, CheckedSet, EditionState } from './check-set.ts';
import type { StaleBlock } from './record/staleness.ts';
import { stateWords } from './status-words.ts';

/** Its name in the output folder. */
export const STATUS_PAGE = 'status.html';

/** Shapes, so that nobody has to tell colours apart. */
const SIGNS: Readonly<Record<EditionState, string>> = {
  source: '◆',
  fresh: '✓',
  stale: '↻',
  draft: '✎',
  unrecorded: '?',
  missing: '–',
  errors: '✗',
};

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #c9d1d9; --tint: #f1f4f6; --good: #1a6b32; --warn: #8a4b00; --bad: #b3261e; --muted: #57606a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #16181b; --line: #3c4248; --tint: #22262a; --good: #7ad08f; --warn: #f0b866; --bad: #ff9b93; --muted: #a6adb4; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin-bottom: .25rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .4rem .7rem; text-align: start; vertical-align: top; }
thead th, tbody th { background: var(--tint); } a { color: inherit; }
.source, .unrecorded, .missing { color: var(--muted); } .fresh { color: var(--good); } .stale, .draft { color: var(--warn); } .errors { color: var(--bad); }
td { white-space: nowrap; } li { margin: .4rem 0; } code { font: .9em ui-monospace, monospace; } blockquote { margin: .2rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
ins { color: var(--good); } del { color: var(--bad); }
`;

/** The page. */
export function statusPage(sets: readonly CheckedSet[], diagnostics: readonly Diagnostic[]): string {
  const languages = [...new Set(sets.flatMap(({ editions }) => editions.map(({ lang }) => lang)))].sort(
    byCodeUnit,
  );
  const sorted = [...diagnostics].sort(compareDiagnostics);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>State of the translations</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>State of the translations</h1>
<div class="scroll">
<table>
<caption>Publications and their languages</caption>
<thead><tr><th scope="col">Publication</th>${languages.map((lang) => `<th scope="col">${languageNames(lang, '<br>')}</th>`).join('')}</tr></thead>
<tbody>
${sets.map((set) => row(set, languages)).join('\n')}
</tbody>
</table>
</div>
${sets.map((set) => details(set, sorted)).join('')}</main>
</body>
</html>
`;
}

function row({ slug, editions }: CheckedSet, languages: readonly string[]): string {
  const cells = languages.map((lang) => {
    const edition = editions.find((one) => one.lang === lang) ?? {
      lang,
      state: 'missing' as const,
      stale: [],
    };
    const words = `<span aria-hidden="true">${SIGNS[edition.state]}</span> ${stateWords(edition)}`;
    const shown = hasDetails(edition.state) ? `<a href="#${anchor(slug, lang)}">${words}</a>` : words;
    return `<td class="${edition.state}">${shown}</td>`;
  });
  return `<tr><th scope="row">${escapeHtml(slug)}</th>${cells.join('')}</tr>`;
}

const hasDetails = (state: EditionState): boolean => state !== 'missing';

function anchor(slug: string, lang: string): string {
  return encodeURIComponent(`${slug}.${lang}`);
}

function details({ slug, editions }: CheckedSet, diagnostics: readonly Diagnostic[]): string {
  const parts = editions
    .filter(({ state }) => hasDetails(state))
    .map((edition) => editionDetails(slug, edition, diagnostics));
  return `<section>\n<h2>${escapeHtml(slug)}</h2>\n${parts.join('')}</section>\n`;
}

function editionDetails(slug: string, edition: CheckedEdition, diagnostics: readonly Diagnostic[]): string {
  const { lang, file, of, stale } = edition;
  const language = findLanguage(lang);
  const from = of === undefined ? '' : `, from ${escapeHtml(findLanguage(of)?.name ?? of)}`;
  const told = diagnostics.filter(({ span, code }) => span?.file === file && code !== 'translation-stale');
  const items = [...stale.map((block) => staleItem(block, of ?? lang)), ...told.map(faultItem)];
  return `<h3 id="${anchor(slug, lang)}">${escapeHtml(language?.name ?? lang)}: <span class="${edition.state}">${stateWords(edition)}</span>${from}</h3>
<p><code>${escapeHtml(file ?? '')}</code></p>
${items.length > 0 ? `<ul>\n${items.join('\n')}\n</ul>\n` : ''}`;
}

const CHANGES: Readonly<Record<StaleBlock['change'], string>> = {
  changed: 'has changed in the original',
  added: 'is new in the original',
  removed: 'is no longer in the original',
};

function staleItem({ change, at, place, diff, edited }: StaleBlock, of: string): string {
  const dir = findLanguage(of)?.dir ?? 'ltr';
  const marks = { same: 'span', removed: 'del', added: 'ins' } as const;
  const words = diff.map(({ type, text }) => `<${marks[type]}>${escapeHtml(text)}</${marks[type]}>`).join('');
  const since = edited ? ' The translation has been edited since.' : '';
  return `<li class="stale-block"><strong>${escapeHtml(at)}</strong> ${CHANGES[change]} (line ${place.line ?? 1}).${since}
<blockquote lang="${of}" dir="${dir}">${words}</blockquote></li>`;
}

function faultItem({ severity, code, message, span }: Diagnostic): string {
  const place = span?.line === undefined ? '' : `line ${span.line}, `;
  return `<li><strong>${severity}</strong> (${place}<code>${code}</code>): ${isolated(message)}</li>`;
}

/** What a message quotes may run the other way. */
function isolated(message: string): string {
  return escapeHtml(message).replace(/“([^”]*)”/g, '“<bdi>$1</bdi>”');
}
