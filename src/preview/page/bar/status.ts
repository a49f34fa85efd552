/** What the server does now, or that it is gone; read aloud when it changes. */
import type { PreviewState } from '../../protocol.ts';
import type { LineState } from '../connection.ts';
import { make } from '../dom/element.ts';
import { type IconName, icon } from '../dom/icons.ts';
import type { Speech } from '../words/speech.ts';

export class Status {
  readonly element = make('div', { class: 'status', role: 'status' });
  readonly #speech: Speech;
  #told = '';

  constructor(speech: Speech) {
    this.#speech = speech;
  }

  update(line: LineState, state: PreviewState | undefined): void {
    const { connecting, building, upToDate, withErrors, serverGone, refused } = this.#speech.words;
    const [sign, text]: readonly [IconName, string] =
      line === 'gone'
        ? ['warning', serverGone]
        : line === 'refused'
          ? ['warning', refused]
          : state === undefined || line === 'connecting'
            ? ['building', connecting]
            : state.building
              ? ['building', building]
              : hasErrors(state)
                ? ['error', withErrors]
                : ['check', upToDate];
    if (this.#told === text) return;
    this.#told = text;
    this.element.className = `status status-${line}`;
    this.element.replaceChildren(icon(sign), make('span', {}, text));
  }
}

function hasErrors({ publications, diagnostics }: PreviewState): boolean {
  const all = [
    diagnostics,
    ...publications.flatMap(({ documents }) => documents.map((each) => each.diagnostics)),
  ];
  return all.flat().some(({ severity }) => severity === 'error');
}
