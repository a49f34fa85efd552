/**
 * The catalogue of diagnostic codes: permanent names that messages, docs and scripts may rely on.
 * A code is never renamed or reused; docs/diagnostics.md is generated from this table.
 */
export const CATALOGUE = {
  // project
  'project-not-found': 'No bayan.yaml in this folder or any folder above it.',
  'project-invalid': 'bayan.yaml or brand.yaml does not follow its schema.',
  'path-outside-project': 'A path leaves the project: "..", an absolute path or a symbolic link.',
  'file-missing': 'A file that is referred to does not exist.',
  'file-unreadable': 'A file cannot be read or written.',
  'output-orphaned': 'A PDF in the output folder that no content gives any more.',
  'slug-duplicate': 'Two content folders have the same slug when case and Unicode form are ignored.',
  'slug-invalid': 'A content folder has a name that cannot be used in a file name.',
  'slug-unknown': 'No content has this slug.',
  'language-unknown': 'A file name or option names a language Bayan does not know.',
  'language-duplicate': 'Two content files of one folder are in the same language.',
  'shard-unknown': '--shard names no share of a build, or the variables it is read from do not.',
  'shard-missing': 'A shard is in none of the folders that are to be joined.',
  'shard-overlap': 'A shard is in two of the folders that are to be joined.',
  'shard-differs':
    'Folders that are to be joined were built from other files, with other versions, or with other options.',
  'shard-damaged': 'A PDF or a manifest in a folder that is to be joined is not as it was built.',
  'shard-failed': 'A PDF that a shard was to build is not there, because of errors.',
  'kind-unknown': 'An option names a kind of document that no template makes, or no content asks for.',
  'brand-color': 'A brand colour is not a colour.',
  'color-contrast': 'Two brand colours that meet on the page are too close to read (WCAG 2.2, 1.4.3).',
  // content
  'encoding-not-utf8': 'A text file is not UTF-8.',
  'encoding-bom': 'A text file starts with a byte order mark.',
  'file-too-large': 'A text file is larger than Bayan reads.',
  'content-name': 'A file in the content folder is not read because of its name or place.',
  'content-empty': 'A content file has no text.',
  'yaml-syntax': 'YAML that does not parse.',
  'yaml-quotes': 'Curly quotation marks around a value, where YAML knows only straight ones.',
  'yaml-remark': 'A value ends before “#”, which YAML takes for the beginning of a remark.',
  'front-matter-missing': 'A content file has no front matter, or a required field is missing.',
  'front-matter-unknown': 'Front matter has a field Bayan does not know.',
  'front-matter-invalid': 'A front matter field has a value that does not fit.',
  'field-unprinted': 'Front matter has a field that none of the kinds of the text prints.',
  'raw-html': 'Raw HTML in Markdown.',
  'markdown-literal': 'Text that looks like Markdown, is none, and is printed with its signs.',
  'heading-empty': 'A heading without words.',
  'heading-skip': 'A heading level is skipped.',
  'image-alt': 'An image has no alternative text.',
  'image-missing': 'An image file does not exist.',
  'image-corrupt': 'An image file cannot be decoded.',
  'svg-syntax': 'An SVG file that is no well-formed XML, or no SVG.',
  'svg-element': 'An element, attribute or style of an SVG file that is not printed.',
  'svg-value': 'An attribute or style of an SVG file has a value that does not fit.',
  'svg-reference': 'An SVG file refers to something that is not in it, or to itself.',
  'svg-too-large': 'An SVG file has more parts than Bayan draws, or is nested deeper.',
  'link-dead': 'The links in a drawing cannot be followed where it stands.',
  'link-empty': 'A link has no text.',
  'link-unsafe': 'A link uses a scheme other than http, https, mailto or tel.',
  'link-unknown': 'A link to #id, and nothing in the file has that id.',
  'attribute-invalid':
    'An attribute in {…} that does not exist, has a value that does not fit, or applies to nothing.',
  'nesting-too-deep': 'Lists or quotes inside one another, deeper than Bayan reads.',
  'table-header': 'A table has no header row.',
  'table-row': 'A row of a table has more or fewer cells than its header.',
  'footnote-circle': 'A footnote calls itself, or another that calls it.',
  'footnote-unknown': 'A footnote is called that is not defined, or defined and never called.',
  // translations
  'translation-original':
    'The original that a translation names, or that bayan.yaml says there is, is not there.',
  'translation-missing': 'A document is not translated into a language that bayan.yaml names.',
  'translation-parity':
    'A translation has more, less or something else than the original: a block, a note, a field.',
  'translation-link': 'A link or an address of a translation leads elsewhere than that of the original.',
  'translation-figure': 'A number or date of a translation is not that of the original.',
  'translation-stale': 'The original has changed since a text was translated.',
  'translation-record': 'The record of what a text was translated from cannot be used.',
  'parcel-invalid': 'A PO file that Bayan did not make, or that belongs to no text of the project.',
  'parcel-entry':
    'An entry of a PO file that cannot be put back: a placeholder is lost, or its text is gone.',
  'text-untranslated': 'A text of a translation is still in the language of the original.',
  'text-spaces': 'Two spaces where one belongs.',
  'text-letter': 'A letter that the language does not write, from the keyboard of another.',
  'text-joiner': 'A space or another sign where a zero-width non-joiner belongs: می شود.',
  'text-quotes': 'Quotation marks that are not those of the language.',
  'text-digits': 'Digits of two scripts in one text.',
  // letters
  'recipients-missing': 'There is no list of recipients beside a letter.',
  'recipients-several': 'More than one list of recipients beside a letter, of which only one can be meant.',
  'recipients-invalid':
    'A list of recipients cannot be read: no spreadsheet, no header, a quotation mark left open.',
  'recipient-column': 'A column of a list of recipients that Bayan does not know, or that is there twice.',
  'recipient-missing': 'A recipient lacks something that a letter needs: an id, an address.',
  'recipient-duplicate': 'Two recipients of one list have the same id.',
  'recipient-language':
    'A recipient has no language, one that is none, or one that the letter has no text in.',
  'recipient-value':
    'A value of a recipient does not fit its column, or has something in it that is not printed.',
  'recipient-length': 'A value of a recipient is longer than a letter has room for.',
  'recipient-mangled':
    'A cell that a spreadsheet has damaged: #REF!, 1.2E+5, a date, letters of another encoding.',
  'signatories-missing': 'A text has a count of its signatories in it, and no list of them beside it.',
  'signatories-several': 'More than one list of signatories beside a text, of which only one can be meant.',
  'signatories-invalid':
    'A list of signatories cannot be read: no spreadsheet, no header, a quotation mark left open.',
  'signatory-column':
    'A column of a list of signatories that Bayan does not know, so that it might say what must not be printed; or one that is there twice.',
  'signatory-value':
    'A signatory without a name, or of whom it is not clear what they are, or whether they may be named.',
  'signatory-duplicate': 'Somebody is in a list of signatories twice.',
  'signatory-mangled': 'A cell of a list of signatories that a spreadsheet or a copy has damaged.',
  'merge-syntax': 'A merge field or condition of a letter that cannot be read, or stands where none can.',
  'merge-unknown': 'A merge field that the list of recipients has no column for.',
  'merge-empty': 'A merge field that a recipient has no value for.',
  'enclosure-missing': 'What a letter encloses is not there in its language.',
  'letter-large': 'A letter with its enclosures is larger than mail servers take.',
  'letters-none': 'There is no letter with a list of recipients.',
  'recipient-unknown': 'No recipient has the id that was asked for.',
  'merge-unfilled': 'A letter is printed with its fields as they stand, for nobody.',
  'salutation-missing':
    'No salutation is known for the role and gender of a recipient in the language of the letter.',
  'salutation-invalid': 'salutations/<lang>.yaml has a role, a key or a field that does not fit.',
  // changes
  'since-unknown': 'What a document is to be compared with is not there, or cannot be compared with.',
  'edition-uncompared':
    'An edition that cannot be compared, because its older state has errors or is no PDF of Bayan’s.',
  // templates
  'template-field': 'A field that templates/<kind>.yaml declares is declared wrongly.',
  'template-missing': 'No template exists for a kind of document.',
  'template-syntax': 'Handlebars cannot parse a template.',
  'template-variable': 'A template uses a variable that does not exist.',
  'template-helper': 'A template uses a helper that does not exist, or uses one wrongly.',
  'template-partial': 'A template uses a partial that does not exist, or partials include each other.',
  'layout-syntax': 'Layout markup that is not well formed: an element left open, a stray tag.',
  'layout-element': 'An element that does not exist, or stands where it cannot.',
  'layout-attribute': 'An attribute that does not exist, or whose value does not fit.',
  'style-unknown': 'A style that styles.yaml does not define.',
  'style-invalid': 'styles.yaml has a property or value that does not fit.',
  'string-missing': 'strings/<lang>.yaml lacks a word that a template prints.',
  'string-invalid': 'strings/<lang>.yaml has a value that does not fit.',
  // text and fonts
  'glyph-missing': 'No font has a character.',
  'font-missing': 'A font package or file is not installed.',
  'font-corrupt': 'A font file cannot be read.',
  'font-not-embeddable': 'A font forbids embedding (OS/2 fsType).',
  'text-invalid': 'Text that Unicode does not allow, such as a lone surrogate.',
  // pages
  'text-too-wide': 'A word is wider than its column and was cut.',
  'table-too-wide': 'A table has more in it than its column is wide.',
  'header-too-high': 'A header is higher than the margin it stands in.',
  'place-overflow': 'What stands at a fixed place of the page is higher than that place.',
  'off-page': 'Something would be printed beyond the edge of the paper.',
  'qr-capacity': 'An address is longer than a QR code can hold.',
  'page-overflow': 'A one-page document needs more than one page.',
  internal: 'Something Bayan did not expect; please report it.',
} as const;

export type DiagnosticCode = keyof typeof CATALOGUE;
