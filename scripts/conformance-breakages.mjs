// Faults put into a good PDF on purpose. Each must fail by the rule that forbids it: a check that finds nothing wrong
// with these would prove nothing about the others.
import { Name, PdfString, Reference, readPdf, Stream, writePdf } from './conformance-pdf.mjs';

/** What is done to the file, and the rules of veraPDF (`flavour clause-test`) of which each must fail. */
export const BREAKAGES = [
  { name: 'nothing (the file taken apart and written again)', expect: [], change() {} },
  {
    name: 'the language of the document is not declared',
    expect: ['ua1 7.2-2', 'ua1 7.2-34'],
    change: (pdf) => delete pdf.root.Lang,
  },
  {
    name: 'a figure has no alternative text',
    expect: ['ua1 7.3-1'],
    change: (pdf) => delete first(pdf, 'Figure').Alt,
  },
  {
    name: 'text that is neither tagged nor an artifact',
    expect: ['ua1 7.1-3'],
    change: (pdf) => content(pdf, /\/Artifact <<\/Type\/Pagination[^>]*>> BDC([\s\S]*?)EMC/, '$1'),
  },
  {
    name: 'tagged text inside an artifact',
    expect: ['ua1 7.1-2'],
    change: (pdf) => content(pdf, /(\/P <<\/MCID \d+>> BDC[\s\S]*?EMC)/, '/Artifact BMC\n$1\nEMC'),
  },
  {
    name: 'a link says nothing about where it leads',
    expect: ['ua1 7.18.5-2'],
    change: (pdf) => delete link(pdf).Contents,
  },
  {
    name: 'a link is not in the tag tree as one',
    expect: ['ua1 7.18.5-1'],
    change: (pdf) => {
      for (const element of pdf.elements()) if (String(element.S) === 'Link') element.S = new Name('Span');
    },
  },
  {
    name: 'an annotation has no place in the tag tree',
    expect: ['ua1 7.18.5-1'],
    change: (pdf) => delete link(pdf).StructParent,
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
      for (const object of pdf.objects.values())
        if (String(object?.Subtype) === 'Type0') delete object.ToUnicode;
    },
  },
  {
    name: 'a font is not embedded',
    expect: ['ua1 7.21.4.1-1', '2a 6.2.11.4.1-1'],
    change: (pdf) => {
      for (const object of pdf.objects.values())
        if (String(object?.Type) === 'FontDescriptor') delete object.FontFile2;
    },
  },
  {
    name: 'no output intent for device colours',
    expect: ['2a 6.2.4.3-2'],
    change: (pdf) => delete pdf.root.OutputIntents,
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
      pdf.get(pdf.root.ViewerPreferences).DisplayDocTitle = false;
    },
  },
  {
    name: 'a table header does not say what it heads',
    expect: ['ua1 7.5-1'],
    change: (pdf) => {
      for (const element of pdf.elements()) if (String(element.S) === 'TH') delete element.A;
    },
  },
  {
    name: 'a footnote has no identifier',
    expect: ['ua1 7.9-1'],
    change: (pdf) => delete first(pdf, 'Note').ID,
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
    change: (pdf) => delete pdf.root.MarkInfo,
  },
  {
    name: 'an attached file in PDF/A-2',
    expect: ['2a 6.8-5'],
    change: (pdf) => attach(pdf),
  },
];

/** The broken file. */
export function breakPdf(bytes, { change }) {
  const pdf = readPdf(bytes);
  change(pdf);
  return writePdf(pdf);
}

function first(pdf, role) {
  for (const element of pdf.elements()) if (String(element.S) === role) return element;
  throw new Error(`the sample has no ${role}`);
}

function link(pdf) {
  return pdf.get(pdf.pages().flatMap((page) => page.Annots ?? [])[0]);
}

function replace(stream, pattern, text) {
  const before = stream.data.toString('latin1');
  const after = before.replace(pattern, text);
  if (before === after) throw new Error(`${pattern} is not in the sample`);
  stream.data = Buffer.from(after, 'latin1');
}

function content(pdf, pattern, text) {
  replace(pdf.get(pdf.pages()[0].Contents), pattern, text);
}

function metadata(pdf, pattern, text) {
  replace(pdf.get(pdf.root.Metadata), pattern, text);
}

function attach(pdf) {
  const id = Math.max(...pdf.objects.keys()) + 1;
  pdf.objects.set(id, new Stream({ Type: new Name('EmbeddedFile') }, Buffer.from('# Text\n')));
  pdf.objects.set(id + 1, {
    Type: new Name('Filespec'),
    F: new PdfString('text.md'),
    UF: new PdfString('text.md'),
    EF: { F: new Reference(id) },
  });
  pdf.get(pdf.root.Names).EmbeddedFiles = { Names: [new PdfString('text.md'), new Reference(id + 1)] };
}
