/**
 * Server-sent events to all pages that are open. What is newest is sent whole, so one that reads slowly is left out until
 * it has read what it was sent, and then gets the newest; one that does not read at all is let go.
 */
import type { ServerResponse } from 'node:http';
import { beginStream } from './answers.ts';

export interface EventStreamOptions {
  /** ms between two signs of life. */
  readonly heartbeat?: number;
  /** Pages at one time. */
  readonly most?: number;
}

const HEARTBEAT = 15_000;
const MOST = 32;
/** Heartbeats for which a page may read nothing. */
const PATIENCE = 3;

interface Client {
  readonly response: ServerResponse;
  /** Something newer waits until it has read what it was sent. */
  isBehind: boolean;
  /** Heartbeats since it was last heard to read. */
  silent: number;
}

export class EventStreams {
  readonly #latest: () => string;
  readonly #most: number;
  readonly #clients = new Set<Client>();
  readonly #timer: NodeJS.Timeout;

  /** @param latest the newest event, as it is sent */
  constructor(latest: () => string, { heartbeat = HEARTBEAT, most = MOST }: EventStreamOptions = {}) {
    this.#latest = latest;
    this.#most = most;
    this.#timer = setInterval(() => this.#beat(), heartbeat);
    this.#timer.unref();
  }

  /** How many pages listen. */
  get size(): number {
    return this.#clients.size;
  }

  /** Begins to tell a page what happens; false when too many listen. */
  add(response: ServerResponse): boolean {
    if (this.#clients.size >= this.#most) return false;
    beginStream(response, 'text/event-stream; charset=utf-8');
    const client: Client = { response, isBehind: false, silent: 0 };
    this.#clients.add(client);
    response.on('close', () => this.#clients.delete(client));
    response.on('drain', () => {
      client.silent = 0;
      if (!client.isBehind) return;
      client.isBehind = false;
      response.write(this.#latest());
    });
    response.write(this.#latest());
    return true;
  }

  /** Tells all pages the newest. */
  publish(): void {
    if (this.#clients.size === 0) return;
    const event = this.#latest();
    for (const client of this.#clients) {
      if (client.response.writableNeedDrain) client.isBehind = true;
      else client.response.write(event);
    }
  }

  close(): void {
    clearInterval(this.#timer);
    for (const { response } of this.#clients) response.destroy();
    this.#clients.clear();
  }

  #beat(): void {
    for (const client of this.#clients) {
      const { response } = client;
      if (!response.writableNeedDrain) response.write(':\n\n');
      else if (++client.silent >= PATIENCE) response.destroy();
    }
  }
}
