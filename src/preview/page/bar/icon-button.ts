/** Buttons with an icon and a name in each language. */
import { make, setAttribute, setText } from '../dom/element.ts';
import { type IconName, icon } from '../dom/icons.ts';
import type { Speech } from '../words/speech.ts';
import type { Words } from '../words/words.ts';

/**
 * @param name its name in the words of the interface; also its tooltip, with the keys behind it
 * @param keys as they stand on keyboards, the same in all languages
 */
export function iconButton(
  speech: Speech,
  picture: IconName,
  name: (words: Words) => string,
  onclick: () => void,
  keys?: string,
): HTMLButtonElement {
  const button = make('button', { type: 'button', onclick }, icon(picture));
  speech.say((words) => {
    setAttribute(button, 'aria-label', name(words));
    setAttribute(button, 'title', keys === undefined ? name(words) : `${name(words)} (\u2068${keys}\u2069)`);
  });
  return button;
}

/** A button that shows an icon and a word. */
export function wordButton(
  speech: Speech,
  picture: IconName,
  name: (words: Words) => string,
  onclick: () => void,
): HTMLButtonElement {
  const word = make('span', { class: 'word' });
  const button = make('button', { type: 'button', onclick }, icon(picture), word);
  speech.say((words) => {
    setText(word, name(words));
    setAttribute(button, 'aria-label', name(words));
    setAttribute(button, 'title', name(words));
  });
  return button;
}
