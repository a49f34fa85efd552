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
  'slug-duplicate': 'Two content folders have the same slug when case and Unicode form are ignored.',
  'slug-invalid': 'A content folder has a name that cannot be used in a file name.',
  'slug-unknown': 'No content has this slug.',
  'language-unknown': 'A file name or option names a language Bayan does not know.',
  'language-duplicate': 'Two content files of one folder are in the same language.',
  'kind-unknown': 'An option names a kind of document that no template makes, or no content asks for.',
  'brand-color': 'A brand colour is not a colour.',
  'color-contrast': 'Two brand colours that meet on the page are too close to read (WCAG 2.2, 1.4.3).',
  // content
  'encoding-not-utf8': 'A text file is not UTF-8.',
  'encoding-bom': 'A text file starts with a byte order mark.',
  'file-too-large': 'A text file is larger than Bayan reads.',
  'content-empty': 'A content file has no text.',
  'yaml-syntax': 'YAML that does not parse.',
  'front-matter-missing': 'A content file has no front matter, or a required field is missing.',
  'front-matter-unknown': 'Front matter has a field Bayan does not know.',
  'front-matter-invalid': 'A front matter field has a value that does not fit.',
  'raw-html': 'Raw HTML in Markdown.',
  'heading-skip': 'A heading level is skipped.',
  'image-alt': 'An image has no alternative text.',
  'image-missing': 'An image file does not exist.',
  'image-corrupt': 'An image file cannot be decoded.',
  'link-empty': 'A link has no text.',
  'link-unsafe': 'A link uses a scheme other than http, https, mailto or tel.',
  'link-unknown': 'A link to #id, and nothing in the file has that id.',
  'attribute-invalid':
    'An attribute in {…} that does not exist, has a value that does not fit, or applies to nothing.',
  'nesting-too-deep': 'Lists or quotes inside one another, deeper than Bayan reads.',
  'table-header': 'A table has no header row.',
  'footnote-unknown': 'A footnote is called that is not defined, or defined and never called.',
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
  'off-page': 'Something would be printed beyond the edge of the paper.',
  'qr-capacity': 'An address is longer than a QR code can hold.',
  'page-overflow': 'A one-page document needs more than one page.',
  internal: 'Something Bayan did not expect; please report it.',
} as const;

export type DiagnosticCode = keyof typeof CATALOGUE;
