/**
 * Grapheme clusters (UAX #29). Intl.Segmenter in V8 takes more than linear time over a long text, so it is asked
 * about a stretch at a time.
 */
/** Made when first asked for: it costs 6 ms, and most documents never ask. */
let segmenter: Intl.Segmenter | undefined;

/** The marks and joiners in SIMPLE that belong to the character before them (Grapheme_Extend, UAX #29 GB9). */
function isExtending(unit: number): boolean {
  return unit === 0x200c || unit === 0x200d || (unit >= 0x064b && unit <= 0x065f) || unit === 0x0670;
}

/** Latin, Arabic and Hebrew letters, digits and punctuation, each a grapheme cluster, and marks of Arabic. */
const SIMPLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the joiners are meant one by one
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0384-\u0482\u05d0-\u05f4\u0608-\u060f\u061b-\u06d4\u06ee-\u06ff\u200c\u200d\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

/** UTF-16 code units looked at together; more only when one cluster is longer. */
const STRETCH = 2048;

/** Indices at which the grapheme clusters of `text` start. Letters and the marks of Arabic alone skip the segmenter. */
export function graphemeStarts(text: string): number[] {
  const starts: number[] = [];
  if (SIMPLE.test(text)) {
    for (let i = 0; i < text.length; i++) if (i === 0 || !isExtending(text.charCodeAt(i))) starts.push(i);
    return starts;
  }
  for (let from = 0, size = STRETCH; from < text.length; ) {
    let last = from;
    segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
    for (const { index } of segmenter.segment(text.slice(from, from + size))) {
      last = from + index;
      starts.push(last);
    }
    if (from + size >= text.length) break;
    // The last cluster may go on in the next stretch, which therefore starts with it.
    starts.pop();
    if (last === from) size *= 2;
    else {
      from = last;
      size = STRETCH;
    }
  }
  return starts;
}
