/**
 * What a font's licence bits let a PDF do (OpenType 1.9, OS/2 fsType). Bayan embeds subsets of outlines in files that
 * are read and printed, so preview-and-print and editable embedding are enough.
 */

/** fsType bits. */
const RESTRICTED = 0x0002;
const PREVIEW_AND_PRINT = 0x0004;
const EDITABLE = 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAP_ONLY = 0x0200;

/**
 * Why a font may not be embedded, in words that follow "the font …"; undefined when it may be. Of the usage bits "the least
 * restrictive" counts where an old font sets several.
 */
export function embeddingBar(fsType: number): string | undefined {
  if (fsType & RESTRICTED && !(fsType & (PREVIEW_AND_PRINT | EDITABLE))) return 'forbids embedding';
  if (fsType & NO_SUBSETTING) return 'forbids embedding a part of it';
  if (fsType & BITMAP_ONLY) return 'allows only its bitmaps to be embedded';
  return undefined;
}

/** fsType of a font that fontkit opened: fontkit names the bits. A font without OS/2 restricts nothing. */
export function fsTypeOf(font: object): number {
  const { fsType = {} } = (font as { 'OS/2'?: { fsType?: Partial<Record<string, boolean>> } })['OS/2'] ?? {};
  return (
    (fsType.noEmbedding ? RESTRICTED : 0) |
    (fsType.viewOnly ? PREVIEW_AND_PRINT : 0) |
    (fsType.editable ? EDITABLE : 0) |
    (fsType.noSubsetting ? NO_SUBSETTING : 0) |
    (fsType.bitmapOnly ? BITMAP_ONLY : 0)
  );
}
