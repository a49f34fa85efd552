/** What the server answers with: every answer has the same headers, which let a page do nothing that the preview does not. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // The faces of the page; pdf.js gives those of a PDF to the browser without an address.
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  // A PDF is printed from a frame.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** For a PDF, which the page prints from a frame of its own. */
export const FRAMED: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${POLICY}; frame-ancestors 'self'`,
  'X-Frame-Options': 'SAMEORIGIN',
};

export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What there is nothing of at an address. */
export const ABSENT: Answer = { status: 404, body: 'there is nothing here\n' };

export const json = (value: unknown): Answer => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

/** Sends it; to HEAD, all but the body. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, type = 'text/plain; charset=utf-8', body = '', headers } = answer;
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': type,
    'Content-Length': bytes.length,
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Begins an answer that goes on, of which nothing waits to be gathered: what is written is sent. */
export function beginStream(response: ServerResponse, type: string): void {
  // Pieces of a chunked body would wait for the end of what runs now, and a build may run.
  response.useChunkedEncodingByDefault = false;
  response.shouldKeepAlive = false;
  response.writeHead(200, { ...HEADERS, 'Content-Type': type });
  response.flushHeaders();
}
