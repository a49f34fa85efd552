/**
 * Input that nobody writes and somebody sends (tools/bench/hard-inputs.ts), at a twentieth of its size: it is printed or refused
 * in words, and memory stays small. That time grows no faster than the input is held beside each cause, by expectLinear.
 */
import { expect, test } from 'vitest';
import { HARD_INPUTS } from '../../tools/bench/hard-inputs.ts';
import { BRAND, installedBayan } from './installed-bayan.ts';

const REFUSED: Readonly<Record<string, string>> = {
  'PNG, one row': 'no side may have more than 65535',
  'PNG, one column': 'no side may have more than 65535',
  'PNG, one row, RGB': 'no side may have more than 65535',
  'PNG, one column, RGB': 'no side may have more than 65535',
  'nested lists': 'error[nesting-too-deep]',
  'nested quotations': 'error[nesting-too-deep]',
  'nested blocks of a template': 'blocks or calls are nested more than 100 deep',
  'nested elements of a template': 'elements are nested more than 100 deep',
};
const MEGABYTES = 600;

test('headings by the thousand, each kept with the next, are no stack too deep', async () => {
  const headings = HARD_INPUTS.find(({ name }) => name === 'headings')!;
  const files = await headings.make(headings.size / 2);
  const folder = installedBayan({ 'bayan.yaml': '', 'brand.yaml': BRAND, ...files });
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
});

test.each(HARD_INPUTS)('$name', async ({ name, size, make }) => {
  const folder = installedBayan({ 'bayan.yaml': '', 'brand.yaml': BRAND, ...(await make(size / 20)) });
  const { code, stderr, megabytes } = folder.measured('build');
  const refused = REFUSED[name];
  expect(stderr).toContain(refused ?? '');
  expect(stderr).not.toContain('internal');
  expect({ code, printed: folder.pdfs().length }).toEqual(
    refused === undefined ? { code: 0, printed: 1 } : { code: 1, printed: 0 },
  );
  expect(megabytes).toBeLessThan(MEGABYTES);
});
