/**
 * The XMP packet of a PDF: the same facts as the information dictionary, and the standards the file keeps.
 */
export interface XmpFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly producer: string;
  readonly lang: string;
  /** ISO 8601 with a zone. */
  readonly date: string;
  readonly pdfUa?: 1;
  readonly pdfA?: { readonly part: number; readonly conformance: string };
}

/** Text of an XML element. pdfkit writes it unescaped, which breaks the packet at the first `&`. */
export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** The whole packet (ISO 16684-1), with the extension schema that PDF/A demands for pdfuaid (ISO 19005-2 6.6.2.3). */
export function xmpPacket(facts: XmpFacts): string {
  const text = (value: string) => escapeXml(value);
  const alternatives = (value: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${text(value)}</rdf:li><rdf:li xml:lang="${text(facts.lang)}">${text(value)}</rdf:li></rdf:Alt>`;
  const descriptions = [
    `<dc:format>application/pdf</dc:format><dc:title>${alternatives(facts.title)}</dc:title>`,
    facts.author && `<dc:creator><rdf:Seq><rdf:li>${text(facts.author)}</rdf:li></rdf:Seq></dc:creator>`,
    facts.subject && `<dc:description>${alternatives(facts.subject)}</dc:description>`,
    `<dc:language><rdf:Bag><rdf:li>${text(facts.lang)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${facts.date}</xmp:CreateDate><xmp:ModifyDate>${facts.date}</xmp:ModifyDate><xmp:CreatorTool>${text(facts.producer)}</xmp:CreatorTool>`,
    `<pdf:Producer>${text(facts.producer)}</pdf:Producer>`,
    facts.keywords && `<pdf:Keywords>${text(facts.keywords)}</pdf:Keywords>`,
    facts.pdfUa && `<pdfuaid:part>${facts.pdfUa}</pdfuaid:part>`,
    facts.pdfA &&
      `<pdfaid:part>${facts.pdfA.part}</pdfaid:part><pdfaid:conformance>${facts.pdfA.conformance}</pdfaid:conformance>`,
    facts.pdfA && facts.pdfUa && PDFUA_EXTENSION,
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
${descriptions.filter(Boolean).join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

const PDFUA_EXTENSION = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>`;
