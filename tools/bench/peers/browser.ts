/** A headless browser and its DevTools protocol over two pipes (`--remote-debugging-pipe`: JSON, ended by NUL). */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** No sandbox, because a container's root has none; no GPU, because print needs none. */
export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-extensions',
];

export interface Browser {
  readonly pid: number;
  /** Opens a page by its address and prints it; the bytes of a tagged PDF. */
  print(url: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Starts the browser with one empty page. Rejected calls carry the browser's own words. */
export async function startBrowser(binary: string, profile: string): Promise<Browser> {
  const child = spawn(
    binary,
    [...FLAGS, '--remote-debugging-pipe', '--allow-file-access-from-files', `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const tools = new DevTools(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const { targetId } = await tools.call<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const attach = { targetId, flatten: true };
  const { sessionId } = await tools.call<{ sessionId: string }>('Target.attachToTarget', attach);
  await tools.call('Page.enable', {}, sessionId);
  return {
    pid: child.pid!,
    async print(url) {
      const loaded = tools.once('Page.loadEventFired');
      await tools.call('Page.navigate', { url }, sessionId);
      await loaded;
      const expression = 'document.fonts.ready.then(() => 0)';
      await tools.call('Runtime.evaluate', { expression, awaitPromise: true }, sessionId);
      const paper = { preferCSSPageSize: true, printBackground: true };
      const { data } = await tools.call<{ data: string }>('Page.printToPDF', paper, sessionId);
      return Buffer.from(data, 'base64');
    },
    async close() {
      await tools.call('Browser.close').catch(() => {});
      await ended;
    },
  };
}

/** What the browser says: the answer to a call, or an event. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Calls and events over the pipes 3 and 4 of a browser's process. */
class DevTools {
  readonly #calls: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, () => void>();
  #next = 1;
  #rest: Buffer = Buffer.alloc(0);

  constructor(child: ChildProcess) {
    this.#calls = child.stdio[3] as Writable;
    (child.stdio[4] as Readable).on('data', (chunk: Buffer) => this.#read(chunk));
    child.once('error', (error) => {
      for (const { reject } of this.#waiting.values()) reject(error);
    });
  }

  /** Calls a method; without a session, one of the browser itself. The protocol says that its result is a `T`. */
  call<T>(method: string, params: Readonly<Record<string, unknown>> = {}, sessionId?: string): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#calls.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    }) as Promise<T>;
  }

  /** The next event of a name. */
  once(event: string): Promise<void> {
    return new Promise((resolve) => this.#listeners.set(event, resolve));
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (let end = this.#rest.indexOf(0); end >= 0; end = this.#rest.indexOf(0)) {
      this.#hear(JSON.parse(this.#rest.subarray(0, end).toString('utf8')) as Message);
      this.#rest = this.#rest.subarray(end + 1);
    }
  }

  #hear({ id, method, result, error }: Message): void {
    if (id === undefined) {
      if (method === undefined) return;
      this.#listeners.get(method)?.();
      this.#listeners.delete(method);
      return;
    }
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
  }
}
