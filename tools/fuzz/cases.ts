/** A case: a small project in which one file has been mutated. It follows from its kind and its number alone. */
import { mutateBytes, mutateText } from './mutate.ts';
import { Random } from './random.ts';
import * as seeds from './seeds.ts';

export const KINDS = ['markdown', 'yaml', 'template', 'svg', 'picture', 'font'] as const;
export type Kind = (typeof KINDS)[number];

export interface Case {
  readonly kind: Kind;
  readonly number: number;
  /** By path in the project. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The path of what was mutated. */
  readonly mutated: string;
  /** A content file that has nothing to do with it, whose PDF must come out. */
  readonly bystander?: string;
}

const CONTENT = 'content/case/en.md';
const BYSTANDER = 'content/other/en.md';
const PLAIN = '<document page-size="A5" margin="20mm"><title>{{title}}</title>{{{body}}}</document>';

const whole: Case['files'] = {
  'bayan.yaml': seeds.SETTINGS,
  'brand.yaml': seeds.BRAND,
  'templates/fuzz.hbs': seeds.TEMPLATE,
  'templates/plain.hbs': PLAIN,
  [CONTENT]: seeds.MARKDOWN,
  [BYSTANDER]: '---\ntitle: Other\ndate: 2024\nkinds: [plain]\n---\n\nOther text.\n',
  'content/case/map.png': seeds.PICTURES['map.png']![0]!,
  'content/case/scan.jpg': seeds.PICTURES['scan.jpg']![0]!,
  'content/case/drawing.svg': seeds.DRAWING,
  // Paths of drawings are counted from the project.
  'map.png': seeds.PICTURES['map.png']![0]!,
  'drawing.svg': seeds.DRAWING,
};

/** Settings and styles of a project, of which everything depends. */
const YAML: Readonly<Record<string, string>> = {
  'bayan.yaml': seeds.SETTINGS,
  'brand.yaml': seeds.BRAND,
  'templates/styles.yaml': seeds.STYLES,
  'templates/strings/en.yaml': seeds.STRINGS,
  'templates/fuzz.yaml': seeds.FIELDS,
  'fonts/fonts.yaml': seeds.FACES,
  [CONTENT]: seeds.MARKDOWN,
};

export function makeCase(kind: Kind, number: number, seed: number): Case {
  const random = new Random(seed * 1_000_003 + KINDS.indexOf(kind) * 7_919 + number * 104_729);
  const build = (mutated: string, content: string | Uint8Array, more: Case['files'] = {}): Case => ({
    kind,
    number,
    mutated,
    files: { ...whole, ...more, [mutated]: content },
    ...(kind !== 'yaml' && kind !== 'font' && kind !== 'template' && { bystander: BYSTANDER }),
  });
  switch (kind) {
    case 'markdown': {
      const text = random.once(2) ? seeds.MARKDOWN : seeds.RIGHT_TO_LEFT;
      const language = text === seeds.MARKDOWN ? 'en' : 'fa-AF';
      return build(`content/case/${language}.md`, mutateText(text, seeds.WORDS.markdown, random));
    }
    case 'yaml': {
      const path = random.pick(Object.keys(YAML));
      const given = YAML[path]!;
      if (path !== CONTENT) return build(path, mutateText(given, seeds.WORDS.yaml, random));
      const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(given)!;
      return build(path, `---\n${mutateText(front!, seeds.WORDS.yaml, random)}\n---\n${body}`);
    }
    case 'template':
      return build('templates/fuzz.hbs', mutateText(seeds.TEMPLATE, seeds.WORDS.template, random));
    case 'svg': {
      const drawing = random.pick([seeds.DRAWING, ...seeds.DRAWINGS]);
      return build('content/case/drawing.svg', mutateText(drawing, seeds.WORDS.svg, random));
    }
    case 'picture': {
      const name = random.pick(Object.keys(seeds.PICTURES));
      const picture = mutateBytes(random.pick(seeds.PICTURES[name]!), random);
      return build(`content/case/${name}`, picture);
    }
    case 'font': {
      const words = seeds.MARKDOWN.replace('Text with', `Text ${seeds.THAANA} with`);
      return build('fonts/Thaana.ttf', mutateBytes(random.pick(seeds.FONTS), random), {
        [CONTENT]: words,
        'fonts/fonts.yaml': seeds.FACES,
      });
    }
  }
}
