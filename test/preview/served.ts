/** A server of the preview with one PDF and a small page, and what asks it. */
import { createHash } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import type { ManifestEntry } from '../../src/build/manifest.ts';
import type { Anchor, PreviewState } from '../../src/preview/protocol.ts';
import {
  type PreviewServer,
  type PreviewSource,
  type ServerOptions,
  startServer,
} from '../../src/preview/server/server.ts';
import { type TemporaryFolder, temporaryFolder } from '../project/temporary-project.ts';
import { type RawAnswer, request, sendRaw } from './raw-request.ts';

export const SECRETS = { token: 'the-token', openingToken: 'the-opening-token', session: 'the-session' };
export const PDF = '%PDF-1.7 as the build wrote it';
/** In no file that is served. */
export const PRIVATE = 'nobody is to read this';
export const ID = 'air/en/plain';
const PATH = 'air/air.en.plain.pdf';

export interface Served {
  readonly folder: TemporaryFolder;
  readonly server: PreviewServer;
  readonly source: FakeSource;
  readonly digest: string;
  /** Where the PDF lies. */
  readonly pdf: string;
  /** The headers of a page that was given the cookie. */
  readonly known: Readonly<Record<string, string>>;
  /** Asks as such a page, with these headers beside or instead of its own. */
  get(target: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<RawAnswer>;
}

export class FakeSource implements PreviewSource {
  state: PreviewState = {
    revision: 1,
    organisation: 'Test',
    building: false,
    publications: [],
    diagnostics: [],
  };
  readonly output: string;
  readonly #entry: ManifestEntry;
  readonly #listeners = new Set<() => void>();

  constructor(output: string, entry: ManifestEntry) {
    this.output = output;
    this.#entry = entry;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells of a newer state, of an organisation with this name. */
  change(organisation: string): void {
    this.state = { ...this.state, revision: this.state.revision + 1, organisation };
    for (const listener of this.#listeners) listener();
  }

  pdf(id: string): ManifestEntry | undefined {
    return id === ID ? this.#entry : undefined;
  }

  async anchors(id: string): Promise<readonly Anchor[] | undefined> {
    return id === ID ? [] : undefined;
  }
}

export async function served(options: Partial<ServerOptions> = {}): Promise<Served> {
  const folder = temporaryFolder({
    [`out/${PATH}`]: PDF,
    'out/manifest.json': PRIVATE,
    'secret.txt': PRIVATE,
    'page/index.html': '<!doctype html><title>Page</title>',
    'page/page.js': 'export {};',
    'page/notes.txt': PRIVATE,
    'page/folder.js/inner.js': PRIVATE,
  });
  const digest = createHash('sha256').update(PDF).digest('hex');
  const entry = {
    slug: 'air',
    lang: 'en',
    kind: 'plain',
    path: PATH,
    pages: 1,
    bytes: PDF.length,
    sha256: digest,
  };
  const source = new FakeSource(folder.path('out'), entry);
  const server = await startServer({ source, secrets: SECRETS, page: folder.path('page'), ...options });
  onTestFinished(() => server.close());
  const known = {
    Host: `127.0.0.1:${server.port}`,
    Cookie: `bayan-preview-${server.port}=${SECRETS.session}`,
    'Sec-Fetch-Site': 'same-origin',
  };
  return {
    folder,
    server,
    source,
    digest,
    pdf: folder.path(`out/${PATH}`),
    known,
    get: (target, headers = {}, method = 'GET') =>
      sendRaw(server.port, request(target, { ...known, ...headers }, method)),
  };
}

/** No answer shows what is private. */
export function expectRefused({ status, body }: RawAnswer, statuses: readonly number[]): void {
  expect(statuses).toContain(status);
  expect(body).not.toContain(PRIVATE);
  expect(body).not.toContain(PDF);
}
