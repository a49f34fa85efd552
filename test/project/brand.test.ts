import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { brandFor, localize } from '../../src/project/brand.ts';
import { loadBrand } from '../../src/project/load-brand.ts';
import { faultLines } from '../support/faults.ts';
import { temporaryFolder } from './temporary-project.ts';

function load(yaml: string, files: Record<string, string> = {}) {
  const { root } = temporaryFolder({ 'brand.yaml': yaml, ...files });
  const report = new Report();
  const brand = loadBrand(new ProjectFiles(root), 'brand.yaml', report);
  return { brand, faults: faultLines(report.diagnostics), hints: report.diagnostics.map((d) => d.hint) };
}

test('a name is enough; the colours are Bayan’s own and can be read', () => {
  const { brand, faults } = load('organisation:\n  name: APNOR\n');
  expect(faults).toBe('');
  expect(brand?.colors.primary).toBe('#0b4f6c');
});

describe('faults stand where they are', () => {
  test.each([
    [
      'colors:\n  primary: blurple\n',
      'brand.yaml:3:12: error[brand-color]: "blurple" is not a colour Bayan can print',
    ],
    ['colours:\n  primary: red\n', 'brand.yaml:2:1: error[project-invalid]: unknown key "colours"'],
    [
      'logo:\n  src: ../logo.svg\n',
      'brand.yaml:3:8: error[path-outside-project]: the path "../logo.svg" leaves the project with ".."',
    ],
    [
      'logo:\n  src: /etc/passwd\n',
      'brand.yaml:3:8: error[path-outside-project]: the path "/etc/passwd" is absolute',
    ],
    ['logo:\n  src: logo.svg\n', 'brand.yaml:3:8: error[image-missing]: the logo "logo.svg" does not exist'],
    ['logo: {}\n', 'brand.yaml:2:1: error[project-invalid]: "logo.src" is missing'],
    [
      'fonts:\n  serif: [a]\n',
      'brand.yaml:3:10: error[project-invalid]: "fonts.serif" must be text, not a list',
    ],
    ['logo: [\n', 'brand.yaml:3:1: error[yaml-syntax]: '],
  ])('%j', (yaml, expected) => {
    expect(load(`organisation: { name: X }\n${yaml}`).faults).toContain(expected);
  });

  test('an unknown language in a map of texts', () => {
    const { faults, hints } = load('organisation:\n  name:\n    en: X\n    fa-AFF: Y\n    qqq: Z\n');
    expect(faults).toContain('brand.yaml:5:5: error[language-unknown]: "qqq" is no language Bayan knows');
    expect(hints).toEqual([
      'did you mean "fa-AF"?',
      'if "qqq" is a language, it needs its script: qqq-Latn or qqq-Arab, for example',
    ]);
  });

  test('hints name what was probably meant', () => {
    expect(load('organisation: { name: X }\ncolours: {}\n').hints).toEqual(['did you mean "colors"?']);
    expect(load('organisation: { naem: X }\n').hints).toContain('did you mean "name"?');
    expect(load('organisation: { name: X }\ncolors: { primary: 0b4f6c }\n').hints).toEqual([
      'did you mean "#0b4f6c"?',
    ]);
    expect(load('organisation: { name: X }\ncolors: { primry: navy }\n').hints).toEqual([
      'did you mean "primary"?',
    ]);
  });
});

test('colours that cannot be read are errors at the token the project wrote, with one that passes', () => {
  const { faults, hints } = load("organisation: { name: X }\ncolors:\n  primary: '#8ab4d0'\n");
  expect(faults).toContain(
    'brand.yaml:3:12: error[color-contrast]: headings and links: primary #8ab4d0 on paper #ffffff has a contrast of 2.20:1 and needs 4.5:1',
  );
  for (const hint of hints) {
    const better = /primary: '(#[0-9a-f]{6})' would pass/.exec(hint ?? '')?.[1];
    expect(load(`organisation: { name: X }\ncolors:\n  primary: '${better}'\n`).faults).toBe('');
  }
});

test('a language sees its own texts, by BCP 47 fallback', () => {
  const { brand } = load(
    'organisation:\n  name:\n    en: Network\n    fa: شبکه\n  about: { ur: تعارف }\nlogo: { src: l.svg }\n',
    { 'l.svg': '<svg/>' },
  );
  const dari = brandFor(brand!, 'fa-AF');
  expect(dari.organisation).toEqual({ name: 'شبکه', shortName: 'شبکه', about: 'تعارف' });
  // Borrowed from Urdu, which is then tagged as Urdu.
  expect(dari.borrowed).toEqual({ about: 'ur' });
  expect(brandFor(brand!, 'de').borrowed).toEqual({ name: 'en', shortName: 'en', about: 'ur' });
  expect(dari.logo).toEqual({ src: 'l.svg', reversed: 'l.svg', alt: 'شبکه' });
  expect(brandFor(brand!, 'haz').organisation.name).toBe('شبکه');
  expect(brandFor(brand!, 'ps').organisation.name).toBe('Network');
  expect(localize({ 'FA-af': 'ok', fa: 'no' }, 'fa-AF')).toBe('ok');
});
