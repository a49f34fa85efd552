/** What a document says of itself as a whole. */

export interface Metadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, from front matter: the only clock in the file. */
  readonly date: string;
}

/** The first moment, UTC, of a date of year, month or day precision. */
export function firstMoment(date: string): Date {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}
