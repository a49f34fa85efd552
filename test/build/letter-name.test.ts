/** Names of letters: as the pattern says, and fit for every file system. */
import { expect, test } from 'vitest';
import { letterName } from '../../src/build/letters/letter-name.ts';
import type { Recipient } from '../../src/letters/recipients/recipient.ts';

const recipient = (values: Readonly<Record<string, string>>): Recipient => ({
  id: 'interior',
  language: 'fa-AF',
  address: [],
  cc: [],
  email: [],
  enclosures: [],
  values: new Map(Object.entries(values)),
  source: { span: { file: 'recipients.csv' }, place: 'row 2', row: 2 },
});

test.each([
  ['{id}.{lang}', {}, 'interior.fa-AF.pdf'],
  ['{slug} {id}', {}, 'open interior.pdf'],
  ['{country}-{id}', { country: 'Pakistan' }, 'Pakistan-interior.pdf'],
  ['{office} {id}', { office: 'وزیر امور داخله' }, 'وزیر امور داخله interior.pdf'],
  ['{office} {id}', { office: '../../etc/passwd' }, '-..-etc-passwd interior.pdf'],
  ['{office}{id}', { office: 'a\u0000b\u202ec:d*e' }, 'a-b-c-d-einterior.pdf'],
  ['{nothing}{id}', {}, 'interior.pdf'],
])('%s with %o', (pattern, values, name) => {
  expect(letterName(pattern, 'open', recipient(values))).toBe(name);
});

test('a long name is cut between letters', () => {
  const name = letterName('{id} {office}', 'open', recipient({ office: 'و'.repeat(400) }));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(204);
  expect(name).toMatch(/و\.pdf$/);
});
