/** The shapes that one text has in a font, each with its code: a few, or thousands where letters of a word climb in steps. */

/** A glyph of a shaped cluster: id and offset from where the cluster starts, font units. */
export interface ShapedGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

interface Variant<Code> {
  readonly glyphs: readonly ShapedGlyph[];
  readonly advance: number;
  readonly code: Code;
}

/** So many are compared one by one, which is faster than to make a key of each cluster that is encoded. */
const FEW = 16;

export class GlyphVariants<Code> {
  readonly #few: Variant<Code>[] = [];
  readonly #others = new Map<string, Code>();

  find(glyphs: readonly ShapedGlyph[], advance: number): Code | undefined {
    for (const variant of this.#few)
      if (variant.advance === advance && sameGlyphs(variant.glyphs, glyphs)) return variant.code;
    return this.#others.size > 0 ? this.#others.get(keyOf(glyphs, advance)) : undefined;
  }

  add(glyphs: readonly ShapedGlyph[], advance: number, code: Code): void {
    if (this.#few.length < FEW) this.#few.push({ glyphs, advance, code });
    else this.#others.set(keyOf(glyphs, advance), code);
  }
}

/** Whether two clusters are drawn alike. */
function sameGlyphs(a: readonly ShapedGlyph[], b: readonly ShapedGlyph[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const one = a[i]!;
    const other = b[i]!;
    if (one.id !== other.id || one.x !== other.x || one.y !== other.y) return false;
  }
  return true;
}

function keyOf(glyphs: readonly ShapedGlyph[], advance: number): string {
  return `${advance}${glyphs.map(({ id, x, y }) => `|${id},${x},${y}`).join('')}`;
}
