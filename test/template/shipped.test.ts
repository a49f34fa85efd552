/**
 * Templates that Bayan ships are checked and compiled when it is bundled: they print what they print when that is done in
 * the build, and a project that changes one of them is checked like any other.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { findLanguage } from '../../src/language/language.ts';
import { applyTemplate, loadTemplates, type TemplateRoot } from '../../src/template/apply.ts';
import { shipTemplates } from '../../src/template/handlebars/ship.ts';
import { SHIPPED, type ShippedTemplate } from '../../src/template/handlebars/shipped.ts';
import { templateFolder } from '../../src/template/template-folder.ts';
import { BRAND, diagnostics, dump, memoryRoot, sampleEdition } from './support.ts';

const own = templateFolder(new ProjectFiles(process.cwd()), 'bayan:templates');

afterEach(() => shipped().clear());

/** What is empty when running from source. */
function shipped(): Map<string, ShippedTemplate> {
  if (SHIPPED instanceof Map) return SHIPPED;
  throw new Error('it is a map');
}

/** As in the bundle; gives the files that are then run as they were compiled ahead. */
function ship(): readonly string[] {
  const script = `${shipTemplates(own).replace('export const', 'const')}; return SHIPPED;`;
  const used: string[] = [];
  for (const [digest, template] of new Function(script)() as typeof SHIPPED)
    shipped().set(digest, {
      ...template,
      compiled: (file, number) => {
        used.push(file);
        return template.compiled(file, number);
      },
    });
  return used;
}

function apply(kind: string, ...roots: readonly TemplateRoot[]): string {
  const report = new Report();
  const { templates, strings } = loadTemplates(roots);
  const edition = sampleEdition({ kinds: [kind] });
  const language = findLanguage(edition.lang)!;
  const tree = applyTemplate({ edition, kind, templates, strings, brand: BRAND, language }, report);
  return tree ? dump(tree.root) : diagnostics(report);
}

describe('templates that were compiled when Bayan was bundled', () => {
  it.each(['brief', 'flyer'])('print the same %s, at the same places', (kind) => {
    const before = apply(kind, own);
    const used = ship();
    expect(apply(kind, own)).toBe(before);
    expect(used).toContain(`bayan/templates/${kind}.hbs`);
    expect(used).toContain('bayan/templates/partials/translation-mark.hbs');
  });

  it.each(loadTemplates([own]).templates.kinds)('print the same fields of a %s', (kind) => {
    const before = loadTemplates([own]).templates.printedFields(kind);
    ship();
    expect(loadTemplates([own]).templates.printedFields(kind)).toEqual(before);
  });

  it('name the file that a copy of them is in', () => {
    ship();
    const copy = templateFolder(new ProjectFiles(process.cwd()), 'templates');
    expect(apply('brief', copy)).toMatch(/^document .* @brief:\d+:1$/m);
  });

  it.each([
    [
      'a partial',
      { 'partials/call-to-action.hbs': '<text>{{titel}}</text>' },
      'templates/partials/call-to-action.hbs:1:9',
    ],
    [
      'a partial of another’s name',
      { 'partials/call-to-action.hbs': own.read('partials/folio.hbs', new Report())! },
      '',
    ],
    [
      'the template',
      { 'flyer.hbs': '<document margin="0"><text>{{titel}}</text></document>' },
      'templates/flyer.hbs:1:30',
    ],
  ])('are checked in the build where a project has %s of its own', (_, files, fault) => {
    const project = memoryRoot('templates', files);
    const before = apply('flyer', project, own);
    expect(before).toContain(fault);
    ship();
    expect(apply('flyer', project, own)).toBe(before);
  });
});
