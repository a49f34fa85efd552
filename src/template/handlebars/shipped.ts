/**
 * Templates that Bayan ships, checked and compiled when it was bundled, so that no build waits for Handlebars. Empty in the
 * source: scripts/bundle.mjs puts here what ./ship.ts makes of each.
 */
import type { PrintedField } from './printed.ts';

export interface ShippedTemplate {
  /** What Handlebars runs, for a template whose file has this name and this number in marks. */
  readonly compiled: (file: string, number: number) => TemplateSpecification;
  /** Of the template of a kind: what checking it has found. */
  readonly checked?: CheckedTemplate;
}

/** Holds while the template has the same partials, and the same fields are declared for it. */
export interface CheckedTemplate {
  /** As JSON. */
  readonly fields: string;
  /** By name, the SHA-256 of each that is included. */
  readonly partials: Readonly<Record<string, string>>;
  readonly printed: readonly PrintedField[];
}

/** By the SHA-256 of the file. */
export const SHIPPED: ReadonlyMap<string, ShippedTemplate> = new Map();
