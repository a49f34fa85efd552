/**
 * Faults put into a good PDF on purpose. Each must fail by the rule that forbids it: a check that finds nothing wrong
 * with these would prove nothing about the others.
 */
import {
  type Dictionary,
  isDictionary,
  Name,
  type PdfObjects,
  PdfString,
  type PdfValue,
  Reference,
  Stream,
} from '../../src/pdf/inspect/objects.ts';
import { readPdf } from '../../src/pdf/inspect/read.ts';
import { writePdf } from './write.ts';

export interface Breakage {
  readonly name: string;
  /** Rules of veraPDF (`flavour clause-test`) of which each must fail. */
  readonly expect: readonly string[];
  change(pdf: PdfObjects): void;
}

export const BREAKAGES: readonly Breakage[] = [
  { name: 'nothing (the file taken apart and written again)', expect: [], change() {} },
  {
    name: 'the language of the document is not declared',
    expect: ['ua1 7.2-2', 'ua1 7.2-34'],
    change: (pdf) => {
      delete pdf.root.Lang;
    },
  },
  {
    name: 'a figure has no alternative text',
    expect: ['ua1 7.3-1'],
    change: (pdf) => {
      delete first(pdf, 'Figure').Alt;
    },
  },
  {
    name: 'text that is neither tagged nor an artifact',
    expect: ['ua1 7.1-3'],
    change: (pdf) => content(pdf, /\/Artifact<<\/Type\/Pagination[^>]*>>BDC([\s\S]*?)EMC/, '$1'),
  },
  {
    name: 'tagged text inside an artifact',
    expect: ['ua1 7.1-2'],
    change: (pdf) => content(pdf, /(\/P<<\/MCID \d+>>BDC[\s\S]*?EMC)/, '/Artifact BMC\n$1\nEMC'),
  },
  {
    name: 'a link says nothing about where it leads',
    expect: ['ua1 7.18.5-2'],
    change: (pdf) => {
      delete link(pdf).Contents;
    },
  },
  {
    name: 'a link is not in the tag tree as one',
    expect: ['ua1 7.18.5-1'],
    change: (pdf) => {
      for (const element of pdf.elements()) if (pdf.name(element.S) === 'Link') element.S = new Name('Span');
    },
  },
  {
    name: 'an annotation has no place in the tag tree',
    expect: ['ua1 7.18.5-1'],
    change: (pdf) => {
      delete link(pdf).StructParent;
    },
  },
  {
    name: 'a heading level is skipped',
    expect: ['ua1 7.4.2-1'],
    change: (pdf) => {
      first(pdf, 'H2').S = new Name('H3');
    },
  },
  {
    name: 'the metadata do not say PDF/UA',
    expect: ['ua1 5-1'],
    change: (pdf) => metadata(pdf, /<pdfuaid:part>1<\/pdfuaid:part>/, ''),
  },
  {
    name: 'the metadata say another level of PDF/A',
    expect: ['2a 6.6.4-3'],
    change: (pdf) => metadata(pdf, /<pdfaid:conformance>A</, '<pdfaid:conformance>Z<'),
  },
  {
    name: 'a property of the metadata has no schema',
    expect: ['2a 6.6.2.3.1-1'],
    change: (pdf) => metadata(pdf, /<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>/, ''),
  },
  {
    name: 'a font cannot be turned back into text',
    expect: ['ua1 7.21.7-1', '2a 6.2.11.7.2-1'],
    change: (pdf) => {
      for (const font of dictionaries(pdf)) if (pdf.name(font.Subtype) === 'Type0') delete font.ToUnicode;
    },
  },
  {
    name: 'a font is not embedded',
    expect: ['ua1 7.21.4.1-1', '2a 6.2.11.4.1-1'],
    change: (pdf) => {
      for (const font of dictionaries(pdf))
        if (pdf.name(font.Type) === 'FontDescriptor') delete font.FontFile2;
    },
  },
  {
    name: 'no output intent for device colours',
    expect: ['2a 6.2.4.3-2'],
    change: (pdf) => {
      delete pdf.root.OutputIntents;
    },
  },
  {
    name: 'CMYK in a file of RGB',
    expect: ['2a 6.2.4.3-3'],
    change: (pdf) => content(pdf, /[\d.]+ [\d.]+ [\d.]+ rg/, '0 0 0 1 k'),
  },
  {
    name: 'the title bar does not show the title',
    expect: ['ua1 7.1-10'],
    change: (pdf) => {
      pdf.dictionary(pdf.root.ViewerPreferences).DisplayDocTitle = false;
    },
  },
  {
    name: 'a table header does not say what it heads',
    expect: ['ua1 7.5-1'],
    change: (pdf) => {
      for (const element of pdf.elements()) if (pdf.name(element.S) === 'TH') delete element.A;
    },
  },
  {
    name: 'a footnote has no identifier',
    expect: ['ua1 7.9-1'],
    change: (pdf) => {
      delete first(pdf, 'Note').ID;
    },
  },
  {
    name: 'a list item outside a list',
    expect: ['ua1 7.2-17'],
    change: (pdf) => {
      first(pdf, 'L').S = new Name('Sect');
    },
  },
  {
    name: 'the tab key does not follow the tag tree',
    expect: ['ua1 7.18.3-1'],
    change: (pdf) => {
      for (const page of pdf.pages()) delete page.Tabs;
    },
  },
  {
    name: 'the file is not marked as tagged',
    expect: ['ua1 6.2-1', '2a 6.7.2.2-1'],
    change: (pdf) => {
      delete pdf.root.MarkInfo;
    },
  },
  {
    name: 'an attached file in PDF/A-2',
    expect: ['2a 6.8-5'],
    change: (pdf) => attach(pdf),
  },
];

/** The broken file. */
export function breakPdf(bytes: Uint8Array, { change }: Breakage): Buffer {
  const pdf = readPdf(bytes);
  change(pdf);
  return writePdf(pdf);
}

const dictionaries = (pdf: PdfObjects): Dictionary[] => [...pdf.objects.values()].filter(isDictionary);

function first(pdf: PdfObjects, role: string): Dictionary {
  for (const element of pdf.elements()) if (pdf.name(element.S) === role) return element;
  throw new Error(`the sample has no ${role}`);
}

function link(pdf: PdfObjects): Dictionary {
  return pdf.dictionary(pdf.pages().flatMap((page) => pdf.array(page.Annots))[0]);
}

function replace(stream: PdfValue, pattern: RegExp, text: string): void {
  if (!(stream instanceof Stream)) throw new Error(`there is no stream to look for ${pattern} in`);
  const before = stream.data.toString('latin1');
  const after = before.replace(pattern, text);
  if (before === after) throw new Error(`${pattern} is not in the sample`);
  stream.data = Buffer.from(after, 'latin1');
}

function content(pdf: PdfObjects, pattern: RegExp, text: string): void {
  replace(pdf.get(pdf.pages()[0]?.Contents), pattern, text);
}

function metadata(pdf: PdfObjects, pattern: RegExp, text: string): void {
  replace(pdf.get(pdf.root.Metadata), pattern, text);
}

function attach(pdf: PdfObjects): void {
  const id = Math.max(...pdf.objects.keys()) + 1;
  pdf.objects.set(id, new Stream({ Type: new Name('EmbeddedFile') }, Buffer.from('# Text\n')));
  pdf.objects.set(id + 1, {
    Type: new Name('Filespec'),
    F: new PdfString('text.md'),
    UF: new PdfString('text.md'),
    EF: { F: new Reference(id) },
  });
  const attached = { Names: [new PdfString('text.md'), new Reference(id + 1)] };
  pdf.dictionary(pdf.root.Names).EmbeddedFiles = attached;
}
