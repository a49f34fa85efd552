/** The web server of the preview: one machine, one page, a fixed list of addresses. See ../protocol.ts. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ManifestEntry } from '../../build/manifest.ts';
import type { Anchor, PreviewState } from '../protocol.ts';
import { Access, refusalOf, type Secrets } from './access.ts';
import { ABSENT, type Answer, FRAMED, json, send } from './answers.ts';
import { type EventStreamOptions, EventStreams } from './event-streams.ts';
import { pageFile, readPdfFile } from './files.ts';

/** What there is to show. */
export interface PreviewSource {
  readonly state: PreviewState;
  /** Absolute path of the folder with the PDFs. */
  readonly output: string;
  /** Called with each new state; returns what ends it. */
  onChange(listener: () => void): () => void;
  /** The last PDF of a document, as the manifest names it. */
  pdf(id: string): ManifestEntry | undefined;
  /** Where its blocks are; undefined when they cannot be had. */
  anchors(id: string): Promise<readonly Anchor[] | undefined>;
}

export interface ServerOptions extends EventStreamOptions {
  readonly source: PreviewSource;
  readonly secrets: Secrets;
  /** Absolute path of the folder with the page. */
  readonly page: string;
  /** 0, or left out, for one that is free. */
  readonly port?: number;
  /** ms for a request to arrive. */
  readonly patience?: number;
}

export interface PreviewServer {
  readonly port: number;
  /** Without a token. */
  readonly address: string;
  close(): Promise<void>;
}

/** Bytes of all headers together; browsers send a tenth of it. */
const MOST_HEADERS = 8 * 1024;
const MOST_CONNECTIONS = 64;
/** ms for a request to arrive, and for its answer to be read. */
const ARRIVAL = 10_000;
const READING = 60_000;

/** Starts it on 127.0.0.1. Rejects with the system's error when the port is taken. */
export async function startServer(options: ServerOptions): Promise<PreviewServer> {
  const { source, secrets, page, port: wanted = 0, patience = ARRIVAL } = options;
  const latest = (): string =>
    `id: ${source.state.revision}\nevent: state\ndata: ${JSON.stringify(source.state)}\n\n`;
  const streams = new EventStreams(latest, options);
  const stopListening = source.onChange(() => streams.publish());
  let access: Access;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = refusalOf(request, port);
    if (refusal) {
      const headers = { Connection: 'close', ...(refusal.status === 405 && { Allow: 'GET, HEAD' }) };
      return send(request, response, { status: refusal.status, body: `${refusal.words}\n`, headers });
    }
    const { pathname, query } = targetOf(request.url!);
    const token = pathname === '/' ? query.get('token') : null;
    if (token !== null) {
      const cookie = access.exchange(token);
      // The token leaves the address bar.
      if (cookie)
        return send(request, response, { status: 303, headers: { 'Set-Cookie': cookie, Location: '/' } });
    }
    if (!access.isKnown(request)) return send(request, response, UNKNOWN);
    if (pathname === '/api/events') {
      if (request.method === 'HEAD')
        return send(request, response, { status: 200, type: 'text/event-stream' });
      if (!streams.add(response)) send(request, response, { status: 503, body: 'too many pages are open\n' });
      return;
    }
    send(request, response, await answerOf(pathname, query, source, page));
  };
  const server = createServer(
    {
      maxHeaderSize: MOST_HEADERS,
      headersTimeout: patience,
      requestTimeout: patience,
      connectionsCheckingInterval: patience / 10,
    },
    (request, response) => {
      handle(request, response).catch(() => response.destroy());
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = READING;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  access = new Access(secrets, port);
  return {
    port,
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        stopListening();
        streams.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const UNKNOWN: Answer = {
  status: 403,
  body: 'Open the address that bayan preview has printed: it has a token in it.\n',
};

/** Path and query as they were sent: nothing is decoded, since a path is only ever compared. */
function targetOf(url: string): { readonly pathname: string; readonly query: URLSearchParams } {
  const mark = url.indexOf('?');
  const pathname = mark < 0 ? url : url.slice(0, mark);
  return { pathname, query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)) };
}

async function answerOf(
  pathname: string,
  query: URLSearchParams,
  source: PreviewSource,
  page: string,
): Promise<Answer> {
  if (pathname === '/') return pageFile(page, 'index.html');
  if (pathname === '/api/state') return json(source.state);
  const [, room, rest = ''] = /^\/(page|pdf|api\/anchors)\/(.+)$/.exec(pathname) ?? [];
  if (room === 'page') return rest === 'index.html' ? ABSENT : pageFile(page, rest);
  const entry = room === undefined ? undefined : source.pdf(rest);
  if (!entry || (query.get('v') ?? entry.sha256) !== entry.sha256) return ABSENT;
  if (room === 'pdf') return pdfAnswer(entry, source.output, query.has('download'));
  const anchors = await source.anchors(rest);
  // It may have been built again meanwhile.
  return anchors && source.pdf(rest)?.sha256 === entry.sha256 ? json(anchors) : ABSENT;
}

async function pdfAnswer(entry: ManifestEntry, output: string, download: boolean): Promise<Answer> {
  const body = await readPdfFile(output, entry);
  if (!body) return ABSENT;
  const name = encodeURIComponent(entry.path.slice(entry.path.lastIndexOf('/') + 1)).replaceAll("'", '%27');
  const disposition = `${download ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`;
  return {
    status: 200,
    type: 'application/pdf',
    body,
    headers: { ...FRAMED, 'Content-Disposition': disposition },
  };
}
