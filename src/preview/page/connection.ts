/** The line to the server: states as they come, the newest wins; after a break it connects again by itself. */
import type { PreviewState } from '../protocol.ts';

/** `gone`: no answer; `refused`: another server than the one that this page is from. */
export type LineState = 'connecting' | 'open' | 'gone' | 'refused';

/** ms; doubled up to the longest while nobody answers. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 4_000;

export class Connection {
  #revision = -1;
  #wait = FIRST_WAIT;
  readonly #onState: (state: PreviewState) => void;
  readonly #onLine: (line: LineState) => void;

  constructor(onState: (state: PreviewState) => void, onLine: (line: LineState) => void) {
    this.#onState = onState;
    this.#onLine = onLine;
    this.#connect();
  }

  #connect(): void {
    const events = new EventSource('/api/events');
    events.addEventListener('open', () => {
      // A server that was started anew counts from the beginning.
      this.#revision = -1;
      this.#wait = FIRST_WAIT;
      this.#onLine('open');
    });
    events.addEventListener('state', ({ data }: MessageEvent<string>) => {
      const state = JSON.parse(data) as PreviewState;
      if (state.revision <= this.#revision) return;
      this.#revision = state.revision;
      this.#onState(state);
    });
    events.addEventListener('error', () => {
      events.close();
      this.#onLine('gone');
      void this.#tryAgain();
    });
  }

  /** The browser's own tries end for good at an answer that is no stream; whose answer it is, is asked here. */
  async #tryAgain(): Promise<void> {
    for (let answer = 0; answer !== OK; answer = await answerOf('/api/state')) {
      if (answer > 0) this.#onLine(answer === REFUSED ? 'refused' : 'gone');
      await new Promise((resolve) => setTimeout(resolve, this.#wait));
      this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    }
    this.#connect();
  }
}

const OK = 200;
const REFUSED = 403;

/** 0 where nobody answers. */
async function answerOf(address: string): Promise<number> {
  try {
    return (await fetch(address)).status;
  } catch {
    return 0;
  }
}
