/**
 * Words around a time of day that CLDR does not have: parts of the day as people say them, and what is written beside the hour.
 * Any spelling of a letter stands for all (see ../fold-word.ts).
 */

export interface ClockData {
  /** Parts of the day with the hours they may mean: `17-23 شام|عصر`. Past 24 it is the morning after. */
  readonly parts?: readonly string[];
  /** What stands before the hour of a clock, and what stands behind it. */
  readonly before?: string;
  readonly after?: string;
}

const SCANDINAVIAN: ClockData = { before: 'kl klockan klokken' };

export const CLOCK_WORDS: Readonly<Partial<Record<string, ClockData>>> = {
  ar: {
    parts: ['0-11 قبل الظهر|صباحا', '3-6 فجرا', '11-14 ظهرا', '14-18 عصرا', '16-23 مساء', '18-28 ليلا'],
    before: 'الساعة',
  },
  bn: { after: 'টা টায় ঘটিকা ঘটিকায়' },
  da: SCANDINAVIAN,
  de: { before: 'um', after: 'uhr' },
  en: {
    parts: ['0-11 a m|morning', '12-23 p m', '12-18 afternoon', '16-23 evening|tonight', '18-28 night'],
    after: 'clock',
  },
  fa: {
    parts: [
      '0-11 قبل از ظهر|پیش از ظهر|ق ظ|صبح|بامداد',
      '10-14 چاشت',
      '12-18 بعد از ظهر|بعد از چاشت|ب ظ|پس از چاشت',
      '14-19 عصر|دیگر',
      '16-23 شام',
      '18-28 شب',
    ],
    before: 'ساعت ساعات',
    after: 'بجه',
  },
  fi: { before: 'klo kello' },
  fr: { after: 'h' },
  hi: { after: 'बजे' },
  id: { before: 'pukul jam' },
  ko: { after: '시' },
  nb: SCANDINAVIAN,
  nl: { after: 'uur' },
  no: SCANDINAVIAN,
  ps: {
    parts: [
      '0-11 غ م|سهار|سباوون|له غرمې مخکې|غرمې مخکې',
      '11-14 غرمه|غرمې',
      '12-18 غ و|ماسپښین|له غرمې وروسته|غرمې وروسته',
      '14-18 مازدیګر|مازیګر',
      '16-23 ماښام',
      '18-28 شپه|شپې',
    ],
    after: 'بجې بجو',
  },
  sv: SCANDINAVIAN,
  tr: { before: 'saat' },
  ur: { parts: ['16-20 شام', '18-28 رات', '11-15 دوپہر', '14-18 سہ پہر'], after: 'بجے' },
  vi: { after: 'gio' },
  zh: { after: '時 时 点 點' },
  ja: { after: '時' },
};
