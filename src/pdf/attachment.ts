/** A file inside the PDF: an associated file of the document, as PDF/A-3 has it (ISO 19005-3 6.8 and annex E). */
import type { CatalogWriter, PdfReference } from './embedded-font.ts';

export interface Attachment {
  /** File name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** MIME type, for example `text/markdown`. */
  readonly mediaType: string;
  readonly modified: Date;
  readonly description: string;
  /** What the file is to the document. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

/** Writes the file and associates it with the document; returns its file specification for the name tree. */
export function attachFile(target: CatalogWriter, attachment: Attachment): PdfReference {
  const { bytes, modified } = attachment;
  const stream = target.ref({
    Type: 'EmbeddedFile',
    Subtype: attachment.mediaType.replaceAll('/', '#2F'),
    Params: { Size: bytes.length, ModDate: modified },
  });
  stream.end(bytes);
  const name = new String(attachment.name);
  const specification = target.ref({
    Type: 'Filespec',
    F: name,
    UF: name,
    Desc: new String(attachment.description),
    AFRelationship: attachment.relationship,
    EF: { F: stream, UF: stream },
  });
  specification.end();
  target._root.data.AF = [specification];
  return specification;
}
