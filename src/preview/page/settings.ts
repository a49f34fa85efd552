/** What somebody chose, kept in the browser; what is shown is in the address, so that it can be sent and opened again. */
import type { Zoom } from './pane/zoom.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  readonly theme?: Theme;
  /** Of the interface. */
  readonly language?: string;
  readonly zoom?: Zoom;
}

const KEY = 'bayan-preview';

/** None in a browser that keeps nothing. */
export function readSettings(): Settings {
  try {
    const settings: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof settings === 'object' && settings !== null ? settings : {};
  } catch {
    return {};
  }
}

export function keepSettings(changed: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readSettings(), ...changed }));
  } catch {
    // It holds as long as the page does.
  }
}

/** The documents on the two sides, from the part of the address behind `#`. */
export function readSides(): readonly (string | undefined)[] {
  const parts = new URLSearchParams(location.hash.slice(1));
  return [parts.get('show') ?? undefined, parts.get('beside') ?? undefined];
}

export function keepSides([show, beside]: readonly (string | undefined)[]): void {
  const parts = new URLSearchParams({ ...(show && { show }), ...(beside && { beside }) });
  // Safari throws at the hundredth call within some seconds, and states may come as fast as that.
  if (location.hash !== `#${parts}`) history.replaceState(null, '', `#${parts}`);
}
