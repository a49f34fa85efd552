/**
 * Keeps short builds out of sight: a build of some dozens of milliseconds would only make every sign flicker, so that a
 * document is said to be building when it has been for a while. All else is shown at once.
 */
import type { PreviewState } from '../protocol.ts';

/** ms */
const A_WHILE = 400;

export class Calm {
  #before: PreviewState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #show: (state: PreviewState) => void;

  constructor(show: (state: PreviewState) => void) {
    this.#show = show;
  }

  receive(state: PreviewState): void {
    clearTimeout(this.#timer);
    const calm = this.#before ? withoutBuilding(state, this.#before) : state;
    this.#before = calm;
    this.#show(calm);
    if (calm === state) return;
    this.#timer = setTimeout(() => {
      this.#before = state;
      this.#show(state);
    }, A_WHILE);
  }
}

/** The state with what documents that are built now were before; the same one where nothing is built. */
function withoutBuilding(state: PreviewState, before: PreviewState): PreviewState {
  if (!state.building && state.publications.every(({ documents }) => documents.every(isAtRest))) return state;
  const states = new Map(
    before.publications.flatMap(({ documents }) => documents.map((each) => [each.id, each.state] as const)),
  );
  return {
    ...state,
    building: before.building,
    publications: state.publications.map((publication) => ({
      ...publication,
      documents: publication.documents.map((document) =>
        isAtRest(document) ? document : { ...document, state: states.get(document.id) ?? document.state },
      ),
    })),
  };
}

function isAtRest({ state }: { readonly state: string }): boolean {
  return state !== 'building';
}
