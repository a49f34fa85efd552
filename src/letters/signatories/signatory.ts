/** Who has signed a text. Of those who must not be named there is a number, and nothing else. */
export const SIGNATORY_KINDS = ['organisation', 'person'] as const;
export type SignatoryKind = (typeof SIGNATORY_KINDS)[number];

export interface Signatory {
  readonly kind: SignatoryKind;
  /** Of the organisation, or of the person. */
  readonly name: string;
  /** That a person holds. */
  readonly office?: string;
  /** That a person is of. */
  readonly organisation?: string;
  /** As it is written in the list: a name, or a code of ISO 3166. */
  readonly country?: string;
}

export interface SignatoryList {
  /** As diagnostics print it. */
  readonly file: string;
  /** Those who may be named, in the order of the list. */
  readonly named: readonly Signatory[];
  /** How many have signed and must not be named. */
  readonly withheld: Readonly<Record<SignatoryKind, number>>;
}

/** How many of a kind have signed, with those who must not be named. */
export function countOf({ named, withheld }: SignatoryList, kind: SignatoryKind): number {
  return withheld[kind] + named.filter((one) => one.kind === kind).length;
}
