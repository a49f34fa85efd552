/** How a document stands: a sign and a word, in a colour that says it once more. */
import type { DocumentState } from '../../protocol.ts';
import { make } from '../dom/element.ts';
import { type IconName, icon } from '../dom/icons.ts';
import type { Words } from '../words/words.ts';

const SIGNS: Readonly<Record<DocumentState, IconName>> = {
  errors: 'error',
  building: 'building',
  'stale-translation': 'clock',
  draft: 'pencil',
  fresh: 'check',
};

export function stateMark(state: DocumentState, words: Words): HTMLElement {
  return make(
    'span',
    { class: `state state-${state}` },
    icon(SIGNS[state]),
    make('span', { class: 'state-word' }, words.state[state]),
  );
}
