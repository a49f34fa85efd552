/**
 * Opened faces, one for each file and way of using it. They outlive a font book, so that a book made anew after a change
 * of its table finds those whose files are the same, and they are freed together.
 */
import { DiagnosticError } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../files/source-file.ts';
import { closeFace, type Face, openFace } from './face.ts';
import { embeddingBar } from './rights.ts';
import type { FaceEntry } from './table.ts';

export interface FaceRequest {
  /** Unique in a font book, for example `noto-naskh-arabic/700+bold`. */
  readonly id: string;
  /** The file's key in fonts.yaml: `400`, `700i`. */
  readonly key: string;
  readonly entry: FaceEntry;
  readonly syntheticBold: boolean;
}

export class FaceStore {
  readonly #faces = new Map<string, { readonly digest: string; readonly face: Face }>();

  /** Opens a face. Throws DiagnosticError: `font-corrupt`, `font-not-embeddable`. */
  open(file: SourceFile, request: FaceRequest): Face {
    const { id, entry } = request;
    const slot = JSON.stringify([file.path, id, entry.family, entry.scale, entry.kashida]);
    const before = this.#faces.get(slot);
    if (before?.digest === file.digest) return before.face;
    const face = openChecked(file, request);
    // The file as it was is nobody's any more.
    if (before) closeFace(before.face);
    this.#faces.set(slot, { digest: file.digest, face });
    return face;
  }

  /** Frees all faces; nothing can be shaped with them afterwards. */
  close(): void {
    for (const { face } of this.#faces.values()) closeFace(face);
    this.#faces.clear();
  }
}

function openChecked(file: SourceFile, { id, key, entry, syntheticBold }: FaceRequest): Face {
  const { family, scale = 1, kashida = false } = entry;
  const label = `the font "${family}" (${entry.files[key]})`;
  // A package's file is not the user's to look at.
  const span = entry.package ? undefined : { file: file.path };
  const corrupt = (reason: string): DiagnosticError =>
    new DiagnosticError('font-corrupt', span, `${label} cannot be read: ${reason}`, {
      hint: entry.package
        ? `install it again: npm install ${entry.package}`
        : 'put a sound copy of the file into fonts/',
    });
  let face: Face;
  try {
    face = openFace(file.bytes, { id, family, scale, kashida, syntheticBold, corrupt });
  } catch (error) {
    throw corrupt(error instanceof Error ? error.message : 'unknown fault');
  }
  const bar = face.source.isCFF
    ? 'has PostScript outlines, which Bayan does not embed'
    : embeddingBar(face.source.fsType);
  if (!bar) return face;
  closeFace(face);
  throw new DiagnosticError('font-not-embeddable', span, `${label} ${bar}`, {
    hint: face.source.isCFF
      ? 'use its TrueType version (.ttf)'
      : 'ask its maker for a licence that allows it, or choose another face',
  });
}
