/** PDF/UA-1 (ISO 14289-1): the identification (clause 5); structure, languages and links are met by composition and painting. */
import type { Standard } from './standard.ts';

export const PDF_UA_1: Standard = { name: 'PDF/UA-1', xmp: { pdfUa: 1 } };
