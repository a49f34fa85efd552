/** What YAML does with a text that stands without its quotation marks: curly ones are printed, and what follows “ #” is lost. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../files/yaml-complaints.ts';
import type { YamlDocument } from '../../files/yaml-document.ts';
import { type FieldPath, fieldName } from './field-path.ts';

/** Curly quotation marks around all of a value, which an editor has put where straight ones were typed. */
const CURLY = /^[“”„‟‘]([^“”„‟]*)[“”‟’]$/su;

/** The text between curly quotation marks that stand around all of it. */
export function betweenCurly(text: string): string | undefined {
  return CURLY.exec(text)?.[1];
}

/** Warns of a text that is read, and not as its author sees it in the file. */
export function warnOfUnquoted(text: string, path: FieldPath, yaml: YamlDocument, report: Report): void {
  const span = yaml.span(path);
  const at = yaml.map(path).at(0);
  // Within quotation marks of YAML, or on lines of its own, everything is text.
  if (span.line !== at.line || span.column !== at.column) return;
  const inner = betweenCurly(text);
  if (inner !== undefined) {
    const message = `the quotation marks around ${fieldName(path)} are printed: YAML takes only straight ones for its own`;
    // Signs of YAML begin nothing else, and no text with “: ” in it is read without quotation marks.
    const plain = /^[\p{L}\p{N}]/u.test(inner) ? inner : quote(inner);
    report.warning('yaml-quotes', span, message, {
      hint: `write ${plain} – or, to print them, "“${inner}”"`,
    });
  }
  // A remark begins with a sign and a space, `# like this`.
  const lost = /^[ \t]+(#[^\s#].*)/.exec(yaml.after(path))?.[1]?.trimEnd();
  if (lost !== undefined)
    report.warning('yaml-remark', span, `“${lost}” is not read: “#” behind a space begins a remark`, {
      hint: `write ${quote(`${text} ${lost}`)}`,
    });
}
