/** Which documents are shown: one, or two side by side. */
import type { PreviewDocument, PreviewState, Publication } from '../protocol.ts';

export interface Side {
  readonly publication: Publication;
  readonly document: PreviewDocument;
}

/**
 * By its id; when it is no longer there, what stands nearest: of its publication, its kind, its language.
 *
 * @param other id of what is on the other side, which is not shown twice instead
 */
export function findSide(
  { publications }: PreviewState,
  id: string | undefined,
  other?: string,
): Side | undefined {
  const [slug, lang, kind] = id?.split('/') ?? [];
  let found: Side | undefined;
  let most = -1;
  for (const publication of publications) {
    for (const document of publication.documents) {
      if (document.id === other && id !== other) continue;
      const [itsSlug, itsLang, itsKind] = document.id.split('/');
      const near =
        (itsSlug === slug ? 8 : 0) +
        (itsKind === kind ? 4 : 0) +
        (itsLang === lang ? 2 : 0) +
        (document.lang === publication.source ? 1 : 0);
      if (near > most) {
        found = { publication, document };
        most = near;
      }
    }
  }
  return found;
}

/** What is best shown beside a document: the source it is translated from, or the next language of the same kind. */
export function besideOf({ publication, document }: Side): PreviewDocument | undefined {
  const same = publication.documents.filter(({ kind }) => kind === document.kind);
  const source = same.find(({ lang }) => lang === publication.source);
  if (source && source.id !== document.id) return source;
  const all = same.length > 1 ? same : publication.documents;
  const at = all.findIndex(({ id }) => id === document.id);
  return all.length > 1 ? all[(at + 1) % all.length] : undefined;
}
