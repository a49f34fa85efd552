/** Text of any language in the HTML that Bayan writes. */
import { findLanguage } from './language.ts';

/** Text as it stands between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** ` lang="fa-AF" dir="rtl"`; nothing for what is no language. */
export function languageAttributes(lang: string): string {
  const dir = findLanguage(lang)?.dir;
  return dir ? ` lang="${escapeHtml(lang)}" dir="${dir}"` : '';
}

/** The name of a language in English, and after `between` in itself where that is another. */
export function languageNames(lang: string, between = ' '): string {
  const { name = lang, endonym = '' } = findLanguage(lang) ?? {};
  if (endonym === '' || endonym === name) return escapeHtml(name);
  return `${escapeHtml(name)}${between}<span${languageAttributes(lang)}>${escapeHtml(endonym)}</span>`;
}
