/** The icons of the page: strokes on a grid of 16, in the colour of the text. A word always stands beside or behind one. */

const PATHS = {
  book: 'M8 4.5C6.5 3.3 4.5 3 2 3v9.5c2.5 0 4.5.3 6 1.5 1.5-1.2 3.5-1.5 6-1.5V3c-2.5 0-4.5.3-6 1.5Zm0 0V14',
  building: 'M14 8a6 6 0 1 1-2-4.5M14 2v3h-3',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 3v3.2l2.2 1.6',
  close: 'm4 4 8 8m0-8-8 8',
  columns: 'M2.5 3h11v10h-11ZM8 3v10',
  down: 'm4 6 4 4 4-4',
  download: 'M8 2.5V10m-3-3 3 3 3-3M3 13.5h10',
  error: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5ZM8 5v3.5m0 2.3v.2',
  fitPage: 'M3.5 2h9v12h-9ZM8 5v6M6.5 6.5 8 5l1.5 1.5m-3 3L8 11l1.5-1.5',
  fitWidth: 'M2 3v10M14 3v10M4.5 8h7M6 6 4.2 8 6 10m4-4 1.8 2L10 10',
  help: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM6.3 6.4C6.5 4.4 9.8 4.4 9.8 6.5 9.8 7.9 8 7.9 8 9.2m0 2v.2',
  language: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM2 8h12M8 2c4 3.5 4 8.5 0 12M8 2C4 5.5 4 10.5 8 14',
  minus: 'M3.5 8h9',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z',
  pencil: 'm3 13 .7-3L11 2.7 13.3 5 6 12.3Z',
  plus: 'M3.5 8h9M8 3.5v9',
  print: 'M4.5 6V2.5h7V6M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7v4h-7Z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8L14 14',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1m0-10-1 1m-8 8-1 1',
  system: 'M2 3h12v8H2Zm4 10.5h4M8 11v2.5',
  up: 'm4 10 4-4 4 4',
  warning: 'M8 2.5 14.5 13.5h-13ZM8 6.5V9.5m0 2v.2',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** A picture that readers of the screen pass over. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
