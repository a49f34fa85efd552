/** How large pages are shown. */

/** To the width or the whole of the view, or in percent of the printed size. */
export type Zoom = 'width' | 'page' | number;

export interface Room {
  /** px of the view, without what is left free around pages. */
  readonly width: number;
  readonly height: number;
}

/** CSS has 96 px for 72 pt. */
const PX_PER_PT = 96 / 72;
const STEPS = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];
const LEAST = 10;
const MOST = 500;

/** px for each pt, for pages of which the largest is so wide and high (pt). */
export function scaleOf(
  zoom: Zoom,
  page: { readonly width: number; readonly height: number },
  room: Room,
): number {
  if (typeof zoom === 'number') return (zoom / 100) * PX_PER_PT;
  const byWidth = room.width / page.width;
  return Math.max(0.05, zoom === 'width' ? byWidth : Math.min(byWidth, room.height / page.height));
}

export function percentOf(scale: number): number {
  return (scale / PX_PER_PT) * 100;
}

/** The next step up or down from a scale. */
export function stepped(scale: number, up: boolean): number {
  const percent = Math.round(percentOf(scale));
  const next = up ? STEPS.find((step) => step > percent) : STEPS.findLast((step) => step < percent);
  return next ?? (up ? Math.max(percent, STEPS.at(-1)!) : Math.min(percent, STEPS[0]!));
}

/** As a wheel or two fingers turn it; `delta` in the px of a wheel event. */
export function turned(scale: number, delta: number): number {
  return Math.min(MOST, Math.max(LEAST, percentOf(scale) * Math.exp(-delta / 400)));
}
