/** The tables of a written font, each computed from the plan of its glyphs and the source's vertical metrics. */
import { componentSize, writeComponent } from './component.ts';
import { type Bounds, union } from './placement.ts';
import type { PlannedGlyph } from './plan.ts';
import { copySimpleGlyph, simpleGlyphSize } from './simple-glyph.ts';
import type { TrueTypeSource } from './source.ts';

/** numberOfContours of a composite glyph. */
const COMPOSITE = -1;
/** The largest table that loca's short form, which counts in pairs of bytes, can point into. */
const SHORT_LOCA_LIMIT = 0xffff * 2;

function table(size: number): { readonly bytes: Uint8Array; readonly view: DataView } {
  const bytes = new Uint8Array(size);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** glyf, and loca in its short form where that suffices. */
export function writeGlyphs(glyphs: readonly PlannedGlyph[]): {
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
  readonly longOffsets: boolean;
} {
  const offsets = [0];
  let end = 0;
  for (const glyph of glyphs) {
    const size = glyphSize(glyph);
    end += size + (size & 1);
    offsets.push(end);
  }
  const { bytes, view } = table(end);
  glyphs.forEach((glyph, id) => {
    const at = offsets[id] ?? 0;
    if (glyph.simple) copySimpleGlyph(glyph.simple, bytes, at);
    else if (glyph.components) writeComposite(view, at, glyph);
  });
  const longOffsets = end > SHORT_LOCA_LIMIT;
  const loca = table(offsets.length * (longOffsets ? 4 : 2));
  offsets.forEach((offset, i) => {
    if (longOffsets) loca.view.setUint32(i * 4, offset);
    else loca.view.setUint16(i * 2, offset / 2);
  });
  return { glyf: bytes, loca: loca.bytes, longOffsets };
}

function glyphSize(glyph: PlannedGlyph): number {
  if (glyph.simple) return simpleGlyphSize(glyph.simple);
  return glyph.components?.reduce((size, component) => size + componentSize(component), 10) ?? 0;
}

function writeComposite(view: DataView, at: number, glyph: PlannedGlyph): void {
  const components = glyph.components ?? [];
  view.setInt16(at, COMPOSITE);
  glyph.bounds?.forEach((edge, i) => {
    view.setInt16(at + 2 + i * 2, edge);
  });
  let next = at + 10;
  components.forEach((component, i) => {
    next = writeComponent(view, next, component, i < components.length - 1);
  });
}

/** hmtx, with the glyphs at the end that share an advance written without it. */
export function writeAdvances(glyphs: readonly PlannedGlyph[]): {
  readonly hmtx: Uint8Array;
  readonly advanceCount: number;
} {
  let advanceCount = glyphs.length;
  while (advanceCount > 1 && glyphs[advanceCount - 1]?.advance === glyphs[advanceCount - 2]?.advance)
    advanceCount--;
  const { bytes, view } = table(glyphs.length * 2 + advanceCount * 2);
  glyphs.forEach((glyph, id) => {
    const leftSideBearing = glyph.bounds?.[0] ?? 0;
    if (id < advanceCount) {
      view.setUint16(id * 4, glyph.advance);
      view.setInt16(id * 4 + 2, leftSideBearing);
    } else view.setInt16(advanceCount * 2 + id * 2, leftSideBearing);
  });
  return { hmtx: bytes, advanceCount };
}

/** hhea: the source's line metrics and caret, and the extremes of our glyphs. */
export function writeHhea(
  source: TrueTypeSource,
  glyphs: readonly PlannedGlyph[],
  advanceCount: number,
): Uint8Array {
  let advanceMax = 0;
  let leftMin = Number.POSITIVE_INFINITY;
  let rightMin = Number.POSITIVE_INFINITY;
  let extentMax = Number.NEGATIVE_INFINITY;
  for (const { advance, bounds } of glyphs) {
    advanceMax = Math.max(advanceMax, advance);
    if (!bounds) continue;
    leftMin = Math.min(leftMin, bounds[0]);
    rightMin = Math.min(rightMin, advance - bounds[2]);
    extentMax = Math.max(extentMax, bounds[2]);
  }
  const { bytes, view } = table(36);
  view.setUint32(0, 0x00010000);
  view.setInt16(4, source.ascender);
  view.setInt16(6, source.descender);
  view.setInt16(8, source.lineGap);
  view.setUint16(10, advanceMax);
  view.setInt16(12, Number.isFinite(leftMin) ? leftMin : 0);
  view.setInt16(14, Number.isFinite(rightMin) ? Math.max(-32768, Math.min(32767, rightMin)) : 0);
  view.setInt16(16, Number.isFinite(extentMax) ? extentMax : 0);
  for (const caret of [18, 20, 22]) view.setInt16(caret, source.hhea.i16(caret));
  view.setUint16(34, advanceCount);
  return bytes;
}

/** head without its file checksum; the dates are zero, so that the same text gives the same bytes. */
export function writeHead(
  source: TrueTypeSource,
  glyphs: readonly PlannedGlyph[],
  longOffsets: boolean,
): Uint8Array {
  const { head } = source;
  let box: Bounds | undefined;
  for (const { bounds } of glyphs) if (bounds) box = union(box, bounds);
  const { bytes, view } = table(54);
  view.setUint32(0, 0x00010000);
  view.setUint32(4, head.u32(4)); // fontRevision
  view.setUint32(12, 0x5f0f3cf5);
  view.setUint16(16, 0x0003); // baseline at y = 0, left side bearing at x = 0; no instructions
  view.setUint16(18, source.unitsPerEm);
  box?.forEach((edge, i) => {
    view.setInt16(36 + i * 2, edge);
  });
  view.setUint16(44, head.u16(44)); // macStyle
  view.setUint16(46, head.u16(46)); // lowestRecPPEM
  view.setInt16(48, 2); // fontDirectionHint, deprecated: always 2
  view.setInt16(50, longOffsets ? 1 : 0);
  return bytes;
}

/** maxp 1.0 for a font without instructions. */
export function writeMaxp(glyphs: readonly PlannedGlyph[]): Uint8Array {
  const { bytes, view } = table(32);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, glyphs.length);
  const raise = (at: number, value: number) => {
    if (value > view.getUint16(at)) view.setUint16(at, Math.min(0xffff, value));
  };
  for (const { components, pointCount, contourCount } of glyphs) {
    raise(components ? 10 : 6, pointCount);
    raise(components ? 12 : 8, contourCount);
    if (!components) continue;
    raise(28, components.length);
    raise(30, 1); // components are simple glyphs
  }
  view.setUint16(14, 1); // maxZones: no twilight zone without instructions
  return bytes;
}
