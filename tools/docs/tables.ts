/**
 * The generated parts of docs/, a function for each: read off the tables the code itself uses, so that they cannot
 * go stale. tools/docs/main.ts writes them between their marks; a test compares them.
 */
import { readFileSync } from 'node:fs';
import { COMMON_FIELDS } from '../../src/content/fields/common-fields.ts';
import { DECLARED_TYPES } from '../../src/content/fields/declared-types.ts';
import { fieldTable } from '../../src/content/fields/docs.ts';
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { Trace } from '../../src/files/trace.ts';
import { type FontTable, readFontTable } from '../../src/fonts/table.ts';
import { findLanguage } from '../../src/language/language.ts';
import { LANGUAGES } from '../../src/language/table.ts';
import { RECIPIENT_COLUMNS, ROLES } from '../../src/letters/recipients/columns.ts';
import { SalutationForms } from '../../src/letters/salutations/forms.ts';
import { HELPERS } from '../../src/template/helpers/index.ts';
import type { AttributeKind, ElementDefinition } from '../../src/template/markup/element-definition.ts';
import { ELEMENTS } from '../../src/template/markup/vocabulary.ts';
import { templateFolder } from '../../src/template/template-folder.ts';
import { describeWords, wordsProvenance } from '../../src/template/words/provenance.ts';
import { createStringTable } from '../../src/template/words/words.ts';
import { commonmarkTable } from './commonmark-table.ts';
import { table } from './markdown-table.ts';

/** File in docs/ → name of the part → its Markdown. */
export function generatedParts(root: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    'languages.md': {
      languages: languageTable(),
      words: wordsTable(root),
      'language-faces': languageFaces(root),
      faces: faceTable(root),
    },
    'templates.md': {
      'field-types': fieldTypeTable(),
      elements: elementTable(),
      helpers: helperTable(),
    },
    'content.md': { 'front-matter': fieldTable(COMMON_FIELDS), commonmark: commonmarkTable() },
    'letters.md': {
      'recipient-columns': fieldTable(RECIPIENT_COLUMNS),
      salutations: salutationTable(root),
    },
    'diagnostics.md': { diagnostics: diagnosticTable() },
  };
}

/** A docs file with its generated parts put in. Throws when a part has no place between marks. */
export function fillParts(file: string, text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((result, [name, part]) => {
    const [open, close] = [`<!-- generated:${name} -->`, '<!-- /generated -->'];
    const start = result.indexOf(open);
    const end = result.indexOf(close, start);
    if (start < 0 || end < 0) throw new Error(`docs/${file} has no place for "${name}": ${open} … ${close}`);
    return `${result.slice(0, start + open.length)}\n${part}\n${result.slice(end)}`;
  }, text);
}

function languageTable(): string {
  return table(
    [
      'Tag',
      'Language',
      'In itself',
      'Script',
      'Direction',
      'Digits',
      'Calendar',
      'Quotation',
      'List',
      'Line height',
      'Justified by',
      'Emphasis',
      'Hyphenation',
    ],
    LANGUAGES.map((language) => {
      const number = (value: number) =>
        new Intl.NumberFormat('en', { numberingSystem: language.digits }).format(value);
      const [open, close, innerOpen, innerClose] = language.quotes;
      return [
        `\`${language.tag}\``,
        language.name,
        language.endonym,
        language.script,
        language.dir,
        `${number(123)} (${language.digits})`,
        language.months ? `${language.calendar}, own months` : language.calendar,
        `${open} ${close} ${innerOpen} ${innerClose}`,
        `${number(1)}${language.listMarker.suffix} ${language.listMarker.bullet}`,
        String(language.lineHeight),
        language.justification,
        language.emphasis,
        language.hyphenation ?? '–',
      ];
    }),
  );
}

function wordsTable(root: string): string {
  const report = new Report();
  const strings = createStringTable([templateFolder(new ProjectFiles(root), 'templates')]);
  const tags = new Set([...LANGUAGES.map(({ tag }) => tag), ...strings.languages(report)]);
  return table(
    ['Tag', 'Language', 'Words of the page', 'Where they come from'],
    [...tags].sort().map((tag) => {
      const words = wordsProvenance(strings, tag, report);
      return [`\`${tag}\``, findLanguage(tag)?.name ?? tag, describeWords(words), words.source ?? '–'];
    }),
  );
}

function salutationTable(root: string): string {
  const report = new Report();
  const all = new SalutationForms([templateFolder(new ProjectFiles(root), 'templates')]);
  return table(
    ['Language', ...ROLES, 'neutral', 'Closing of a minister'],
    all.languages(report).map((lang) => {
      const { forms } = all.find(lang, report)!;
      const openings = ROLES.map((role) => {
        const { female, male, any } = forms[role] ?? {};
        const each = [female, male, any].flatMap((form) => form?.opening ?? []);
        return [...new Set(each)].join('<br>') || '–';
      });
      const { any, male } = forms.minister ?? {};
      return [
        findLanguage(lang)?.name ?? lang,
        ...openings,
        forms.neutral?.opening ?? '–',
        (any ?? male)?.closing ?? '–',
      ];
    }),
  );
}

function fontTable(root: string): FontTable {
  return readFontTable(new ProjectFiles(root), ['fonts'], new Report(), new Trace());
}

function languageFaces(root: string): string {
  const { faces, scripts } = fontTable(root);
  return table(
    ['Tag', 'Serif', 'Sans', 'Display'],
    LANGUAGES.map((language) => {
      const roles = scripts[language.script];
      const face = (role: 'serif' | 'sans' | 'display') => {
        const name = language.faces?.[role] ?? roles?.[role] ?? roles?.sans;
        return name === undefined ? '–' : (faces[name]?.family ?? name);
      };
      return [`\`${language.tag}\``, face('serif'), face('sans'), face('display')];
    }),
  );
}

function faceTable(root: string): string {
  const { faces } = fontTable(root);
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return table(
    ['Name in brand.yaml', 'Family', 'Weights', 'Scale', 'Comes with Bayan, or is added with'],
    Object.entries(faces).map(([name, face]) => [
      `\`${name}\``,
      face.family,
      Object.keys(face.files).join(', '),
      String(face.scale ?? 1),
      face.package === undefined || face.package in manifest.dependencies
        ? 'comes with Bayan'
        : `\`npm install ${face.package}\``,
    ]),
  );
}

function elementTable(): string {
  return Object.entries<ElementDefinition>(ELEMENTS)
    .map(([name, { summary, content, attributes }]) => {
      const rows = Object.entries(attributes).map(([attribute, { kind, summary: meaning, required }]) => [
        `\`${attribute}\`${required ? ' (required)' : ''}`,
        kindName(kind),
        meaning,
      ]);
      const head = `### \`<${name}>\`\n\n${summary} Holds: ${content}.`;
      return rows.length === 0 ? head : `${head}\n\n${table(['Attribute', 'Value', 'Meaning'], rows)}`;
    })
    .join('\n\n');
}

function kindName(kind: AttributeKind): string {
  return typeof kind === 'string' ? kind : kind.oneOf.map((value) => `\`${value}\``).join(', ');
}

function helperTable(): string {
  return table(
    ['Helper', 'What it gives', 'Example'],
    [...HELPERS.values()].map(({ name, summary, example }) => [`\`${name}\``, summary, `\`${example}\``]),
  );
}

function fieldTypeTable(): string {
  return table(
    ['Type', 'Authors write', 'A template prints it with'],
    DECLARED_TYPES.map(({ type, takes, print }) => [`\`${type}\``, takes, `\`${print}\``]),
  );
}

function diagnosticTable(): string {
  return table(
    ['Code', 'Meaning'],
    Object.entries(CATALOGUE).map(([code, meaning]) => [`\`${code}\``, meaning]),
  );
}
