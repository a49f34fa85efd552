/** The keys of the whole page. A letter alone is never one: keyboards differ, and somebody may be dictating. */

export interface Actions {
  readonly search: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly zoomStep: (up: boolean) => void;
  readonly fit: () => void;
  readonly print: () => void;
  readonly help: () => void;
  readonly part: (by: 1 | -1) => void;
  readonly block: (by: 1 | -1) => void;
  readonly source: () => void;
  readonly escape: () => void;
}

/** What a key does, or undefined where it is the browser's. */
export function actionOf(event: KeyboardEvent, actions: Actions): (() => void) | undefined {
  const { key, shiftKey, altKey } = event;
  if (event.isComposing) return undefined;
  if ((event.ctrlKey || event.metaKey) && !altKey) {
    if (key === '+' || key === '=') return () => actions.zoomStep(true);
    if (key === '-' || key === '−') return () => actions.zoomStep(false);
    // By the key and not by its letter: keyboards of Arabic script have another one there.
    if (event.code === 'KeyF') return actions.search;
    if (event.code === 'KeyP') return actions.print;
    return event.code === 'Digit0' ? actions.fit : undefined;
  }
  if (key === 'F3') return () => actions.step(shiftKey ? -1 : 1);
  if (key === 'F6') return () => actions.part(shiftKey ? -1 : 1);
  if (altKey && (key === 'ArrowDown' || key === 'ArrowUp'))
    return () => actions.block(key === 'ArrowDown' ? 1 : -1);
  const isTyping = event.target instanceof Element && event.target.matches('input, select');
  if (isTyping) return undefined;
  if (key === '?' || key === '؟') return actions.help;
  if (key === 'Escape') return actions.escape;
  const isInPages = event.target instanceof Element && event.target.matches('.pages');
  return key === 'Enter' && isInPages ? actions.source : undefined;
}
