/** The program that opens an address: one of each system, and no shell that would read the address. */
import { expect, test } from 'vitest';
import { openerOf } from '../../src/cli/open-in-browser.ts';

test.each([
  ['darwin', '24.1.0', ['open']],
  ['linux', '6.8.0-31-generic', ['xdg-open']],
  ['freebsd', '14.1', ['xdg-open']],
  ['linux', '5.15.153.1-microsoft-standard-WSL2', ['rundll32.exe', 'url.dll,FileProtocolHandler']],
  ['win32', '10.0.22631', ['rundll32.exe', 'url.dll,FileProtocolHandler']],
] as const)('%s %s', (platform, kernel, program) => {
  expect(openerOf(platform, kernel)).toEqual(program);
});
