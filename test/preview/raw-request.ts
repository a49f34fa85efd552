/** Requests as an attacker may send them: text over a socket, which no client library puts right. */
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RawAnswer {
  /** 0 when the connection was ended without an answer. */
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A connection to a port of this machine; ended after the test. */
export function connection(port: number): Socket {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Sends these very bytes, and resolves with what came until the connection ended. */
export function sendRaw(port: number, request: string): Promise<RawAnswer> {
  const socket = connection(port);
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => (received += text));
  socket.write(request, 'latin1');
  return new Promise((resolve) => socket.once('close', () => resolve(answerIn(received))));
}

function answerIn(received: string): RawAnswer {
  const end = received.indexOf('\r\n\r\n');
  const [first = '', ...lines] = received.slice(0, Math.max(0, end)).split('\r\n');
  const headers = lines.map((line) => {
    const [name = '', ...value] = line.split(': ');
    return [name.toLowerCase(), value.join(': ')] as const;
  });
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(first)?.[1] ?? 0),
    headers: Object.fromEntries(headers),
    body: received.slice(end + 4),
  };
}

/** A request of this form, which asks for the connection to be ended. */
export function request(target: string, headers: Readonly<Record<string, string>>, method = 'GET'): string {
  const lines = Object.entries({ ...headers, Connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${[`${method} ${target} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`;
}
