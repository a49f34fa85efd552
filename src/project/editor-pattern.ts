/** Addresses that open a place of a file in an editor, after the pattern that bayan.yaml gives: see `editor` in ./config.ts. */

export const DEFAULT_EDITOR = 'vscode://file/{path}:{line}:{column}';

/** What a browser would run, show or fetch itself; an address of an editor is handed on to another program. */
const OF_BROWSERS: ReadonlySet<string> = new Set([
  ...['about', 'blob', 'data', 'file', 'filesystem', 'ftp', 'http', 'https', 'javascript', 'livescript'],
  ...['mailto', 'vbscript', 'view-source', 'ws', 'wss'],
]);

/** Whether an address made after it goes to another program than the browser, and names the file. */
export function isEditorPattern(pattern: string): boolean {
  // A browser forgives line breaks and control characters inside the name of a scheme.
  if (/[\s\0-\x1f\x7f"'<>`\\]/.test(pattern)) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(pattern)?.[1];
  return scheme !== undefined && !OF_BROWSERS.has(scheme.toLowerCase()) && pattern.includes('{path}');
}

export interface EditorPlace {
  /** Absolute path of the file. */
  readonly path: string;
  /** From 1; the beginning of the file when left out. */
  readonly line?: number;
  readonly column?: number;
}

/** The address of a place. `{path}` is absolute, encoded, and begins with one `/` wherever the pattern has one before it. */
export function editorLink(pattern: string, { path, line = 1, column = 1 }: EditorPlace): string {
  const way = path.replaceAll('\\', '/').split('/').map(encodePart).join('/');
  const values: Readonly<Record<string, string>> = { line: String(line), column: String(column) };
  return pattern
    .replace(/(:\/\/|\/)?\{path\}/g, (_, before: string | undefined) => {
      if (before === undefined) return way;
      return `${before === '/' ? '' : before}/${way.replace(/^\//, '')}`;
    })
    .replace(/\{(line|column)\}/g, (_, name: string) => values[name]!);
}

/** `C:` stays as it is. */
const encodePart = (part: string): string =>
  /^[a-z]:$/i.test(part)
    ? part
    : encodeURIComponent(part).replace(
        /['()*]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      );
