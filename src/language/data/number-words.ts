/**
 * Words of languages written from right to left that stand before a number. All of them count in a text of any of these
 * languages, which borrow such words from each other.
 */
import { MONTHS_PAKISTAN } from '../rows/arabic-script.ts';

/**
 * Words that a number follows: the year, the page, the article, about. In Arabic, Dari, Persian, Pashto, Urdu, Uyghur,
 * Kurdish, Sindhi, Hebrew, Dhivehi; months are there because a year follows them.
 */
export const INTRODUCES_NUMBER = new Set([
  ...MONTHS_PAKISTAN,
  ...(
    'سال سالِ سنة عام سنه سنہ سن لعام لسنة بعام کال يىل يىلى ساڵی ساڵ سالن هـ ' +
    'شماره شمارهٔ شمارۀ شمېره نمبر رقم الرقم رقمه نومۇر ژمارە صفحه صفحهٔ صفحہ صفحة ص ص. ص۔ صص صص. مخ بەت لاپەڕە جلد ج ج. ج۔ ش ش. ه. هـ. ' +
    'ماده مادهٔ مادۀ المادة مادة مادې دفعہ آرٹیکل ماددا ماددە فصل الفصل باب بند البند ' +
    'حدود تقریباً تقریبا تقریبآ نزدیک حوالي نحو تقريباً تقريبا قرابة زهاء قریب شاوخوا نږدې تەخمىنەن ' +
    'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر ' +
    'جنوري فبروري مارچ اپریل مې جون جولای اګست سپتمبر اکتوبر نومبر ډسمبر ' +
    'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر جنوری فبروری می جولای دسمبر ' +
    "עמ' עמ’ עמ׳ מס' מס’ מס׳ ס' ס’ ס׳ " +
    'שנת בשנת משנת עמוד סעיף מספר כ ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר ' +
    'އަހަރު އަހަރުގެ ނަންބަރު ޞަފްޙާ މާއްދާ'
  ).split(' '),
]);
/** Words for in, since, until, from: a year after them is a date. */
export const BEFORE_YEAR = new Set('في فی فى منذ حتى در از تا په له تر ב מ ל עד מאז בין'.split(' '));
