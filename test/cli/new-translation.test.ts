/** A translation starts from its original, and can be built at every moment. */
import { expect, test } from 'vitest';
import { COMMON_FIELDS } from '../../src/content/fields/common-fields.ts';
import { draftTranslation } from '../../src/content/translation-draft.ts';
import { BRAND, temporaryFolder, temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

const ORIGINAL = `---
# Signed by nine organisations.
title: 'Water: now'
date: 2026-01-15
kinds: [brief]
demands:
  - Test the water.
action: {label: Sign, url: https://example.org/}
contact: {name: Water Office, email: office@example.org}
references:
  - Author. (2024). Title.
images:
  pump: {src: pump.png, alt: A pump, caption: The pump}
---

We visited *120 schools*.
The water was bad.[^1]

## What it costs {#costs}

Less than [the books](#costs).

- One
- Two
  lines

| What | How much |
| --- | --- |
| A test | 5 |

Pump
: A machine for water.

![A pump](pump.png)

    code

[^1]: Ministry report.
`;

const PARTS = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const OPTIONS = { original: 'en', mark: 'lang=en dir=ltr', fieldsOf: () => COMMON_FIELDS };

function draft(): { front: string; body: string } {
  const [, front = '', body = ''] = PARTS.exec(draftTranslation(ORIGINAL, OPTIONS) ?? '') ?? [];
  return { front, body };
}

test('facts are kept, and texts are marked with the language of the original', () => {
  expect(draft().front).toBe(`# Translate each text that is marked {lang=en}, and take its mark away.
# What is not marked stays as it is: dates, kinds, addresses, references.

# Signed by nine organisations.
title: 'Water: now {lang=en}'
date: 2026-01-15
kinds: [brief]
demands:
  - Test the water. {lang=en}
action: {label: "Sign {lang=en}", url: https://example.org/}
contact: {name: Water Office, email: office@example.org}
references:
  - Author. (2024). Title.
images:
  pump: {src: pump.png, alt: A pump, caption: "The pump {lang=en}"}
translation:
  of: en
  by: Name of the translator
  status: draft`);
  expect(draft().body).toBe(`
We visited *120 schools*.
The water was bad.[^1] {lang=en dir=ltr}

## What it costs {#costs lang=en dir=ltr}

Less than [the books](#costs). {lang=en dir=ltr}

- One {lang=en dir=ltr}
- Two
  lines {lang=en dir=ltr}

| What | How much |
| --- | --- |
| A test | 5 |

{lang=en dir=ltr}

Pump {lang=en dir=ltr}
: A machine for water. {lang=en dir=ltr}

![A pump](pump.png)

    code

[^1]: Ministry report. {lang=en dir=ltr}
`);
});

test('bayan new makes a translation of what is there, which builds as it is', async () => {
  const folder = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'content/water/en.md': ORIGINAL.replace(/images:\n.*\n/, '').replace('![A pump](pump.png)\n\n', ''),
  });
  const made = await bayan(folder.root, ['new', 'water', '--lang', 'fa-AF', 'fr']);
  expect(made).toMatchObject({ code: 0, out: '+ content/water/fa-AF.md\n+ content/water/fr.md\n', err: '' });
  expect(folder.read('content/water/fa-AF.md')).toContain('The water was bad.[^1] {lang=en dir=ltr}');
  expect(folder.read('content/water/fr.md')).toContain('The water was bad.[^1] {lang=en}\n');
  const built = await bayan(folder.root, ['build', '--lang', 'fa-AF'], { engine: undefined });
  expect(built).toMatchObject({ code: 0, err: '' });
  // Not from the translation that is there now, but from what is no translation.
  await bayan(folder.root, ['new', 'water', '--lang', 'ps']);
  expect(folder.read('content/water/ps.md')).toContain('  of: en\n');
});

test('a translation starts from the language that bayan.yaml names as the source', async () => {
  const text = (title: string) => `---\ntitle: ${title}\ndate: 2024-04\n---\n\nText.\n`;
  const folder = temporaryProject({
    'bayan.yaml': 'source: ur\n',
    'content/water/en.md': text('Water'),
    'content/water/ur.md': text('پانی'),
  });
  await bayan(folder.root, ['new', 'water', '--lang', 'ps']);
  expect(folder.read('content/water/ps.md')).toContain('  of: ur\n');
});

test('an original that cannot be read is named, and the translation starts from nothing', async () => {
  const folder = temporaryProject({ 'content/water/ar.md': 'x' });
  const { err, code } = await bayan(folder.root, ['new', 'water', '--lang', 'en']);
  expect(code).toBe(0);
  expect(err).toContain('the translation cannot start from content/water/ar.md');
  expect(folder.read('content/water/en.md')).toContain('  of: ar\n');
});

test('front matter of an original ends where a build says it does', () => {
  expect(draftTranslation('---\n---\ntitle: Water\n---\n\nText.\n', OPTIONS)).toBeUndefined();
});

test('a mark that is left on a translated text is named', async () => {
  const folder = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'content/water/fa-AF.md': `---
title: آب {lang=en}
date: 2026
kinds: [brief]
---

متن تازه. {lang=en dir=ltr}

Still English. {lang=en dir=ltr}

- مورد {lang=en}

در [۲۰۲۴]{lang=en} و [کابل]{lang=fa}.
`,
  });
  const { err } = await bayan(folder.root, ['build'], { engine: undefined });
  const places = [
    ...err.matchAll(/fa-AF\.md:(\d+):\d+ warning\[attribute-invalid\]: this text is marked as English/g),
  ];
  expect(places.map(([, line]) => line)).toEqual(['2', '7', '11']);
  expect(err).toContain('hint: take {lang=en} away once the text is translated');
});
