/**
 * What `bayan fonts` and `bayan doctor` are told about fonts: one row for each language and role, filled in by ./survey.ts.
 */
import type { FontRole } from './face-wish.ts';

export interface FontRow {
  /** Canonical BCP 47 tag. */
  readonly language: string;
  readonly role: FontRole;
  /** Family name, for example `Noto Naskh Arabic`; undefined when fonts.yaml has none for the script. */
  readonly face?: string;
  /** npm package; undefined for a file in fonts/. */
  readonly package?: string;
  readonly installed: boolean;
  /** Whether the font allows embedding (OS/2 fsType); undefined when it is not installed. */
  readonly embeddable?: boolean;
  /** Weights and slants there are, as fonts.yaml names them: `400`, `700`, `400i`. */
  readonly weights: readonly string[];
  /** Characters the language needs and no face has. */
  readonly missing: readonly string[];
  /** What to type to get what is missing: `npm install …`. */
  readonly command?: string;
}

export type FontReport = readonly FontRow[];

/** Whether a language can be set in this role. */
export function isReady(row: FontRow): boolean {
  return row.installed && row.embeddable !== false && row.missing.length === 0;
}
