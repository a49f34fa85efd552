/** What can be painted on: a page, or a form (ISO 32000-1 8.10), a piece of content that pages draw as one. */
import type { Box } from '../document/path.ts';
import type { Face } from '../fonts/face.ts';
import type { EmbeddedFont, ObjectWriter, PdfReference } from './embedded-font.ts';

export interface Canvas {
  addContent(operators: string): unknown;
  /** The embedded font of a face, its name among the resources. */
  fontFor(face: Face): EmbeddedFont;
}

/** What a form needs of its file. */
export interface FormWriter extends ObjectWriter {
  embeddedFont(face: Face): EmbeddedFont;
  fontReference(font: EmbeddedFont): PdfReference;
}

type Kind = 'XObject' | 'ExtGState' | 'Pattern' | 'Shading';

/** The letter that names of resources of a kind begin with. */
const PREFIXES: Readonly<Record<Kind, string>> = { XObject: 'X', ExtGState: 'G', Pattern: 'P', Shading: 'S' };

export class FormCanvas implements Canvas {
  readonly #file: FormWriter;
  readonly #content: string[] = [];
  readonly #fonts: Record<string, PdfReference> = {};
  readonly #resources = new Map<Kind, Map<string, { readonly name: string; readonly value: unknown }>>();

  constructor(file: FormWriter) {
    this.#file = file;
  }

  addContent(operators: string): void {
    this.#content.push(operators);
  }

  fontFor(face: Face): EmbeddedFont {
    const font = this.#file.embeddedFont(face);
    this.#fonts[font.name] ??= this.#file.fontReference(font);
    return font;
  }

  /** The name of a resource, given once for the same `key`. */
  resource(kind: Kind, key: string, make: () => unknown): string {
    let named = this.#resources.get(kind);
    if (!named) {
      named = new Map();
      this.#resources.set(kind, named);
    }
    const before = named.get(key);
    if (before) return before.name;
    const name = `${PREFIXES[kind]}${named.size + 1}`;
    named.set(key, { name, value: make() });
    return name;
  }

  /** Writes it as a form, painted as a whole before it meets what is below when `group` names the colours it mixes in. */
  endForm(box: Box, group?: 'DeviceRGB' | 'DeviceGray'): PdfReference {
    return this.#end({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [box[0], box[1], box[0] + box[2], box[1] + box[3]],
      ...(group && { Group: { S: 'Transparency', CS: group, I: true } }),
    });
  }

  /** Writes it as a tile that is laid side by side (8.7.3). */
  endTile(box: Box, matrix: readonly number[]): PdfReference {
    return this.#end({
      Type: 'Pattern',
      PatternType: 1,
      PaintType: 1,
      TilingType: 1,
      BBox: [box[0], box[1], box[0] + box[2], box[1] + box[3]],
      XStep: box[2],
      YStep: box[3],
      Matrix: [...matrix],
    });
  }

  #end(entries: Record<string, unknown>): PdfReference {
    const resources: Record<string, unknown> = {};
    if (Object.keys(this.#fonts).length > 0) resources.Font = this.#fonts;
    for (const [kind, named] of this.#resources)
      resources[kind] = Object.fromEntries([...named.values()].map(({ name, value }) => [name, value]));
    const reference = this.#file.ref({ ...entries, Resources: resources });
    // A stream of nothing is still a stream.
    reference.end(Buffer.from(`${this.#content.join('\n')}\n`, 'latin1'));
    return reference;
  }
}
