/** The installed command prints who has signed, keeps what must not be named to itself, and builds again when the list changes. */
import { expect, test } from 'vitest';
import { pageText } from '../support/pdfium.ts';
import { BRAND, installedBayan } from './installed-bayan.ts';

const LIST = 'name,organisation,withheld\n,Women’s Legal Aid,\n,Hidden Hope,yes\nSecret Person,,yes\n';
const PDF = 'out/call/call.en.brief.pdf';

test('a list beside a text is printed, counted, and rebuilds what it is in', async () => {
  const folder = installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'content/call/en.md': '---\ntitle: A call\ndate: 2026-01-02\n---\n\n{{signatories.signed}} ask for it.\n',
    'content/other/en.md': '---\ntitle: Other\ndate: 2026-01-02\n---\n\nText.\n',
    'content/call/signatories.csv': LIST,
  });
  const words = async () => (await pageText(folder.pdf(PDF))).replace(/\s+/g, ' ');
  expect(folder.bayan('build').stdout).toMatch(/\n2 built\n$/);
  expect(await words()).toContain('2 organisations and 1 person ask for it.');
  expect(await words()).toContain('and 1 organisation and 1 person that cannot be named');

  folder.write('content/call/signatories.csv', `${LIST},Anjuman,\n`);
  expect(folder.bayan('build').stdout).toMatch(/\n1 built, 1 unchanged\n$/);
  expect(await words()).toContain('Anjuman');

  folder.write('content/call/signatories.csv', LIST.replace('Person,,yes', 'Person,,maybe'));
  const { code, stdout, stderr } = folder.bayan('build', '--format', 'json');
  expect(code).toBe(1);
  expect(stdout + stderr).toContain('is neither yes nor no');
  const inText = folder.bayan('build');
  const written = folder
    .files('.')
    .filter((name) => /\.(?:pdf|json)$/.test(name) && !name.includes('node_modules'));
  const everything = written.map((name) => Buffer.from(folder.pdf(name)).toString('latin1')).join();
  expect(written).toContain(PDF);
  expect(stdout + stderr + inText.stdout + inText.stderr + everything + (await words())).not.toMatch(
    /Hidden|Secret/,
  );
});
