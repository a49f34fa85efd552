/** Lengths as authors write them. */

/** Points in one unit: 72 pt = 1 in = 25.4 mm. */
const UNITS: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72 };

/**
 * A length in points (`12pt`, `4mm`, `1.2cm`, `0.5in`), rounded to 1/1000 pt; a number alone is points. Undefined when it
 * is none.
 */
export function parseLength(text: string): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(pt|mm|cm|in)?$/.exec(text);
  if (!match) return undefined;
  return Math.round(Number(match[1]) * UNITS[match[2] ?? 'pt']! * 1000) / 1000;
}
