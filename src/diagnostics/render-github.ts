/**
 * Diagnostics as annotations of GitHub Actions, which shows each at its line of a pull request.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';

/**
 * One line for each, sorted by place; ends without a newline.
 *
 * @param folder of the project in the repository, with `/` separators; empty when it is the repository
 */
export function renderGithub(diagnostics: readonly Diagnostic[], folder = ''): string {
  return [...diagnostics]
    .sort(compareDiagnostics)
    .map(({ severity, code, message, span, hint, detail }) => {
      const file = span && (folder === '' ? span.file : `${folder}/${span.file}`);
      const end =
        span?.column !== undefined && span.length !== undefined ? span.column + span.length : undefined;
      const properties = Object.entries({
        file,
        line: span?.line,
        col: span?.column,
        endColumn: end,
        title: code,
      }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]));
      const text = [message, detail?.trim(), hint && `hint: ${hint}`].filter(Boolean).join('\n');
      return `::${severity} ${properties.join(',')}::${data(text)}`;
    })
    .join('\n');
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
