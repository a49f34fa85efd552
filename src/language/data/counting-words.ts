/**
 * Words of counting that neither CLDR nor n2words gives: other forms of small numbers, hundreds and thousands as people of a
 * country say them, halves, and words for a hundredth. Any spelling of a letter stands for all (see ../fold-word.ts).
 */

export interface CountingData {
  /** Value → its words, in all forms a text has them in. */
  readonly numbers?: Readonly<Record<number, string>>;
  /** What a number is multiplied by when the word follows it. */
  readonly multipliers?: Readonly<Record<number, string>>;
  /** Endings of the words above and of n2words, and what they may be instead: feminine, oblique, the plural of all five. */
  readonly endings?: readonly (readonly [ending: string, ...others: string[]])[];
  /** What may stand joined before a word: the article, and, in, for. */
  readonly prefixes?: readonly string[];
  readonly percent?: readonly string[];
  /** Words for ten and a hundred years, by how many: two decades are 20 years, and may stay two decades. */
  readonly spans?: Readonly<Record<number, string>>;
  /** Numbers that are everyday words too: in Persian, nine is no, and ten a village. */
  readonly alsoWords?: string;
  /** What CLDR multiplies by and a text counts articles with. */
  readonly notMultipliers?: readonly string[];
  /** What multiplies a number may stand before it: milioni 1.4. */
  readonly multiplierFirst?: boolean;
  /** Numbers that need no word: a noun may have a dual. */
  readonly implied?: readonly number[];
  /** Between parts of one number: and. */
  readonly and?: readonly string[];
}

const PERSIAN: CountingData = {
  numbers: {
    0.5: 'نیم نصف',
    2: 'دو دوتا هردو دوگانه',
    1: 'یکی اولین نخست نخستین یکم یکمین',
    3: 'سه سومی سه‌گانه',
    4: 'چهار چار چارم چهارمی',
    6: 'شش ششم',
    12: 'دوازده دوازدهم',
    200: 'دوصد',
    300: 'سه‌صد سیصد',
    400: 'چارصد',
    500: 'پنجصد',
  },
  multipliers: { 100: 'صد', 1e3: 'هزار', 1e5: 'لک', 1e6: 'ملیون', 1e9: 'ملیارد بیلیون', 1e12: 'تریلیون' },
  endings: [
    ['م', 'مین', 'می'],
    ['', 'تا'],
  ],
  percent: ['فیصد', 'درصدی', 'در صد', 'فی صد'],
  spans: { 10: 'دهه', 100: 'قرن سده' },
  alsoWords: 'نه ده',
  and: ['و'],
};

export const COUNTING: Readonly<Record<string, CountingData>> = {
  en: {
    numbers: { 0.5: 'half', 2: 'twice both double', 3: 'thrice triple', 12: 'dozen' },
    multipliers: {
      100: 'hundred',
      1e3: 'thousand thousands k',
      1e5: 'lakh lakhs lac lacs',
      1e6: 'million millions m mn mln',
      1e7: 'crore crores',
      1e9: 'billion billions bn',
      1e12: 'trillion trillions tn',
    },
    percent: ['percent', 'per cent', 'percentage points'],
    spans: { 10: 'decade decades', 100: 'century centuries' },
    and: ['and'],
  },
  fa: PERSIAN,
  ps: {
    numbers: {
      0.5: 'نیم نیمه نیمې نیمایي',
      1: 'یو یوه یوې لومړی لومړۍ لومړي لومړنی',
      2: 'دوه دوو دواړه دویم دویمه دوهم دوهمه دویمې',
      3: 'درې درېیو دریو درېیم درېیمه درېیمې دریم دریمه درېم',
      4: 'څلور څلورو څلورم څلورمه څلورمې',
      5: 'پنځه پنځو پنځم پنځمه پنځمې',
      6: 'شپږ شپږو شپږم شپږمه شپږمې',
      7: 'اووه اوه اوو اووم اوومه اومه',
      8: 'اته اتو اتم اتمه',
      9: 'نهه نه نهو نهم نهمه',
      10: 'لس لسو لسم لسمه',
      11: 'یوولس یولس یوولسم',
      12: 'دوولس دولس دوولسم',
      13: 'دیارلس دیارلسو',
      14: 'څوارلس څوارلسو',
      15: 'پنځلس پنځلسو',
      16: 'شپاړس شپاړسو',
      17: 'اوولس اوولسو',
      18: 'اتلس اتلسو',
      19: 'نولس نونس نولسو',
      20: 'شل شلو',
      21: 'یوویشت',
      22: 'دوویشت',
      23: 'درویشت',
      24: 'څلورویشت',
      25: 'پنځه‌ویشت پنځویشت',
      30: 'دېرش دېرشو',
      40: 'څلوېښت څلوېښتو',
      50: 'پنځوس پنځوسو',
      60: 'شپېته شپېتو',
      70: 'اویا',
      80: 'اتیا',
      90: 'نوي',
      100: 'سل سلو',
    },
    multipliers: {
      100: 'سوه سوو سل',
      1e3: 'زره زر زرو',
      1e5: 'لک لکه لکو',
      1e6: 'میلیون میلیونه میلیونو ملیون ملیونه ملیونو',
      1e7: 'کروړ کروړه کروړو',
      1e9: 'میلیارد میلیارده میلیاردو ملیارد ملیارده ملیاردو بیلیون بیلیونه',
      1e12: 'تریلیون تریلیونه',
    },
    spans: { 10: 'لسیزه لسیزې لسیزو', 100: 'پېړۍ' },
    alsoWords: 'نه نوي شل',
    percent: ['سلنه', 'سلنې', 'فیصد', 'فیصده', 'په سلو کې'],
    and: ['او'],
  },
  ur: {
    numbers: {
      0.5: 'آدھا آدھی آدھے نصف',
      1: 'اول یکم',
      2: 'دونوں دوم',
      3: 'تینوں سوم',
      4: 'چاروں چہارم',
      6: 'چھ چھے چھہ چھٹا چھٹی چھٹے',
      9: 'نو نویں نواں',
      1.5: 'ڈیڑھ',
      2.5: 'ڈھائی',
    },
    multipliers: {
      100: 'سو',
      1e3: 'ہزار',
      1e5: 'لاکھ',
      1e6: 'ملین ملیون',
      1e7: 'کروڑ',
      1e9: 'ارب بلین',
      1e11: 'کھرب',
      1e12: 'ٹریلین',
    },
    endings: [
      ['ا', 'ے', 'ی'],
      ['واں', 'ویں'],
    ],
    percent: ['فی صد', 'فیصدی'],
    spans: { 10: 'دہائی دہائیاں دہائیوں عشرہ عشرے عشروں', 100: 'صدی صدیوں' },
    alsoWords: 'نو',
    and: ['اور'],
  },
  ar: {
    numbers: {
      0.5: 'نصف',
      1: 'واحدة أول أولى',
      2: 'اثنين اثنتان اثنتين كلا كلتا ثان ثاني ثانية',
      3: 'ثلاث ثالث ثالثة',
      4: 'أربع رابع رابعة',
      5: 'خمس خامس خامسة',
      6: 'ست سادس سادسة',
      7: 'سبع سابع سابعة',
      8: 'ثمان ثماني ثامن ثامنة',
      9: 'تسع تاسع تاسعة',
      10: 'عشر عاشر عاشرة',
      20: 'عقدان عقدين',
      100: 'مئة مائة',
      200: 'مئتين مائتين مئتي مئتا مائتا',
      2e3: 'ألفان ألفين ألفي ألفا',
      2e6: 'مليونان مليونين مليوني مليونا',
      2e9: 'ملياران مليارين ملياري',
    },
    multipliers: {
      100: 'مئة مائة',
      1e3: 'ألف ألفا آلاف',
      1e5: 'لك',
      1e6: 'مليون مليونا ملايين',
      1e9: 'مليار مليارا مليارات بليون بلايين',
      1e12: 'تريليون تريليونات',
    },
    endings: [['ون', 'ين']],
    prefixes: ['ال', 'و', 'وال', 'ب', 'بال', 'ل', 'لل', 'ف', 'فال', 'ك', 'كال'],
    spans: { 10: 'عقد عقود عقدا', 100: 'قرن قرون' },
    implied: [1, 2],
    percent: ['في المئة', 'في المائة', 'بالمئة', 'بالمائة', 'في المية'],
    and: ['و'],
  },
  fr: {
    numbers: { 0.5: 'demi demie', 1: 'une première', 2: 'second seconde deux', 12: 'douzaine' },
    multipliers: {
      100: 'cent cents',
      1e3: 'mille milliers',
      1e6: 'million millions',
      1e9: 'milliard milliards',
    },
    percent: ['pour cent', 'p. 100'],
    spans: { 10: 'décennie décennies', 100: 'siècle siècles' },
    alsoWords: 'neuf',
    and: ['et'],
  },
  es: {
    numbers: {
      0.5: 'medio media',
      1: 'un una primera primer',
      2: 'segunda ambos ambas',
      3: 'tercera tercer',
    },
    multipliers: { 100: 'cientos', 1e3: 'mil miles', 1e6: 'millón millones', 1e9: 'millardo' },
    endings: [['o', 'a']],
    percent: ['por ciento'],
    spans: { 10: 'década décadas', 100: 'siglo siglos' },
    alsoWords: 'once',
    and: ['y'],
  },
  pt: {
    numbers: { 0.5: 'meio meia', 1: 'uma primeira', 2: 'duas' },
    multipliers: { 1e9: 'bilhão bilhões mil milhões' },
    endings: [['o', 'a']],
    percent: ['por cento'],
    and: ['e'],
  },
  it: {
    numbers: { 0.5: 'mezzo', 1: 'una un' },
    endings: [['o', 'a', 'i', 'e']],
    percent: ['per cento'],
    alsoWords: 'sei',
    and: ['e'],
  },
  de: {
    numbers: { 0.5: 'halbe halben', 1: 'ein eine einen einem einer' },
    endings: [['te', 'ten', 'ter', 'tes', 'tem']],
    percent: ['prozent'],
    spans: { 10: 'jahrzehnt jahrzehnte jahrzehnten', 100: 'jahrhundert jahrhunderte' },
    alsoWords: 'acht elf',
    and: ['und'],
  },
  hi: {
    numbers: {
      0.5: 'आधा आधी आधे',
      2: 'दोनों',
      3: 'तीनों',
      6: 'छह छः छठा छठी छठे',
      1.5: 'डेढ़',
      2.5: 'ढाई',
    },
    multipliers: { 100: 'सौ', 1e6: 'मिलियन', 1e9: 'बिलियन' },
    endings: [
      ['ा', 'े', 'ी'],
      ['वाँ', 'वें', 'वीं'],
    ],
    percent: ['फीसदी', 'फ़ीसदी'],
    and: ['और'],
  },
  bn: {
    numbers: { 6: 'ছয়', 100: 'একশ একশো' },
    multipliers: { 100: 'শত শ শো', 1e5: 'লক্ষ', 1e6: 'মিলিয়ন', 1e9: 'বিলিয়ন' },
    endings: [['', 'টি', 'টা', 'জন']],
    percent: ['ভাগ'],
    alsoWords: 'নয়',
    and: ['এবং'],
  },
  id: { numbers: { 0.5: 'setengah' }, percent: ['persen'], and: ['dan'] },
  ms: { numbers: { 0.5: 'setengah' }, percent: ['peratus'], and: ['dan'] },
  tr: { numbers: { 0.5: 'yarım' }, percent: ['yüzde'], alsoWords: 'on yüz altı yedi' },
  vi: { alsoWords: 'năm ba' },
  ko: { notMultipliers: ['조'] },
  sw: { multiplierFirst: true },
  my: {
    multiplierFirst: true,
    numbers: {
      1: 'တစ် ပထမ',
      2: 'နှစ် ဒုတိယ',
      3: 'သုံး တတိယ',
      4: 'လေး စတုတ္ထ',
      5: 'ငါး ပဉ္စမ',
      6: 'ခြောက်',
      7: 'ခုနစ် ခုနှစ်',
      8: 'ရှစ်',
      9: 'ကိုး',
      10: 'ဆယ်',
    },
    percent: ['ရာခိုင်နှုန်း'],
  },
};
