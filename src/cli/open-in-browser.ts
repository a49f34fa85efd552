/** Opens an address in the browser of the system: with the program that each system has for it, and no shell. */
import { spawn } from 'node:child_process';
import { release } from 'node:os';

/** Resolves to why it could not be opened; undefined when a program took it. */
export function openInBrowser(url: string): Promise<string | undefined> {
  const [command, ...args] = openerOf(process.platform, release());
  return new Promise((resolve) => {
    const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
    child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    child.once('spawn', () => {
      child.unref();
      resolve(undefined);
    });
  });
}

/** The program and what stands before the address. */
export function openerOf(platform: NodeJS.Platform, kernel: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  // What `start` does, without cmd.exe, which would take the & of an address for the end of it.
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler'];
  // Linux inside Windows: the browser is outside.
  if (/microsoft/i.test(kernel)) return ['rundll32.exe', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
