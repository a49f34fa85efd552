/**
 * Who is answered: only a browser on this machine that was given the token, asking the server by its own name and from its
 * own page. Another host name means that a foreign page had its name lead here (DNS rebinding); another origin, that one
 * asks from where it is.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 414 | 421;
  readonly words: string;
}

export interface Secrets {
  /** Of the address that is printed. */
  readonly token: string;
  /** Of the address that the system's browser is started with, which other users may see: it is good once. */
  readonly openingToken?: string;
  /** What the cookie holds. */
  readonly session: string;
}

/** Code units of a request target; the longest name of a document is far shorter. */
const LONGEST_TARGET = 4096;

/** What is wrong with a request before anybody asks who sent it. */
export function refusalOf(request: IncomingMessage, port: number): Refusal | undefined {
  const { method, url = '', headers, rawHeaders } = request;
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, words: 'only GET and HEAD are answered' };
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0)
    return { status: 400, words: 'a request has no body here' };
  if (url.length > LONGEST_TARGET) return { status: 414, words: 'the address is too long' };
  // A whole address, as proxies are sent, is not one of this server’s.
  if (!/^\/[\x21-\x7e]*$/.test(url)) return { status: 400, words: 'the address is not valid' };
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = headers.host?.toLowerCase() ?? '';
  if (hosts.length !== 1 || !own.includes(host))
    return { status: 421, words: 'this server answers only to its own address' };
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, words: 'other sites are not answered' };
  const site = headers['sec-fetch-site'];
  // `none`: typed, or opened by another program. Another port of this machine is `same-site`, and a stranger too.
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return { status: 403, words: 'other sites are not answered' };
  return undefined;
}

/** The token in an address and the cookie that it is exchanged for. */
export class Access {
  readonly #secrets: Secrets;
  readonly #cookie: string;
  #isOpened = false;

  constructor(secrets: Secrets, port: number) {
    this.#secrets = secrets;
    // Cookies of one host are sent to all of its ports: each server has a name of its own.
    this.#cookie = `bayan-preview-${port}`;
  }

  /** The cookie for who has a token; undefined when it is not the right one. */
  exchange(token: string): string | undefined {
    const { token: printed, openingToken, session } = this.#secrets;
    const isPrinted = isSame(token, printed);
    const isOpening = openingToken !== undefined && isSame(token, openingToken) && !this.#isOpened;
    if (isOpening) this.#isOpened = true;
    if (!isPrinted && !isOpening) return undefined;
    return `${this.#cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Whether a request has the cookie. */
  isKnown({ headers }: IncomingMessage): boolean {
    for (const pair of headers.cookie?.split(';') ?? []) {
      const [name, value = ''] = pair.trim().split('=', 2);
      if (name === this.#cookie && isSame(value, this.#secrets.session)) return true;
    }
    return false;
  }
}

/** Takes the same time however much of them is the same. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
