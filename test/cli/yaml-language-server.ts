/** The language server behind the YAML extension of VS Code, asked what it says of files as that editor would ask. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

export interface YamlServer {
  /** Its complaints about a text under a path, as `3: Property x is not allowed.`; lines from 1. */
  complaints(path: string, text: string): Promise<readonly string[]>;
}

/** A server for a folder, with settings of VS Code: `{ 'yaml.schemas': … }`. Ends with the test. */
export async function yamlServer(
  root: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<YamlServer> {
  const script = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
  const server = spawn(process.execPath, [script, '--stdio']);
  onTestFinished(() => void server.kill());
  const yaml = {
    validate: true,
    schemas: settings['yaml.schemas'],
    // What it knows of other people's files is on the network.
    schemaStore: { enable: false },
  };
  const waiting = new Map<string, (published: Published) => void>();
  const channel = new Channel(server, (message) => {
    if (message.method === 'textDocument/publishDiagnostics') {
      const published = message.params as Published;
      waiting.get(published.uri)?.(published);
    } else if (message.id !== undefined && message.method !== undefined) {
      // It asks for one setting after another.
      const { items = [] } = (message.params ?? {}) as { items?: readonly { section: string }[] };
      channel.send({ id: message.id, result: items.map(({ section }) => (section === 'yaml' ? yaml : {})) });
    }
  });
  const uri = pathToFileURL(root).href;
  await channel.ask('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'project' }],
    capabilities: { workspace: { configuration: true }, textDocument: {} },
  });
  channel.send({ method: 'initialized', params: {} });
  channel.send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml } } });
  const versions = new Map<string, number>();
  return {
    complaints(path, text) {
      const file = `${uri}/${path}`;
      return new Promise((resolve) => {
        waiting.set(file, ({ diagnostics }) =>
          resolve(diagnostics.map(({ message, range }) => `${range.start.line + 1}: ${message}`)),
        );
        const version = 1 + (versions.get(file) ?? 0);
        versions.set(file, version);
        const textDocument = { uri: file, languageId: 'yaml', version };
        channel.send(
          version === 1
            ? { method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, text } } }
            : { method: 'textDocument/didChange', params: { textDocument, contentChanges: [{ text }] } },
        );
      });
    },
  };
}

/** JSON-RPC over the streams of a process. */
class Channel {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (result: unknown) => void>();
  #buffer = Buffer.alloc(0);
  #asked = 0;

  constructor(server: ChildProcessWithoutNullStreams, take: (message: Message) => void) {
    this.#server = server;
    server.stdout.on('data', (more: Buffer) => {
      this.#buffer = Buffer.concat([this.#buffer, more]);
      for (let message = this.#next(); message; message = this.#next()) {
        const answer = message.method === undefined && this.#answers.get(message.id!);
        if (answer) answer(message.result);
        else take(message);
      }
    });
  }

  send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.send({ id, method, params });
    });
  }

  #next(): Message | undefined {
    const end = this.#buffer.indexOf('\r\n\r\n');
    const length = Number(
      /Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, Math.max(end, 0)))?.[1],
    );
    if (end < 0 || this.#buffer.length < end + 4 + length) return undefined;
    const body = this.#buffer.toString('utf8', end + 4, end + 4 + length);
    this.#buffer = this.#buffer.subarray(end + 4 + length);
    return JSON.parse(body) as Message;
  }
}
