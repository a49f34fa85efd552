/** What helpers print, in the languages Bayan ships. */
import { describe, expect, it } from 'vitest';
import { HELPERS } from '../../src/template/helpers/index.ts';
import { applyFiles, diagnostics, dump, print, sampleEdition, text } from './support.ts';

const inLanguage = (lang: string, source: string, fields = {}) => print(source, sampleEdition(fields, lang));

describe('date', () => {
  it.each([
    ['en', '4 April 2024'],
    ['fa-AF', '۱۶ حمل ۱۴۰۳'],
    ['ps', '۱۶ وری ۱۴۰۳'],
    ['ur', '4 اپریل 2024'],
    ['ar', '٤ أبريل ٢٠٢٤'],
    ['fa', '۱۶ فروردین ۱۴۰۳'],
  ])('prints a day in the calendar and digits of %s', (lang, expected) => {
    expect(inLanguage(lang, '{{date date}}')).toBe(expected);
  });

  it.each([
    ['en', 'April 2024'],
    ['fa-AF', 'اپریل ۲۰۲۴'],
    ['ps', 'اپریل ۲۰۲۴'],
    ['ur', 'اپریل 2024'],
    ['ar', 'أبريل ٢٠٢٤'],
  ])('prints a month of the Gregorian calendar in %s', (lang, expected) => {
    expect(inLanguage(lang, '{{date date}}', { date: '2024-04' })).toBe(expected);
  });

  it('prints a year, and a day in another calendar', () => {
    expect(inLanguage('fa-AF', '{{date "2024"}}, {{date date calendar="gregory"}}')).toBe(
      '۲۰۲۴, ۴ اپریل ۲۰۲۴',
    );
    expect(inLanguage('ps', '{{date date calendar="gregory"}}')).toBe('۴ اپریل ۲۰۲۴');
    expect(inLanguage('en', '{{date date calendar="persian"}}')).toBe('16 Farvardin 1403 AP');
  });

  it('keeps to the day whatever the time zone of the machine', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    expect(inLanguage('en', '{{date "2024-12-31"}} {{date "2025-01-01"}}')).toBe(
      '31 December 2024 1 January 2025',
    );
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('refuses a day that does not exist', () => {
    expect(print('{{date "2024-02-30"}}')).toContain('"2024-02-30" is not a date');
  });
});

describe('number', () => {
  it.each([
    ['en', '3.7 1,400,000 2024 -5.00'],
    ['fa-AF', '۳٫۷ ۱٬۴۰۰٬۰۰۰ ۲۰۲۴ −۵٫۰۰'],
    ['ps', '۳٫۷ ۱٬۴۰۰٬۰۰۰ ۲۰۲۴ -۵٫۰۰'],
    ['ar', '٣٫٧ ١٬٤٠٠٬٠٠٠ ٢٠٢٤ -٥٫٠٠'],
  ])('prints the digits of %s, without bidi controls', (lang, expected) => {
    const source =
      '{{number 3.7}} {{number 1400000}} {{number "2024" grouping=false}} {{number -5 decimals=2}}';
    expect(inLanguage(lang, source)).toBe(expected);
  });

  it('counts from one', () => {
    expect(inLanguage('fa-AF', '{{#each keywords}}{{number (add @index 1)}}{{this}} {{/each}}')).toBe(
      '۱refugees ۲asylum ۳law',
    );
  });
});

describe('words', () => {
  const strings = {
    'strings/fa-AF.yaml':
      'references: منابع\nunofficial: "ترجمه از {language}"\nlanguage.ps: پشتوی افغانستان\n',
    'strings/fa.yaml': 'contact: تماس\npage: صفحهٔ {page} از {pages}\n',
  };
  const dari = (source: string) => print(source, sampleEdition({}, 'fa-AF'), strings);

  it('come from the language, then from the language it belongs to', () => {
    expect(dari('{{t "references"}} {{t "contact"}}')).toBe('منابع تماس');
  });

  const page = (source: string, lang: string, files: Readonly<Record<string, string>> = strings) =>
    applyFiles(
      { 'brief.hbs': `<document margin="0"><text>${source}</text></document>`, ...files },
      sampleEdition({}, lang),
    );

  it('that no reader of the language has are those of the original, as a phrase in its language', () => {
    const { tree, report } = page('{{t "page" page=12 pages=(pageCount)}} {{t "briefKind"}}', 'rhg', {});
    expect(tree && dump(tree.root)).toContain('span lang="en"');
    expect(tree && dump(tree.root)).toContain('"Page 12 of "');
    // Said once, with all that is to be written.
    expect(diagnostics(report)).toBe(
      'templates/strings/rhg.yaml warning[string-missing]: no words of the page are there in Rohingya, so that English is printed',
    );
    expect(report.diagnostics[0]?.hint).toMatch(
      /^write templates\/strings\/rhg.yaml, with a line for each of: demands, demandsShort, references, page, /,
    );
  });

  it('are first those of a language that its readers read', () => {
    const { tree, report } = page('{{t "references"}}', 'haz');
    expect(tree && dump(tree.root)).toContain('span lang="fa-AF"');
    expect(report.diagnostics).toEqual([]);
  });

  it('may be in any language that has them when English does not', () => {
    const { tree, report } = page('{{t "motto"}}', 'en', { 'strings/ps.yaml': 'motto: سوله\n' });
    expect(tree && dump(tree.root)).toContain('span lang="ps"');
    expect(report.hasErrors).toBe(false);
  });

  it('stand alone where their language cannot be said', () => {
    const { tree } = page('<link href="https://x.org/{{t "motto"}}">x</link>', 'en', {
      'strings/ps.yaml': 'motto: سوله\n',
    });
    expect(tree && dump(tree.root)).toContain('https://x.org/سوله');
  });

  it('that no language has are a fault of the template', () => {
    const { report } = page('{{t "refrences"}}', 'fa-AF');
    expect(diagnostics(report)).toBe(
      'templates/brief.hbs:1:28 error[string-missing]: templates/strings/fa-AF.yaml has no "refrences": did you mean "references"?',
    );
  });

  it('hold the values of the language they are in', () => {
    const { tree } = page(
      '{{t "unofficial" by="UN" language=(languageName "ps")}} {{languageName "ps"}}',
      'rhg',
      {},
    );
    const shown = (tree && dump(tree.root)) ?? '';
    expect(shown).toContain('Unofficial translation by UN. The Pashto text');
  });

  it('take numbers in the digits of the language, text escaped, and page numbers as elements', () => {
    expect(dari('{{t "page" page=12 pages="<3>"}}')).toBe('صفحهٔ ۱۲ از <3>');
    expect(dari('{{t "page" page=(pageNumber) pages=(pageCount)}}')).toBe(
      'صفحهٔ <page-number> از <page-count>',
    );
    expect(dari('{{t "page" page=(inline title) pages="&"}}')).toBe('صفحهٔ [Forced returns & refugees] از &');
  });

  it('name languages, and may name them otherwise', () => {
    expect(dari('{{t "unofficial" language=(languageName translation.of)}}; {{languageName "ps"}}')).toBe(
      'ترجمه از انگلیسی; پشتوی افغانستان',
    );
    expect(print('{{languageName "fa-AF"}}, {{languageName "ur"}}')).toBe('Dari, Urdu');
    // CLDR has no name for these; the table of languages has.
    expect(print('{{languageName "haz"}}, {{languageName "rhg"}}')).toBe('Hazaragi, Rohingya');
  });

  it('in a faulty strings file are reported where they stand', () => {
    const faulty = { 'strings/ps.yaml': 'page: پاڼه\nscan: 12\nnested:\n  a: b\n' };
    expect(print('{{t "page"}}', sampleEdition({}, 'ps'), faulty)).toBe(
      [
        'templates/strings/ps.yaml:2:7 error[string-invalid]: "scan" has no text',
        'templates/strings/ps.yaml:3:1 error[string-invalid]: "nested.other" is missing',
        'templates/strings/ps.yaml:4:3 error[string-invalid]: unknown key "nested.a"',
      ].join('\n'),
    );
    expect(
      print('{{t "page"}}', sampleEdition({}, 'ps'), { 'strings/ps.yaml': 'page: a\npage: b\n' }),
    ).toContain('templates/strings/ps.yaml:2:1 error[yaml-syntax]');
  });
});

describe('words with plural forms', () => {
  const words = {
    'strings/ar.yaml': "x: { one: كتاب, two: كتابان, few: '{count} كتب', other: '{count} كتاب' }\n",
  };
  const inArabic = (count: number) => print(`{{t "x" count=${count}}}`, sampleEdition({}, 'ar'), words);

  it('have the one that goes with a number, or that of “other”', () => {
    expect([1, 2, 3, 11, 100].map(inArabic)).toEqual(['كتاب', 'كتابان', '٣ كتب', '١١ كتاب', '١٠٠ كتاب']);
  });

  it('need a number', () => {
    expect(print('{{t "x"}}', sampleEdition({}, 'ar'), words)).toContain('t: "x" has a form for each number');
  });
});

describe('other helpers', () => {
  it('join lists as the language does, or with a separator', () => {
    expect(print('{{join keywords}}; {{join keywords " · "}}; {{join demands "/"}}')).toBe(
      'refugees, asylum and law; refugees · asylum · law; Stop <now>./See the law.',
    );
    expect(inLanguage('fa-AF', '{{join keywords}}')).toBe('refugees، asylum، و law');
  });

  it('print addresses for people', () => {
    expect(print('{{url action.url}} {{url "https://a.org/b/?c=d/"}} {{url "mailto:x@a.org"}}')).toBe(
      'apnor.org a.org/b/?c=d x@a.org',
    );
  });

  it('compare and combine what prints', () => {
    const source =
      '{{#if (and title (eq kind "brief") (not subtitle) (ne @root.lang "ar"))}}yes{{/if}} {{or subtitle summary}} {{#if (or subtitle images.x)}}no{{/if}}';
    expect(print(source)).toBe('yes A summary.');
    expect(
      print(
        '{{#if (includes kinds kind)}}yes{{/if}}{{#if (includes kinds "flyer")}}no{{/if}}{{#if (includes title kind)}}no{{/if}}',
      ),
    ).toBe('yes');
  });

  it('keep formatting with inline and drop it without', () => {
    expect(print('{{title}} {{inline title}} {{inline subtitle}} {{inline kind}}')).toBe(
      'Forced returns & refugees [Forced returns & refugees] brief',
    );
  });

  it('are shown by an example each', () => {
    for (const helper of HELPERS.values()) expect(helper.example, helper.name).toContain(helper.name);
  });
});

describe('content', () => {
  it('cannot forge markup, places or nodes', () => {
    const title = '<rule/> &amp; \u0001n0\u0002 \u0001m5\u0002 {{body}}';
    const edition = sampleEdition({ title });
    const inline = new Map([['title', [text(title)]]]);
    expect(print('{{title}}', { ...edition, inline })).toBe('<rule/> &amp; n0 m5 {{body}}');
  });
});
