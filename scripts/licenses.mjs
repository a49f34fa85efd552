// Writes dist/LICENSES.txt: the licence of every package that has gone into the bundle, as their licences ask.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @param files what esbuild read, from the folder of the repository */
export function writeLicenses(root, files) {
  const folders = new Set(files.filter((file) => file.includes('node_modules/')).map(packageFolder));
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e(\.|$)/i.test(each));
    const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  writeFileSync(join(root, 'dist/LICENSES.txt'), parts.join(`\n${'-'.repeat(78)}\n\n`));

  /** The folder of the package that a file is in. */
  function packageFolder(file) {
    let folder = dirname(file);
    while (!existsSync(join(root, folder, 'package.json')) || !hasName(folder)) folder = dirname(folder);
    return folder;
  }

  /** Some packages have nameless package.json files in their folders, which only say what kind of module is there. */
  function hasName(folder) {
    return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).name !== undefined;
  }
}
