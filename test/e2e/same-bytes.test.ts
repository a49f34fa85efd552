/**
 * Same input, same bytes: in different folders, time zones and locales, with one thread or several, and nothing of the
 * machine or of who sits at it gets into a file.
 */
import { cpSync } from 'node:fs';
import { homedir, hostname, userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { Stream } from '../../src/pdf/inspect/objects.ts';
import { readPdf } from '../../src/pdf/inspect/read.ts';
import { writePdf } from '../../tools/conformance/write.ts';
import { PROJECT } from '../conformance/documents.ts';
import { displayP3 } from '../support/display-p3.ts';
import { ROOT } from '../support/make.ts';
import { photograph } from '../support/photographs.ts';
import { installedBayan, type Place } from './installed-bayan.ts';

const PLACES: readonly (Place & { readonly jobs: string })[] = [
  { in: 'a', jobs: '1', env: { TZ: 'UTC', LC_ALL: 'C' } },
  { in: 'a folder with a longer name', jobs: '2', env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'fa_AF.UTF-8' } },
  { in: 'ü', jobs: '3', env: { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } },
];
/** A photograph that must be made smaller, and one in the colours of a phone. */
const PHOTOGRAPHS =
  '---\ntitle: Photographs\ndate: 2024\nkinds: [hard]\n---\n\n![One](large.jpg){width=50%}\n\n![Two](p3.jpg){width=50%}\n';

test('the same bytes in every folder, time zone and locale, with any number of threads', async () => {
  const large = await photograph({ width: 2400, height: 1600 });
  const p3 = await photograph({ width: 1800, height: 1200, profile: displayP3('P3') });
  const folder = installedBayan();
  const made = PLACES.map(({ in: place, env, jobs }) => {
    cpSync(PROJECT, folder.path(place), { recursive: true, filter: (path) => !path.includes('scripts') });
    folder.write(`${place}/content/photographs/en.md`, PHOTOGRAPHS);
    folder.write(`${place}/content/photographs/large.jpg`, large);
    folder.write(`${place}/content/photographs/p3.jpg`, p3);
    const ran = folder.bayan({ in: place, env }, 'build', '--jobs', jobs, '--attach-source');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const names = folder
      .files(place)
      .filter((name) => name.endsWith('.pdf') || name.endsWith('manifest.json'));
    return new Map(names.map((name) => [name, folder.pdf(`${place}/${name}`)]));
  });
  const [first, ...others] = made;
  expect([...first!.keys()]).toHaveLength(5);
  for (const other of others) {
    expect([...other.keys()]).toEqual([...first!.keys()]);
    for (const [name, bytes] of other) expect(Buffer.compare(bytes, first!.get(name)!), name).toBe(0);
  }

  const traces = [userInfo().username, hostname(), homedir(), process.cwd(), ROOT, folder.root];
  const year = String(new Date().getFullYear());
  for (const [name, bytes] of first!) {
    const text = name.endsWith('.pdf') ? textOf(bytes) : Buffer.from(bytes).toString('utf8');
    for (const trace of traces.filter((word) => word.length > 3))
      expect(text.includes(trace), `${name}: ${trace}`).toBe(false);
    expect(text, name).not.toMatch(new RegExp(`D:${year}|${year}-\\d\\d-\\d\\dT`));
  }
});

/** Every string of a file, and all that was compressed in it. */
function textOf(bytes: Uint8Array): string {
  const { objects } = readPdf(bytes);
  const streams = [...objects.values()].filter((object) => object instanceof Stream);
  const rest = new Map([...objects].filter(([, object]) => !(object instanceof Stream)));
  const plain = writePdf({ objects: rest, trailer: {} }).toString('latin1');
  return [
    ...streams.map(({ data }) => data.toString('latin1')),
    plain.replace(/<([0-9a-f]+)>/g, (_, digits: string) => Buffer.from(digits, 'hex').toString('latin1')),
  ].join('\n');
}
