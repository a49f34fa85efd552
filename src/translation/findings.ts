/** What a check has found, with the severity that bayan.yaml gives to checks of its kind. */
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { CheckSettings } from '../project/config.ts';

export class Findings {
  readonly #settings: CheckSettings;
  readonly #report: Report;

  constructor(settings: CheckSettings, report: Report) {
    this.#settings = settings;
    this.#report = report;
  }

  /** Whether a kind of check is wanted at all. */
  wants(check: keyof CheckSettings): boolean {
    return this.#settings[check] !== 'off';
  }

  tell(
    check: keyof CheckSettings,
    code: DiagnosticCode,
    span: SourceSpan,
    message: string,
    more: Pick<Diagnostic, 'hint' | 'detail'> = {},
  ): void {
    const severity = this.#settings[check];
    if (severity !== 'off') this.#report.add({ severity, code, message, span, ...more });
  }
}

/** `content/a/en.md:53:1`, in a message about another place. */
export function placeOf({ file, line, column }: SourceSpan): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

const SHOWN = 60;

/** The beginning of a text, between quotation marks. */
export function quoted(text: string): string {
  const letters = [...text];
  return `“${letters.length > SHOWN ? `${letters.slice(0, SHOWN - 1).join('')}…` : text}”`;
}
