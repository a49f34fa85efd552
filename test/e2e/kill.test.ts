/** A build that is killed at any moment leaves whole files behind, old or new, and a manifest that is so. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BRAND, installedBayan, type WorkingFolder } from './installed-bayan.ts';

const MOMENTS = 60;
const MOST_TRIES = 5 * MOMENTS;
const SLUGS = ['air', 'land', 'water'];
const TEMPLATE = '<document page-size="A5" margin="20mm"><title>{{title}}</title>{{{body}}}</document>';

const edition = (slug: string, version: number): string =>
  `---\ntitle: ${slug}\ndate: 2024\nkinds: [plain]\n---\n\nThe text of version ${version}.\n`;

function write(folder: WorkingFolder, version: number): void {
  for (const slug of SLUGS) folder.write(`content/${slug}/en.md`, edition(slug, version));
}

const outputs = (folder: WorkingFolder): string[] => folder.pdfs().map((path) => digest(folder.pdf(path)));
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What each entry of the manifest says of its file, and what the file is. */
function manifest(folder: WorkingFolder): { said: string; is: string }[] {
  const { editions } = JSON.parse(folder.read('out/manifest.json')) as {
    editions: { path: string; sha256: string }[];
  };
  return editions.map(({ path, sha256 }) => ({ said: sha256, is: digest(folder.pdf(`out/${path}`)) }));
}

test(`a build killed at ${MOMENTS} moments`, async () => {
  const folder = installedBayan({ 'bayan.yaml': '', 'brand.yaml': BRAND, 'templates/plain.hbs': TEMPLATE });
  const whole = new Set<string>();
  let longest = 0;
  for (const version of [1, 2]) {
    write(folder, version);
    const started = performance.now();
    expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
    longest = performance.now() - started;
    for (const each of outputs(folder)) whole.add(each);
  }
  expect(whole.size).toBe(2 * SLUGS.length);
  const complete = folder.read('out/manifest.json');

  // A build that ends before its moment says how long one takes now, and the moment is tried again: how busy the machine
  // was at the first builds decides nothing.
  let killed = 0;
  for (let tries = 0; killed < MOMENTS && tries < MOST_TRIES; tries++) {
    write(folder, 1 + (tries % 2));
    const started = performance.now();
    const build = folder.start('build');
    const ended = once(build, 'exit').then(() => performance.now() - started);
    await wait((longest * (killed + 0.5)) / MOMENTS);
    const wasKilled = build.kill('SIGKILL');
    const took = await ended;
    if (wasKilled) killed++;
    else longest = Math.min(longest, took);
    const left = outputs(folder);
    expect(left).toHaveLength(SLUGS.length);
    expect(left.filter((each) => !whole.has(each))).toEqual([]);
    for (const { said, is } of manifest(folder)) expect(said).toBe(is);
  }
  expect(killed).toBe(MOMENTS);

  write(folder, 2);
  expect(folder.bayan('build')).toMatchObject({ code: 0, stderr: '' });
  expect(folder.read('out/manifest.json')).toBe(complete);
  expect(folder.files('out')).toEqual([
    ...SLUGS.flatMap((slug) => [slug, `${slug}/${slug}.en.plain.pdf`]).slice(0, 4),
    'manifest.json',
    ...['water', 'water/water.en.plain.pdf'],
  ]);
});
