#!/usr/bin/env node
// The launcher: plain JavaScript that any Node.js can read, so that an old one gets a sentence, not a stack.
import { existsSync } from 'node:fs';
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
const cli = new URL('../dist/cli.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Bayan needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exitCode = 2;
} else if (!existsSync(cli)) {
  console.error('Bayan has not been bundled yet. In its folder, run: npm run prepare');
  process.exitCode = 2;
} else {
  // Keeps compiled code between runs, where Node.js can (22.1 and newer).
  module.enableCompileCache?.();
  // A reader that closes the pipe early (bayan build | head) is no fault.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { main } = await import(cli.href);
  process.exitCode = await main(process.argv.slice(2));
}
