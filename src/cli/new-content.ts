/**
 * The text of a new content file: front matter that is valid as it stands, with what else it may say in
 * comments. Every field is described in docs/content.md.
 */
export interface NewContent {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Tag of the original, when the new file is a translation. */
  readonly original?: string;
}

export function newContent({ date, original }: NewContent): string {
  const translation = original
    ? `translation:
  of: ${original}
  by: Name of the translator
  status: draft                 # draft, machine, unofficial or official
`
    : '';
  return `---
title: Title of the document
# subtitle: A line below the title
# headline: A shorter title, for the flyer
summary: One or two sentences that open the document.
date: ${date}                # YYYY, YYYY-MM or YYYY-MM-DD
kinds: [brief]                  # templates to print it with: brief, flyer
${translation}# demands:                      # what is asked for, one a line
#   - The first demand.
#   - The second demand.
# action:                       # what the reader can do; the flyer prints a QR code of the address
#   label: Join us
#   url: https://example.org/
# contact:
#   name: Name of your organisation
#   email: office@example.org
#   web: https://example.org/
# references:                   # numbered in this order
#   - text: Author. (2024). Title.
#     url: https://example.org/
---

Write the text here, in Markdown. An empty line ends a paragraph.

## A heading

- an item of a list
- another item
`;
}
