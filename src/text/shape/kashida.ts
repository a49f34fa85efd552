/**
 * Where and how Arabic script is stretched: the connecting stroke between two letters is drawn longer (kashida). The
 * tatweel glyphs become part of the letter before them, so that what a reader copies is unchanged.
 */

import type { Face } from '../../fonts/face.ts';
import { nominalGlyph } from '../../fonts/harfbuzz.ts';
import type { Cluster } from './shape.ts';

const TATWEEL = 'ـ';
const TATWEEL_CODE = 0x640;
/** Letters after which, or before whose final form, a stroke is best drawn out, best first (Microsoft's order, as in CSS Text 4). */
const SEEN_SAD = /[سشصضښڛݭݰ]/;
const FINAL_HEH_DAL = /[ةهۀہۂەدذډڈ]/;
const FINAL_ALEF_KAF = /[اأإآٱطظلكکګگ]/;
const BEFORE_REH_YEH = /[رزژړڑيىیېۍئے]/;
const MEDIAL_BEH = /[بپتثنټٹ]/;
const FINAL_WAW_FEH = /[وؤۇعغقف]/;
/** Letters that join only the letter before them: always final forms. */
const RIGHT_JOINING = /[اأإآٱدذډڈرزژړڑوؤۇة]/;
/** Shorter words are not stretched: of two letters nothing but the stroke would be seen. */
const MIN_LETTERS = 3;

/** A place to stretch: the stroke between cluster `at - 1` and cluster `at`. */
export interface KashidaPoint {
  readonly at: number;
  /** 1 is best. */
  readonly priority: number;
}

/** The best place of each word among `clusters[from, to)`, at most one a word, in logical order. */
export function kashidaPoints(
  text: string,
  clusters: readonly Cluster[],
  from: number,
  to: number,
): KashidaPoint[] {
  const points: KashidaPoint[] = [];
  for (let i = from; i < to; ) {
    if (!isLetter(text, clusters[i]!)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < to && isLetter(text, clusters[end]!) && clusters[end]!.start === clusters[end - 1]!.end)
      end++;
    if (end - i >= MIN_LETTERS) {
      let best: KashidaPoint | undefined;
      for (let at = i + 1; at < end; at++) {
        const priority = priorityAt(text, clusters, at, end);
        if (priority > 0 && (!best || priority <= best.priority)) best = { at, priority };
      }
      if (best) points.push(best);
    }
    i = end;
  }
  return points;
}

function isLetter(text: string, cluster: Cluster): boolean {
  return (
    (cluster.level & 1) === 1 &&
    cluster.face.kashida &&
    /\p{Script=Arabic}|ـ/u.test(text[cluster.start] ?? '')
  );
}

/** How good a place the stroke before cluster `at` is, in a word that ends at `end`; 0 for none. */
function priorityAt(text: string, clusters: readonly Cluster[], at: number, end: number): number {
  const before = clusters[at - 1]!;
  const after = clusters[at]!;
  if (
    !after.tatweel ||
    before.face !== after.face ||
    before.size !== after.size ||
    before.level !== after.level
  )
    return 0;
  const left = text[after.start]!;
  const right = letterAt(text, before);
  const final = at === end - 1 || RIGHT_JOINING.test(left);
  if (right === TATWEEL || left === TATWEEL) return 1;
  if (SEEN_SAD.test(right)) return 2;
  if (final && FINAL_HEH_DAL.test(left)) return 3;
  if (final && FINAL_ALEF_KAF.test(left)) return 4;
  if (MEDIAL_BEH.test(left) && at === end - 2 && BEFORE_REH_YEH.test(text[clusters[at + 1]!.start]!))
    return 5;
  if (final && FINAL_WAW_FEH.test(left)) return 6;
  return 7;
}

/** The last base letter of a cluster: a ligature joins by its last one. */
function letterAt(text: string, cluster: Cluster): string {
  for (let i = cluster.end - 1; i > cluster.start; i--) if (/\p{L}/u.test(text[i]!)) return text[i]!;
  return text[cluster.start]!;
}

const advances = new WeakMap<Face, { readonly id: number; readonly advance: number }>();

/** The face's tatweel: its glyph and advance in font units; undefined when it has none of any width. */
export function tatweelOf(face: Face): { readonly id: number; readonly advance: number } | undefined {
  let tatweel = advances.get(face);
  if (!tatweel) {
    const id = nominalGlyph(face.harfbuzz, TATWEEL_CODE);
    tatweel = { id, advance: id === 0 ? 0 : face.advanceOf(id) };
    advances.set(face, tatweel);
  }
  return tatweel.advance > 0 ? tatweel : undefined;
}

/** The cluster with its stroke towards the next letter drawn out by `length` font units. */
export function stretched(cluster: Cluster, length: number): Cluster {
  const tatweel = tatweelOf(cluster.face);
  if (!tatweel) return cluster;
  // Strokes overlap evenly, which a level stroke hides; each is no further from the next than its own length.
  const count = Math.max(1, Math.ceil(length / tatweel.advance));
  const last = length - tatweel.advance;
  const strokes = Array.from({ length: count }, (_, i) => ({
    id: tatweel.id,
    x: count === 1 ? Math.round(last) : Math.round((last * i) / (count - 1)),
    y: 0,
  }));
  const perUnit = cluster.size / cluster.face.unitsPerEm;
  return {
    ...cluster,
    glyphs: [...strokes, ...cluster.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + length }))],
    advance: cluster.advance + length,
    width: cluster.width + length * perUnit,
  };
}
