// Writes the declarations of the library into dist/types: those that src/index.ts reaches, and no others.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @param root folder of the repository, with dist/ in it */
export function writeDeclarations(root) {
  const types = join(root, 'dist/types');
  const config = join(root, 'dist/tsconfig.json');
  const settings = {
    extends: '../tsconfig.json',
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rewriteRelativeImportExtensions: true,
      rootDir: '../src',
      outDir: 'types',
    },
    include: ['../src'],
  };
  writeFileSync(config, JSON.stringify(settings));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
    stdio: 'inherit',
  });
  rmSync(config);
  const reached = reach(join(types, 'index.d.ts'), new Set());
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(path)) rmSync(path);
  }
}

/** A declaration and all that it imports. */
function reach(path, reached) {
  if (reached.has(path)) return reached;
  reached.add(path);
  for (const [, quoted, called] of readFileSync(path, 'utf8').matchAll(
    /\bfrom ['"](\.[^'"]+)['"]|\bimport\(['"](\.[^'"]+)['"]\)/g,
  ))
    reach(join(dirname(path), (quoted ?? called).replace(/\.ts$/, '.d.ts')), reached);
  return reached;
}
