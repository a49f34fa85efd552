/** Attributes that several elements of layout markup take, for the table in ./vocabulary.ts. */

export const align = {
  kind: { oneOf: ['start', 'center', 'end', 'justify'] },
  summary: 'How lines stand between the two edges.',
} as const;
export const style = { kind: 'style', summary: 'A style of styles.yaml.' } as const;
export const dir = {
  kind: { oneOf: ['ltr', 'rtl'] },
  summary: 'Direction, where it differs from the document.',
} as const;
export const lang = {
  kind: 'string',
  summary: 'Language (BCP 47), where it differs from the document.',
} as const;
export const margin = { kind: 'lengths', summary: 'Space around the element.' } as const;
export const width = { kind: 'width', summary: 'Width inside `columns` or a table row.' } as const;
export const unbreakable = { kind: 'boolean', summary: 'Never split over two pages.' } as const;
export const fill = { kind: 'color', summary: 'Background colour.' } as const;
export const text = { style, align, margin, width, dir, lang } as const;
export const box = { style, margin, width, dir, lang, unbreakable } as const;
export const picture = {
  width: { kind: 'extent', summary: 'Printed width; a percentage is one of the column.' },
  height: { kind: 'length', summary: 'Printed height.' },
  align,
  margin,
} as const;
export const alt = {
  kind: 'string',
  summary: 'What the picture says, for those who cannot see it; empty when it only decorates.',
} as const;
export const pages = {
  kind: { oneOf: ['all', 'first', 'rest'] },
  summary: 'Pages it is printed on; `all` when absent.',
} as const;
export const padding = { kind: 'lengths', summary: 'Space between the edge and the content.' } as const;
