/** Templates that Bayan ships are compiled when it is bundled: they print what they print when compiled at run time. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { sha256 } from '../../src/files/source-file.ts';
import { findLanguage } from '../../src/language/language.ts';
import { applyTemplate, loadTemplates } from '../../src/template/apply.ts';
import { precompile } from '../../src/template/handlebars/compile.ts';
import { PRECOMPILED, type Precompiled } from '../../src/template/handlebars/precompiled.ts';
import { templateFolder } from '../../src/template/template-folder.ts';
import { BRAND, diagnostics, dump, sampleEdition } from './support.ts';

afterEach(() => shipped().clear());

/** What is empty when running from source. */
function shipped(): Map<string, Precompiled> {
  if (PRECOMPILED instanceof Map) return PRECOMPILED;
  throw new Error('it is a map');
}

function apply(kind: string, root = 'bayan:templates'): string {
  const report = new Report();
  const { templates, strings } = loadTemplates([templateFolder(new ProjectFiles(process.cwd()), root)]);
  const edition = sampleEdition({ kinds: [kind] });
  const language = findLanguage(edition.lang)!;
  const tree = applyTemplate({ edition, kind, templates, strings, brand: BRAND, language }, report);
  return tree ? dump(tree.root) : diagnostics(report);
}

/** As scripts/bundle.mjs does. */
function shipCompiled(path: string, used: () => void): void {
  const text = readFileSync(path, 'utf8');
  const specification = new Function(`return ${precompile(text)}`)() as Precompiled;
  shipped().set(sha256(text), (file, number) => {
    used();
    return specification(file, number);
  });
}

describe('templates that were compiled when Bayan was bundled', () => {
  it.each(['brief', 'flyer'])('prints the same %s, at the same places', (kind) => {
    const before = apply(kind);
    const used = vi.fn();
    shipCompiled(`templates/${kind}.hbs`, used);
    for (const partial of readdirSync('templates/partials'))
      shipCompiled(`templates/partials/${partial}`, used);
    expect(apply(kind)).toBe(before);
    expect(used.mock.calls.length).toBeGreaterThan(1);
  });

  it('names the file that a copy of them is in', () => {
    shipCompiled('templates/brief.hbs', () => {});
    expect(apply('brief', 'templates')).toMatch(/^document .*@brief:\d+:1$/m);
  });
});
