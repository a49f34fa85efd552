/**
 * Quotation marks: the outer and the inner pair of each language whose marks are not “ ” ‘ ’ (CLDR 48.2, delimiters), or are
 * not those of the language it inherits from. Kazakh in Arabic script opens with «, which bidi mirrors.
 *
 * Copyright © 1991-2025 Unicode, Inc. Unicode License V3, https://www.unicode.org/license.txt
 */
import type { Language } from '../language.ts';

type Quotes = Language['quotes'];

/** The four marks, opening and closing, → the tags that use them. */
const TAGS: Readonly<Record<string, string>> = {
  '«»“”': 'ast blo bm br ca cv dyo el es-US eu ewo ie it kab kk lij mg mua nnh pms pt-PT sc sg ti',
  '„“‚‘': 'bs-Cyrl cs de dsb et hr hsb is ksh lb luy mk nds sk sl',
  '«»‹›': 'am az-Arab az-Cyrl fa fr-CH gsw jgo kk-Arab kkj mzn rm sdh wae',
  '«»„“': 'bas be bua ky os ru sah tyv uk',
  '””’’': 'fi he lag rn se sn sv yi',
  '«»‘’': 'dua el-polyton ksf no rw',
  '”“’‘': 'ar lld ms-Arab syr ur',
  '«»«»': 'fr hy oc yav',
  '‘’“”': 'fur ia ti-ER tn',
  '„“„“': 'bg lt prg sgs',
  '「」『』': 'ja yue yue-Hans zh-Hant',
  '«»„”': 'shi shi-Latn zgh',
  '„”«»': 'nmg pl ro',
  '„”»«': 'hu szl',
  '„”’’': 'sr sr-Latn',
  '„”‚’': 'agq ff',
  '«»”“': 'fr-CA',
  '‘’‘’': 'nl',
  '“’“”': 'st',
  '“”«»': 'eo',
  '“”’‘': 'uz',
  '“”“”': 'tk',
  '„“«»': 'ka',
  '„”‘’': 'bs',
};

const BY_TAG = new Map(
  Object.entries(TAGS).flatMap(([marks, tags]) => tags.split(' ').map((tag) => [tag, [...marks]] as const)),
);

const CURLY: Quotes = ['“', '”', '‘', '’'];

/** The marks of the first tag of `order` that has any; the row `base` knows those of its own tag better. */
export function quotesFor(order: readonly string[], base: Language | undefined): Quotes {
  for (const tag of order) {
    if (tag === base?.tag) return base.quotes;
    const [open, close, innerOpen, innerClose] = BY_TAG.get(tag) ?? [];
    if (open && close && innerOpen && innerClose) return [open, close, innerOpen, innerClose];
  }
  return base?.quotes ?? CURLY;
}
