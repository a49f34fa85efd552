/** How the name of a field is written in YAML that people type: front matter, and a template's declaration of it. */

/** Source of a regular expression with the `u` flag: letters of any script with their marks, digits, “-” and “_”. */
export const FIELD_NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_-]*`;
