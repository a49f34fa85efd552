/** A headless browser and its DevTools protocol over two pipes (`--remote-debugging-pipe`: JSON, ended by NUL). */
import { spawn } from 'node:child_process';

/** No sandbox, because a container's root has none; no GPU, because print needs none. */
export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-extensions',
];

/** Starts the browser with one empty page. Rejected calls carry the browser's own words. */
export async function startBrowser(binary, profile) {
  const child = spawn(
    binary,
    [...FLAGS, '--remote-debugging-pipe', '--allow-file-access-from-files', `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const waiting = new Map();
  const listeners = new Map();
  let next = 1;
  let rest = Buffer.alloc(0);
  child.stdio[4].on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      hear(JSON.parse(rest.subarray(0, end).toString('utf8')));
      rest = rest.subarray(end + 1);
    }
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.once('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
  });

  const send = (method, params = {}, sessionId = session) =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      child.stdio[3].write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  const once = (event) => new Promise((resolve) => listeners.set(event, resolve));
  function hear({ id, method, result, error }) {
    if (id === undefined) {
      listeners.get(method)?.();
      listeners.delete(method);
      return;
    }
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
  }

  let session;
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  ({ sessionId: session } = await send('Target.attachToTarget', { targetId, flatten: true }));
  await send('Page.enable');
  return {
    pid: child.pid,
    /** Opens a page by its address and prints it; the bytes of a tagged PDF. */
    async print(url) {
      const loaded = once('Page.loadEventFired');
      await send('Page.navigate', { url });
      await loaded;
      await send('Runtime.evaluate', {
        expression: 'document.fonts.ready.then(() => 0)',
        awaitPromise: true,
      });
      const { data } = await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
      return Buffer.from(data, 'base64');
    },
    async close() {
      await send('Browser.close', {}, null).catch(() => {});
      await ended;
    },
  };
}
