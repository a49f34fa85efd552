/** The brief as a web page for print, with the same fonts by file address. */
import { pathToFileURL } from 'node:url';
import type { Statement } from '../statement.ts';
import { COLORS, designFor, PAGE, SIZES } from './design.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const list = (families: readonly string[]): string => families.map((family) => `'${family}'`).join(', ');

/** @param logo path of a picture */
export function html({ lang, front, blocks }: Statement, logo: string): string {
  const design = designFor(lang);
  const faces = [...design.files, ...designFor('en').files].map(
    ({ family, weight, path }) =>
      `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('${pathToFileURL(path)}') }`,
  );
  const items = (entries: readonly string[]): string =>
    entries.map((entry) => `<li>${entry}</li>`).join('\n');
  return `<!doctype html>
<html lang="${lang}" dir="${design.dir}"><head><meta charset="utf-8"><title>${escaped(front.title)}</title><style>
${[...new Set(faces)].join('\n')}
@page { size: A4; margin: ${PAGE.top}mm ${PAGE.side}mm ${PAGE.bottom}mm;
  @bottom-left { content: 'APNOR'; font: 8pt ${list(design.sans)} }
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt ${list(design.sans)} } }
body { margin: 0; font: ${design.body}pt/${design.lineHeight} ${list(design.serif)}; color: ${COLORS.ink} }
header { display: flex; gap: 10pt; align-items: center; margin-bottom: 8mm; font: 9pt ${list(design.sans)} }
header span { flex: 1 } header img { width: 34pt }
h1, h2, aside { font-family: ${list(design.sans)} } h1, h2 { color: ${COLORS.primary} }
h1 { font-size: ${SIZES.title}pt; line-height: 1.35; margin: 0 0 8pt }
p { margin: 0 0 7pt; orphans: 2; widows: 2 } .lead { font-size: ${SIZES.lead}pt; color: ${COLORS.muted} }
hr { width: 36pt; border: 0; border-top: 1.5pt solid ${COLORS.accent}; margin-inline-start: 0 }
blockquote { font-size: ${SIZES.quote}pt; color: ${COLORS.primary}; margin: 5pt 0 12pt; padding-inline-start: 12pt }
aside { background: ${COLORS.tint}; padding: 11pt 14pt; font-size: ${SIZES.demands}pt; break-inside: avoid }
aside h2 { font-size: ${SIZES.panelTitle}pt } a { color: ${COLORS.primary} }
.references { font: ${SIZES.small}pt/1.42 ${list(designFor('en').sans)} }
</style></head><body>
<header><img src="${pathToFileURL(logo)}" alt="APNOR"><span>${escaped(front.contact.name)}</span><time>${front.date}</time></header>
<h1>${escaped(front.title)}</h1><p class="lead">${escaped(front.subtitle ?? front.summary ?? '')}</p><hr>
${blocks.map(({ quote, text }) => (quote ? `<blockquote>${escaped(text)}</blockquote>` : `<p>${escaped(text)}</p>`)).join('\n')}
${front.demands.length > 0 ? `<aside><h2>APNOR</h2><ol style="list-style: ${lang === 'en' || lang === 'ur' ? 'decimal' : 'persian'}">${items(front.demands.map(escaped))}</ol></aside>` : ''}
${front.references.length > 0 ? `<section class="references" lang="en" dir="ltr"><h2>References</h2><ol>${items(front.references.map(({ text, url }) => `${escaped(text)} <a href="${escaped(url)}">${escaped(url)}</a>`))}</ol></section>` : ''}
<p style="font: ${SIZES.small}pt/1.5 ${list(design.sans)}">${escaped(design.about)}</p>
</body></html>
`;
}
