/** What everybody chooses for themselves: the language of the interface, light or dark. */
import { make, setAttribute } from '../dom/element.ts';
import { type IconName, icon } from '../dom/icons.ts';
import { keepSettings, type Theme } from '../settings.ts';
import { LANGUAGES, type Speech } from '../words/speech.ts';
import type { Words } from '../words/words.ts';

export function languageChoice(speech: Speech, onChoose: (words: Words) => void): HTMLElement {
  const select = make('select', {
    onchange: () => {
      const words = LANGUAGES.find(({ tag }) => tag === select.value) ?? speech.words;
      keepSettings({ language: words.tag });
      onChoose(words);
    },
  });
  for (const { tag, name } of LANGUAGES) select.append(make('option', { value: tag, lang: tag }, name));
  speech.say(({ tag, interfaceLanguage }) => {
    select.value = tag;
    setAttribute(select, 'aria-label', interfaceLanguage);
    setAttribute(select, 'title', interfaceLanguage);
  });
  return make('span', { class: 'select' }, icon('language'), select);
}

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Theme[];
const SIGNS: Readonly<Record<Theme, IconName>> = { system: 'system', light: 'sun', dark: 'moon' };

/** Goes through the looks one by one; its name says which one it is now. */
export function themeButton(speech: Speech, first: Theme): HTMLButtonElement {
  let theme = first;
  const button = make('button', { type: 'button' });
  const write = (): void => {
    const { appearance, bySystem, light, dark } = speech.words;
    const name = `${appearance}: ${{ system: bySystem, light, dark }[theme]}`;
    document.documentElement.dataset.theme = theme;
    button.replaceChildren(icon(SIGNS[theme]));
    setAttribute(button, 'aria-label', name);
    setAttribute(button, 'title', name);
  };
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
    keepSettings({ theme });
    write();
  });
  speech.say(write);
  return button;
}
