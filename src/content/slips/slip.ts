/** A slip: text that its author meant as Markdown and that is printed as it stands. */
export interface Slip {
  /** Offset in the text. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What to type instead. */
  readonly hint: string;
}

/** Some of a text, for messages. */
export function shorten(text: string, length = 40): string {
  const line = text.split('\n', 1)[0]!;
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
