/**
 * Templates that Bayan ships, compiled when it was bundled, so that no build waits for Handlebars' compiler. Empty in the
 * source: scripts/bundle.mjs puts what ./compile.ts makes of each here.
 */

/** What Handlebars runs, for a template whose file has this name and this number in marks. */
export type Precompiled = (file: string, number: number) => TemplateSpecification;

/** By the SHA-256 of the file. */
export const PRECOMPILED: ReadonlyMap<string, Precompiled> = new Map();
