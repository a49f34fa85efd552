/**
 * The look of the brief in numbers, for the peers: templates/brief.hbs and styles.yaml said once more in a form that
 * Typst markup and CSS share. The same font files, page and type sizes, so that the work is the same.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../process.ts';

const PUBLISHER = '@expo-google-fonts';
const STYLES = ['400Regular', '700Bold'];

/** A family and the npm package it comes in; `name` is how its files begin. */
interface Family {
  readonly family: string;
  readonly package: string;
  readonly name: string;
  readonly scale?: number;
}
type Role = 'serif' | 'sans';
type Families = Readonly<Record<Role, Family>>;

const LATIN: Families = {
  serif: { family: 'Source Serif 4', package: 'source-serif-4', name: 'SourceSerif4' },
  sans: { family: 'Source Sans 3', package: 'source-sans-3', name: 'SourceSans3' },
};
const NASKH: Families = {
  serif: { family: 'Noto Naskh Arabic', package: 'noto-naskh-arabic', name: 'NotoNaskhArabic', scale: 1.12 },
  sans: { family: 'Vazirmatn', package: 'vazirmatn', name: 'Vazirmatn' },
};
const nastaliq: Family = {
  family: 'Noto Nastaliq Urdu',
  package: 'noto-nastaliq-urdu',
  name: 'NotoNastaliqUrdu',
};
const NASTALIQ: Families = { serif: nastaliq, sans: nastaliq };

/** A4, margins in mm: top, side, bottom. Sizes in pt; line heights as in CSS. */
export const PAGE = { top: 20, side: 29, bottom: 25 };
export const COLORS = {
  ink: '#1d2429',
  primary: '#123f5c',
  accent: '#b3402a',
  muted: '#56646e',
  tint: '#eef3f6',
};
export const SIZES = { title: 21, lead: 13, quote: 12, demands: 10.5, panelTitle: 12.5, small: 8.2 };
const ARABIC_DIGITS: Readonly<Record<string, string>> = { 'fa-AF': 'arabext', ps: 'arabext', ar: 'arab' };

const { organisation } = parse(readFileSync(join(ROOT, 'brand.yaml'), 'utf8')) as {
  organisation: { about?: Readonly<Record<string, string>> };
};

export interface FontFile {
  readonly family: string;
  readonly weight: string;
  readonly path: string;
}

/** The look of the brief in one language. */
export interface Design {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Families, the language's own first. */
  readonly serif: readonly string[];
  readonly sans: readonly string[];
  /** Size of the text, pt. */
  readonly body: number;
  readonly lineHeight: number;
  readonly about: string;
  readonly files: readonly FontFile[];
  number(value: number): string;
}

export function designFor(lang: string): Design {
  const own = lang === 'en' ? LATIN : lang === 'ur' ? NASTALIQ : NASKH;
  const faces = (role: Role): Family[] => [...new Set([own[role], LATIN[role]])];
  const digits = new Intl.NumberFormat(`${lang}-u-nu-${ARABIC_DIGITS[lang] ?? 'latn'}`);
  return {
    lang,
    dir: lang === 'en' ? 'ltr' : 'rtl',
    serif: faces('serif').map(({ family }) => family),
    sans: faces('sans').map(({ family }) => family),
    body: lang === 'ur' ? 10 : 10.5 * (own.serif.scale ?? 1),
    /** Nastaliq needs more room between lines than Naskh, and Naskh more than Latin. */
    lineHeight: lang === 'ur' ? 2.1 : lang === 'en' ? 1.45 : 1.62 / (own.serif.scale ?? 1),
    about: organisation.about?.[lang] ?? '',
    number: (value) => digits.format(value),
    files: [...new Set([...faces('serif'), ...faces('sans')])].flatMap(fontFiles),
  };
}

/** A face's regular and bold. */
function fontFiles({ family, package: name, name: base }: Family): FontFile[] {
  const { resolve } = createRequire(join(ROOT, 'package.json'));
  return STYLES.map((style) => ({
    family,
    weight: style.slice(0, 3),
    path: resolve(`${PUBLISHER}/${name}/${style}/${base}_${style}.ttf`),
  }));
}
