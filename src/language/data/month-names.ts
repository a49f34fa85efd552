/**
 * Names of months beside CLDR's, by language and calendar: twelve with a space between them, in order; other spellings of
 * one after `|`, `_` for a space in a name.
 */
export const MONTH_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    persian: [
      'Hamal Sawr|Saur Jawza Saratan Asad Sunbula|Sonbola Mizan Aqrab Qaws|Qaus Jadi Dalw|Dalwa Hut|Hoot',
    ],
  },
  ar: {
    gregory: [
      'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
      'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر',
      'يناير|ينّاير فبراير مارس|مارش أبريل|إبريل ماي|مايو يونيو|يونيه يوليوز|يوليه غشت شتنبر أكتوبر نونبر دجنبر',
    ],
    persian: ['الحمل الثور الجوزاء السرطان الأسد السنبلة الميزان العقرب القوس الجدي الدلو الحوت'],
  },
  fa: {
    gregory: [
      'ژانویه|جنوری|جنوري فوریه|فبروری|فبروري مارس|مارچ آوریل|اپریل|آپریل مه|می|مئی ژوئن|جون ژوئیه|جولای|جولایی اوت|آگست|اگست|آگوست سپتامبر|سپتمبر اکتبر|اکتوبر نوامبر|نومبر دسامبر|دسمبر',
    ],
  },
  ps: {
    gregory: [
      'جنوري|جنورۍ فبروري|فېبروري|فبرورۍ مارچ اپریل|اپرېل مې|مۍ|می جون جولای|جولایي اګست|اګسټ سپتمبر|سپټمبر|سېپټمبر اکتوبر|اکټوبر نومبر|نوېمبر دسمبر|ډسمبر|ډیسمبر',
    ],
    persian: [
      'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدي دلو حوت',
      'وري غويي غبرګولي چنګاښ زمري وږي تلې لړم ليندۍ مرغومي سلواغې کب',
    ],
  },
  ur: {
    persian: ['حمل ثور جوزا سرطان اسد سنبلہ میزان عقرب قوس جدی دلو حوت'],
  },
};

/** Gregorian months whose names are also words (may, to march): without a day or a year beside them they are taken for the word. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(
  'may march mar می مه اب شباط mai ago set dec de di mars mayo maio maggio'.split(' '),
);
