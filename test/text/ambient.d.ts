/** Types of bidi-js, which has none: the other implementation of UAX #9 that tests ask. */
declare module 'bidi-js' {
  interface EmbeddingLevels {
    /** One for each UTF-16 code unit. */
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  }
  interface Bidi {
    getEmbeddingLevels(text: string, base: 'ltr' | 'rtl'): EmbeddingLevels;
    /** Indices of `text` as they stand on the line, from left to right (rules L1 and L2). */
    getReorderedIndices(text: string, levels: EmbeddingLevels): number[];
    getMirroredCharacter(character: string): string | null;
  }
  export default function bidiFactory(): Bidi;
}
