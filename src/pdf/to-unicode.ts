/** Character codes of embedded fonts, and the map that tells a reader what text each of them stands for. */

/** A code of two bytes, in hexadecimal. */
export function characterCode(value: number): string {
  return value.toString(16).padStart(4, '0');
}

/** A ToUnicode CMap (ISO 32000-1 9.10.3) for codes 1, 2, 3 … */
export function toUnicodeCMap(texts: readonly string[]): string {
  const blocks: string[] = [];
  for (let i = 0; i < texts.length; i += 100) {
    const part = texts.slice(i, i + 100);
    const lines = part.map(
      (text, k) =>
        `<${characterCode(i + k + 1)}> <${Array.from({ length: text.length }, (_, u) => characterCode(text.charCodeAt(u))).join('')}>`,
    );
    blocks.push(`${part.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
