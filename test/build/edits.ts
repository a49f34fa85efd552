/**
 * A small project, and everything that may happen to it between two builds. Each edit takes a number that decides what it
 * does exactly, and returns what it did, in words.
 */
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { bayan } from '../cli/run-bayan.ts';
import { type TemporaryFolder, temporaryFolder } from '../project/temporary-project.ts';

const require = createRequire(import.meta.url);
const font = (name: string) => require.resolve(`@expo-google-fonts/${name}`);
const SERIF = font('source-serif-4/400Regular/SourceSerif4_400Regular.ttf');
const SANS = font('source-sans-3/400Regular/SourceSans3_400Regular.ttf');

const drawing = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${color}"/></svg>`;
/** One pixel: red, or blue. */
const PIXELS = [
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIicLsAAAAAElFTkSuQmCC',
].map((base64) => Buffer.from(base64, 'base64'));
const COLORS = ['#0b4f6c', '#7a1f1f', '#1f5c2e'];

const text = (title: string, kinds: string, body: string) =>
  `---\ntitle: ${title}\ndate: 2024-04-04\nkinds: [${kinds}]\n---\n\n${body}\n`;
const page = (words: string) =>
  `<document page-size="A6" margin="8mm"><title>{{inline title}}</title><text style="lead">${words}</text>{{> note}}{{{body}}}</document>`;
const brand = (color: string) => `organisation: { name: Test }\ncolors: { primary: "${color}" }\n`;
const TRANSLATION = 'translation: { of: en, by: N, status: unofficial }';
const NOTE = 'templates/partials/note.hbs';

export function editedProject(): TemporaryFolder {
  const folder = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': brand(COLORS[0]!),
    'templates/page.hbs': page('{{t "greeting"}}'),
    'templates/card.hbs': page('A card.'),
    [NOTE]: '<text>A note.</text>',
    'templates/strings/en.yaml': 'greeting: Good day\n',
    'templates/styles.yaml': 'lead: { size: 12 }\n',
    'photo.png': PIXELS[0]!,
    'drawing.svg': drawing('#ff0000'),
    'content/air/en.md': text('Air', 'page, card', 'Clean air.\n\n![A dot](photo.png){width=20%}'),
    'content/air/de.md': text('Luft', 'page', 'Saubere Luft. [A word]{lang=en}').replace(
      'date:',
      `${TRANSLATION}\ndate:`,
    ),
    'content/water/en.md': text('Water', 'page', 'Clean water.\n\n![A square](drawing.svg){width=20%}'),
    'content/water/fr.md': text('Eau', 'card', 'Eau propre.'),
  });
  return folder;
}

type Edit = (folder: TemporaryFolder, number: number) => string | Promise<string>;

const pick = <T>(items: readonly T[], number: number): T => items[number % items.length]!;
const filesIn = (folder: TemporaryFolder, below: string, end: string) =>
  existsSync(folder.path(below))
    ? readdirSync(folder.path(below), { recursive: true, encoding: 'utf8' })
        .map((name) => `${below}/${name}`)
        .filter((name) => name.endsWith(end))
        .sort()
    : [];
const contents = (folder: TemporaryFolder) => filesIn(folder, 'content', '.md');

/** Writes one of a few texts into a file, or takes it away. */
const oneOf =
  (name: string, ...versions: readonly (string | Uint8Array | undefined)[]): Edit =>
  (folder, number) => {
    const version = pick(versions, number);
    if (version === undefined) rmSync(folder.path(name), { force: true });
    else folder.write(name, version);
    return `${name}: version ${number % versions.length}`;
  };

export const EDITS: Readonly<Record<string, Edit>> = {
  word: (folder, number) => {
    const name = pick(contents(folder), number);
    folder.write(name, `${folder.read(name)}\nMore: ${number % 7}.\n`);
    return `a word in ${name}`;
  },
  sameSizeAndTime: (folder, number) => {
    const name = pick(contents(folder), number);
    const { atime, mtime } = statSync(folder.path(name));
    folder.write(
      name,
      folder.read(name).replace(/[Cc]lean|[Pp]ropre/, (word) => word.toUpperCase()),
    );
    utimesSync(folder.path(name), atime, mtime);
    return `other letters at the same time in ${name}`;
  },
  touch: (folder, number) => {
    const name = pick([...contents(folder), 'templates/page.hbs', 'brand.yaml'], number);
    if (folder.has(name)) utimesSync(folder.path(name), number, number);
    return `touch ${name}`;
  },
  newLanguage: (folder, number) => {
    const name = pick(['content/air/fr.md', 'content/water/de.md', 'content/air/nl.md'], number);
    folder.write(name, text('New', pick(['page', 'card', 'page, card'], number), 'New text.'));
    return `new ${name}`;
  },
  newText: (folder, number) => {
    const slug = pick(['land', 'sea'], number);
    folder.write(`content/${slug}/en.md`, text(slug, 'page', 'New text.'));
    return `new ${slug}`;
  },
  remove: (folder, number) => {
    const name = pick(contents(folder), number);
    if (contents(folder).length > 2) rmSync(folder.path(name));
    return `remove ${name}`;
  },
  rename: (folder, number) => {
    const name = pick(contents(folder), number);
    const other = name.replace(/[^/]+$/, pick(['it.md', 'es.md', 'en.md'], number));
    if (!folder.has(other)) renameSync(folder.path(name), folder.path(other));
    return `${name} to ${other}`;
  },
  kinds: (folder, number) => {
    const name = pick(contents(folder), number);
    const kinds = pick(['page', 'card', 'page, card'], number >> 3);
    folder.write(name, folder.read(name).replace(/^kinds: .*$/m, `kinds: [${kinds}]`));
    return `${name} as ${kinds}`;
  },
  loose: oneOf('content/air/notes.txt', 'x', undefined),
  template: oneOf('templates/page.hbs', page('{{t "greeting"}}'), page('Hello.'), page('{{t "greeting"}}!')),
  newTemplate: oneOf('templates/other.hbs', page('Nobody uses it.'), undefined),
  partial: oneOf(NOTE, '<text>A note.</text>', '<text>Another note.</text>', '{{> contact-lines}}'),
  hiddenPartial: oneOf('templates/partials/contact-lines.hbs', '<text>Ours.</text>', undefined),
  style: oneOf(
    'templates/styles.yaml',
    'lead: { size: 12 }\n',
    'lead: { size: 9, color: primary }\n',
    undefined,
  ),
  string: oneOf('templates/strings/en.yaml', 'greeting: Good day\n', 'greeting: Hello\n'),
  newString: oneOf('templates/strings/fr.yaml', 'greeting: Bonjour\n', undefined),
  brand: oneOf('brand.yaml', ...COLORS.map(brand)),
  picture: oneOf('photo.png', ...PIXELS),
  drawing: oneOf('drawing.svg', drawing('#ff0000'), drawing('#00ff00')),
  languages: oneOf('bayan.yaml', '', 'languages: [en, de]\n', '# nothing\n'),
  stale: oneOf('bayan.yaml', 'stale: draft\n', 'stale: hold\n', 'stale: build\n'),
  translated: async (folder, number) => {
    const name = pick(contents(folder), number);
    await bayan(folder.root, ['translated', name]);
    return `${name} is recorded as translated`;
  },
  fontTable: (folder, number) => {
    if (number % 3 === 0) rmSync(folder.path('fonts'), { recursive: true, force: true });
    else {
      folder.write(
        'fonts/fonts.yaml',
        'faces: { own: { family: Own, files: { 400: own.ttf } } }\nscripts: { Latn: own }\n',
      );
      copyFileSync(number % 3 === 1 ? SERIF : SANS, folder.path('fonts/own.ttf'));
    }
    return `font table ${number % 3}`;
  },
  fontPackage: (folder, number) => {
    folder.write(
      'fonts/fonts.yaml',
      'faces: { own: { family: Own, package: own-font, files: { 400: own.ttf } } }\nscripts: { Latn: own }\n',
    );
    if (number % 3 === 0) rmSync(folder.path('node_modules'), { recursive: true, force: true });
    else folder.write('node_modules/own-font/own.ttf', readFileSync(number % 3 === 1 ? SERIF : SANS));
    return `font package ${number % 3}`;
  },
  strayFont: (folder) => {
    folder.write('fonts/more.ttf', readFileSync(SANS));
    return 'one more font';
  },
  breakText: (folder, number) => {
    const name = pick(contents(folder), number);
    folder.write(name, folder.read(name).replace(/^title: .*\n/m, ''));
    return `break ${name}`;
  },
  breakTemplate: oneOf('templates/card.hbs', '<document>{{#if title}}</document>', page('{{titel}}')),
  breakPartial: oneOf(NOTE, undefined, '<text>{{{{</text>'),
  breakPicture: oneOf('photo.png', undefined, 'no picture'),
  breakBrand: oneOf('brand.yaml', 'organisation: { naem: Test }\n'),
  outputGone: (folder, number) => {
    const name = pick([...filesIn(folder, 'out', '.pdf'), 'none'], number);
    rmSync(folder.path(name), { force: true });
    return `${name} is removed`;
  },
  outputChanged: (folder, number) => {
    const name = pick(filesIn(folder, 'out', '.pdf'), number);
    if (name) folder.write(name, `${folder.read(name).slice(number % 100)}x`);
    return `${name} is damaged`;
  },
  outputSwapped: (folder, number) => {
    const names = filesIn(folder, 'out', '.pdf');
    if (names.length > 1)
      copyFileSync(folder.path(pick(names, number)), folder.path(pick(names, number + 1)));
    return 'one PDF in the place of another';
  },
  manifestGone: (folder) => {
    rmSync(folder.path('out/manifest.json'), { force: true });
    return 'no manifest';
  },
  manifestDamaged: (folder, number) => {
    const name = 'out/manifest.json';
    if (!folder.has(name)) return 'no manifest';
    const bytes = readFileSync(folder.path(name));
    const at = number % bytes.length;
    bytes[at] = bytes[at]! ^ 1;
    folder.write(name, number % 3 === 0 ? bytes.subarray(0, at) : bytes);
    return `byte ${at} of the manifest`;
  },
};

/** Puts right what the edits that break something broke. */
export function heal(folder: TemporaryFolder): void {
  for (const name of contents(folder)) {
    const source = folder.read(name);
    if (!source.includes('\ntitle: ')) folder.write(name, source.replace('---\n', '---\ntitle: Healed\n'));
  }
  folder.write('templates/card.hbs', page('A card.'));
  for (const name of filesIn(folder, 'content', '.translated.yaml')) rmSync(folder.path(name));
  for (const name of ['partial', 'picture', 'brand', 'languages']) EDITS[name]!(folder, 0);
}
