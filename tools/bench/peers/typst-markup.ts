/** The brief as Typst would have it written: idiomatic, tagged, with nothing that is slow on purpose. */
import type { Reference, Statement } from '../statement.ts';
import { COLORS, type Design, designFor, PAGE, SIZES } from './design.ts';

type Color = (name: keyof typeof COLORS) => string;

/** Text in a string, so that nothing in it is read as markup. */
const say = (text: string): string => `#${JSON.stringify(text)}`;
const list = (families: readonly string[]): string =>
  `(${families.map((family) => JSON.stringify(family)).join(', ')},)`;
const lines = (lineHeight: number): string => `leading: ${(lineHeight - 1).toFixed(3)}em`;

export function typstMarkup({ lang, front, blocks }: Statement): string {
  const design = designFor(lang);
  const [language, region] = lang.split('-');
  const { lineHeight } = design;
  const sans = list(design.sans);
  const color: Color = (name) => `rgb("${COLORS[name]}")`;
  return `
#set document(title: ${JSON.stringify(front.title)}, author: "APNOR")
#set page(paper: "a4", margin: (top: ${PAGE.top}mm, x: ${PAGE.side}mm, bottom: ${PAGE.bottom}mm),
  footer: context text(font: ${sans}, size: 8pt, fill: ${color('muted')})[APNOR #h(1fr) #counter(page).display() / #counter(page).final().first()])
#set text(font: ${list(design.serif)}, size: ${design.body}pt, fill: ${color('ink')}, lang: "${language}"${region ? `, region: "${region}"` : ''},
  top-edge: 0.8em, bottom-edge: -0.2em)
#set par(${lines(lineHeight)}, spacing: ${(lineHeight - 1 + 0.67).toFixed(3)}em)
#show link: set text(fill: ${color('primary')})
#show heading: set text(font: ${sans}, fill: ${color('primary')}, weight: "bold")
#grid(columns: (34pt, 1fr, auto), column-gutter: 10pt, align: horizon,
  image("logo.svg", alt: "APNOR"), text(font: ${sans}, size: 9pt)[${say(front.contact.name)}], text(font: ${sans}, size: 9pt)[${say(String(front.date))}])
#v(8mm)
#{ show heading: set text(size: ${SIZES.title}pt); [= ${say(front.title)}] }
#text(size: ${SIZES.lead}pt, fill: ${color('muted')})[${say(front.subtitle ?? front.summary ?? '')}]

#line(length: 36pt, stroke: 1.5pt + ${color('accent')})

${blocks.map(({ quote, text }) => (quote ? typstQuote(text, color) : say(text))).join('\n\n')}

${front.demands.length > 0 ? typstDemands(front.demands, design, color) : ''}
${front.references.length > 0 ? typstReferences(front.references) : ''}
#text(font: ${sans}, size: ${SIZES.small}pt, fill: ${color('muted')})[${say(design.about)}]
`;
}

const typstQuote = (text: string, color: Color): string =>
  `#quote(block: true)[#text(size: ${SIZES.quote}pt, fill: ${color('primary')})[${say(text)}]]`;

const typstDemands = (demands: readonly string[], { sans, number }: Design, color: Color): string => `
#block(fill: ${color('tint')}, inset: 14pt, width: 100%, breakable: false)[
  #set text(font: ${list(sans)}, size: ${SIZES.demands}pt)
  #{ show heading: set text(size: ${SIZES.panelTitle}pt); [== APNOR] }
  #enum(numbering: n => (${demands.map((_, i) => JSON.stringify(number(i + 1))).join(', ')},).at(n - 1) + ".", ${demands.map((demand) => `[${say(demand)}]`).join(', ')})
]`;

/** References keep the direction they were published in. */
const typstReferences = (references: readonly Reference[]): string => `
#[
  #set text(font: ${list(designFor('en').sans)}, size: ${SIZES.small}pt, lang: "en", region: none)
  #{ show heading: set text(size: 9.2pt); [== References] }
  #enum(${references.map(({ text, url }) => `[${say(text)} #link(${JSON.stringify(url)})]`).join(', ')})
]`;
