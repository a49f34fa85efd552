/** Times of the day in the digits and manner of a language, as CLDR has them: `18:30`, `۱۸:۳۰`, `6:30 م`. */
import type { Language } from './language.ts';
import { printLocale, stripBidiControls } from './locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The time for print; `time` is `HH:MM` of the 24-hour clock, and undefined comes back for anything else. */
export function formatTime(time: string, language: Language): string | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined) return undefined;
  const moment = Date.UTC(2000, 0, 1, Number(hour), Number(minute));
  const text = formatOf(language).format(moment);
  // Where CLDR has no words of the language for AM and PM, its English ones would stand in the text.
  const foreign = language.script !== 'Latn' && /[A-Za-z]/.test(text);
  // Narrow no-break spaces, which CLDR puts before AM and PM, are missing in many faces.
  return stripBidiControls(foreign ? formatOf(language, 'h23').format(moment) : text).replaceAll(
    '\u202F',
    '\u00A0',
  );
}

function formatOf(language: Language, hourCycle?: 'h23'): Intl.DateTimeFormat {
  const key = `${language.tag} ${language.digits} ${hourCycle}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(printLocale(language), {
      numberingSystem: language.digits,
      timeZone: 'UTC',
      timeStyle: 'short',
      ...(hourCycle && { hourCycle }),
    });
    formats.set(key, format);
  }
  return format;
}
