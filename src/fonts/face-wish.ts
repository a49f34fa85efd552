/** What text asks of a face: the border to whoever sets it. Styles of a document have these properties among others. */

/** The part that type plays on a page. */
export type FontRole = 'serif' | 'sans' | 'display' | 'mono';

export interface FaceWish {
  readonly role: FontRole;
  readonly weight: 400 | 700;
  readonly italic: boolean;
}
