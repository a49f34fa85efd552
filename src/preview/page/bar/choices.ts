/** What everybody chooses for themselves: the language of the interface, light or dark. */
import { make, setAttribute } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';
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

export function themeChoice(speech: Speech, now: Theme): HTMLElement {
  const select = make('select', {
    onchange: () => {
      const theme = select.value as Theme;
      keepSettings({ theme });
      showTheme(theme);
    },
  });
  speech.say(({ appearance, bySystem, light, dark }) => {
    const chosen = select.value || now;
    select.replaceChildren(
      ...Object.entries({ system: bySystem, light, dark }).map(([value, name]) =>
        make('option', { value }, name),
      ),
    );
    select.value = chosen;
    setAttribute(select, 'aria-label', appearance);
    setAttribute(select, 'title', appearance);
  });
  showTheme(now);
  return make('span', { class: 'select' }, icon('sun'), icon('moon'), select);
}

function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}
