/** Where templates come from, and what happens when they are missing, shadowed, changed in kind, or run away. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { findLanguage } from '../../src/language/language.ts';
import {
  applyTemplate,
  loadTemplates,
  type TemplateLibrary,
  templateFolder,
} from '../../src/template/apply.ts';
import { applyFiles, BRAND, diagnostics, dump, memoryRoot, sampleEdition } from './support.ts';

function apply(library: TemplateLibrary, kind: string, report = new Report()): string {
  const edition = sampleEdition();
  const input = { ...library, edition, kind, brand: BRAND, language: findLanguage('en')! };
  const tree = applyTemplate(input, report);
  return tree && !report.hasErrors ? dump(tree.root) : diagnostics(report);
}

const doc = (inside: string) => `<document margin="0">${inside}</document>`;

describe('template library', () => {
  it('lets a project shadow shipped templates, partials and single words', () => {
    const shipped = memoryRoot('bayan/templates', {
      'brief.hbs': doc('{{> mark}}<text>{{t "a"}}{{t "b"}}</text>'),
      'flyer.hbs': doc('<rule/>'),
      'partials/mark.hbs': '<spacer/>',
      'strings/en.yaml': 'a: A\nb: B\n',
    });
    const project = memoryRoot('templates', {
      'flyer.hbs': doc('<stack/>'),
      'partials/mark.hbs': '<rule/>',
      'strings/en.yaml': 'b: mine\n',
      'README.md': 'not a template',
    });
    const library = loadTemplates([project, shipped]);
    expect(library.templates.kinds).toEqual(['brief', 'flyer']);
    expect(library.templates.fileOf('brief')).toBe('bayan/templates/brief.hbs');
    expect(apply(library, 'flyer')).toContain('stack @flyer:1:22');
    expect(apply(library, 'brief')).toContain('rule @partials/mark:1:1');
    expect(apply(library, 'brief')).toContain('"Amine"');
  });

  it('names the nearest template when a kind has none', () => {
    const library = loadTemplates([memoryRoot('templates', { 'brief.hbs': doc(''), 'flyer.hbs': doc('') })]);
    const report = new Report();
    expect(apply(library, 'flier', report)).toBe(
      'content/sample/en.md error[template-missing]: there is no template for the kind "flier": did you mean "flyer"?',
    );
    expect(report.diagnostics[0]?.hint).toContain('brief, flyer');
  });

  it('reports a faulty template for every edition, whichever report it goes to', () => {
    const library = loadTemplates([memoryRoot('templates', { 'brief.hbs': doc('{{titel}}') })]);
    const fault =
      'templates/brief.hbs:1:24 error[template-variable]: there is no variable "titel": did you mean "title"?';
    expect([apply(library, 'brief'), apply(library, 'brief')]).toEqual([fault, fault]);
    const report = new Report();
    apply(library, 'brief', report);
    apply(library, 'brief', report);
    expect(report.diagnostics).toHaveLength(1);
  });

  it('checks a template without an edition', () => {
    const library = loadTemplates([
      memoryRoot('templates', { 'brief.hbs': doc('{{titel}}'), 'a.hbs': doc('') }),
    ]);
    const report = new Report();
    expect([library.templates.check('a', report), library.templates.check('brief', report)]).toEqual([
      true,
      false,
    ]);
    expect(report.diagnostics).toHaveLength(1);
  });

  it('yields no layout from faulty markup a second time either', () => {
    const library = loadTemplates([memoryRoot('templates', { 'brief.hbs': doc('<wobble/>') })]);
    const report = new Report();
    const input = {
      ...library,
      edition: sampleEdition(),
      kind: 'brief',
      brand: BRAND,
      language: findLanguage('en')!,
    };
    expect(applyTemplate(input, report)).toBeUndefined();
    expect(applyTemplate(input, report)).toBeUndefined();
  });

  it('counts lines of templates with Windows line ends', () => {
    const { report } = applyFiles({
      'brief.hbs': doc('\r\n  {{#if title}}\r\n  <text>\r\n    a < b</text>\r\n  {{/if}}\r\n'),
    });
    expect(diagnostics(report)).toBe(
      'templates/brief.hbs:4:7 error[layout-syntax]: a "<" that opens no element',
    );
  });

  it('stops partials that multiply', () => {
    const files = Object.fromEntries(
      Array.from({ length: 16 }, (_, n) => [
        `partials/p${n}.hbs`,
        n === 15 ? 'x' : `{{> p${n + 1}}}{{> p${n + 1}}}`,
      ]),
    );
    const { report } = applyFiles({ 'brief.hbs': doc('{{> p0}}'), ...files });
    expect(diagnostics(report)).toMatch(
      /error\[template-partial\]: the template includes partials more than 2000 times$/,
    );
  });

  it('stops templates that print without end', () => {
    const demands = Array.from({ length: 100 }, () => 'x'.repeat(500));
    const loops =
      '{{#each demands}}{{#each @root.demands}}{{#each @root.demands}}{{this}}{{/each}}{{/each}}{{/each}}';
    const { report } = applyFiles({ 'brief.hbs': doc(loops) }, sampleEdition({ demands }));
    expect(diagnostics(report)).toContain(
      'error[layout-syntax]: the template prints more than 4 million characters',
    );
  });

  it('refuses a control character in a template', () => {
    const { report } = applyFiles({ 'brief.hbs': doc('\n<text>\u0001n0\u0002</text>') });
    expect(diagnostics(report)).toBe(
      'templates/brief.hbs:2:7 error[template-syntax]: a control character that XML does not allow',
    );
  });

  it('reads a folder on disk, but not out of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bayan-templates-'));
    try {
      mkdirSync(join(folder, 'project/templates/partials'), { recursive: true });
      writeFileSync(join(folder, 'project/templates/brief.hbs'), doc('{{> p}}'));
      writeFileSync(join(folder, 'project/templates/partials/p.hbs'), '<rule/>');
      writeFileSync(join(folder, 'project/templates/bytes.hbs'), Buffer.from([0x3c, 0xff]));
      writeFileSync(join(folder, 'secret.hbs'), doc('<rule/>'));
      symlinkSync(join(folder, 'secret.hbs'), join(folder, 'project/templates/link.hbs'));
      const library = loadTemplates([templateFolder(new ProjectFiles(join(folder, 'project')), 'templates')]);
      expect(apply(library, 'brief')).toContain('rule @partials/p:1:1');
      expect(apply(library, 'link')).toContain('templates/link.hbs error[path-outside-project]');
      expect(apply(library, 'bytes')).toContain('templates/bytes.hbs:1:2 error[encoding-not-utf8]');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('nested deeper than anybody could read', () => {
  const said = (inside: string) =>
    apply(loadTemplates([memoryRoot('templates', { 'brief.hbs': doc(`\n${inside}`) })]), 'brief');
  const nested = (open: string, close: string, count: number) => open.repeat(count) + close.repeat(count);

  it.each([
    ['elements', '<stack>', '</stack>', 'elements are nested more than 100 deep'],
    ['elements left open', '<table>', '', 'elements are nested more than 100 deep'],
    ['blocks', '{{#if title}}', '{{/if}}', 'blocks or calls are nested more than 100 deep'],
    ['calls', '{{#if (not ', '', 'blocks or calls are nested more than 100 deep'],
  ])('%s are told at their place', (_, open, close, message) => {
    expect(said(nested(open, close, 20_000))).toMatch(new RegExp(`brief\\.hbs:2:\\d+.*${message}`));
  });

  it('parentheses of one call', () => {
    const call = `{{#if ${nested('(not ', ')', 5_000)}}}{{/if}}`;
    expect(said(call)).toContain('calls are nested more than 100 deep');
  });

  it('is not what stands beside each other', () => {
    const beside = '{{#if title}}<rule/>{{^}}(((((({{/if}}{{!-- ((( {{#if --}}'.repeat(300);
    expect(said(beside)).toContain('rule');
  });
});
