/** Bayan's own templates as a script, for scripts/bundle.mjs: what stands in ./shipped.ts once Bayan is bundled. */
import { Report } from '../../diagnostics/diagnostic.ts';
import { sha256 } from '../../files/source-file.ts';
import { loadTemplates, type TemplateRoot } from '../load.ts';
import { compileAhead } from './compile.ts';
import type { CheckedTemplate } from './shipped.ts';

/** An ES module. Throws where a template has a fault. */
export function shipTemplates(root: TemplateRoot): string {
  const { templates } = loadTemplates([root]);
  const read = (path: string): string => root.read(path, new Report()) ?? '';
  const kinds = templates.kinds.map((kind) => {
    const report = new Report();
    if (!templates.check(kind, report) || report.diagnostics.length > 0)
      throw new Error(
        `templates/${kind}.hbs: ${report.diagnostics.map(({ message }) => message).join(', ')}`,
      );
    const partials = templates.partialsOf(kind).map((name) => [name, sha256(read(`partials/${name}.hbs`))]);
    return row(read(`${kind}.hbs`), {
      fields: JSON.stringify(templates.kindFields.fieldsOf(kind)),
      partials: Object.fromEntries(partials),
      printed: templates.printedFields(kind) ?? [],
    });
  });
  const partials = root.list('partials', new Report()).map((file) => row(read(`partials/${file}`)));
  return `export const SHIPPED = new Map([${[...kinds, ...partials].join(',\n')}]);`;
}

function row(text: string, checked?: CheckedTemplate): string {
  const found = checked ? `, checked: ${JSON.stringify(checked)}` : '';
  return `["${sha256(text)}", { compiled: ${compileAhead(text)}${found} }]`;
}
