/**
 * The list that a new letter begins with: offices that there are, at their public addresses, and no person. It starts with a byte
 * order mark, without which Excel takes UTF-8 for something else.
 */

/** Each in the first language of the letter, the second in the second where there is one. */
export function exampleList(languages: readonly string[]): string {
  const [first = 'en', second = first] = languages;
  const rows = [
    [
      'id',
      'honorific',
      'name',
      'office',
      'organisation',
      'address',
      'country',
      'role',
      'gender',
      'language',
      'email',
      'enclosures',
    ],
    [
      'interior-pk',
      'The Honourable',
      '',
      'Minister of Interior',
      'Ministry of Interior',
      'R Block, Pak Secretariat\nIslamabad',
      'Pakistan',
      'minister',
      '',
      first,
      '',
      '',
    ],
    [
      'unhcr',
      '',
      '',
      'High Commissioner for Refugees',
      'UNHCR',
      '94 Rue de Montbrillant\n1201 Geneva',
      'Switzerland',
      'un-official',
      '',
      second,
      '',
      '',
    ],
  ];
  return `\ufeff${rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')}`;
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
