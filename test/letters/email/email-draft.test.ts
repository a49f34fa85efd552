/** Drafts of e-mails, read back by a parser that Bayan does not use: what a mail program will show, and what nobody can smuggle in. */
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { parseEdition } from '../../../src/content/parse.ts';
import { Report } from '../../../src/diagnostics/diagnostic.ts';
import { type EmailAttachment, emailDraft } from '../../../src/letters/email/email-draft.ts';
import { mergeEdition } from '../../../src/letters/merge/merge-edition.ts';
import { dumpDiagnostics } from '../../content/dump.ts';
import { readCsvList, readList } from '../read-list.ts';

const PDF: EmailAttachment = {
  name: 'letter.pdf',
  bytes: Uint8Array.from({ length: 1000 }, (_, n) => n % 256),
};

const ENGLISH = `I write to the {{to.office}} about [the pact](https://example.org/pact), **today**.[^1]

## What we ask

1. Open the border.
2. Let people work.

> Nobody is illegal.

| Year | People |
| --- | --- |
| 2024 | 300 |

[^1]: See https://example.org/.
`;

interface DraftOf {
  readonly lang?: string;
  readonly title?: string;
  readonly recipients?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly attachments?: readonly EmailAttachment[];
}

const MINISTER = 'id,office,address,email\ninterior,Minister of Interior,Street,office@example.org\n';

async function draft(text: string, of: DraftOf = {}): Promise<Uint8Array> {
  const { lang = 'en', title = 'Stop forced returns', recipients = MINISTER, attachments = [PDF] } = of;
  const { opening = '', closing = '' } = of;
  const report = new Report();
  const front = `title: '${title}'\ndate: 2026-01-02\nkinds: [letter]\n`;
  const source = `---\n${front}---\n\n${text}\n`;
  const edition = parseEdition({ file: `content/l/${lang}.md`, slug: 'l', lang, source }, report)!;
  const list = readCsvList(recipients, { languages: [lang] }).list!;
  const recipient = list.recipients[0]!;
  const merged = mergeEdition(edition, { recipient, list, salutation: () => undefined }, report)!;
  expect(dumpDiagnostics(report.diagnostics)).toEqual([]);
  const declared = { signers: [{ name: 'Secretariat', office: 'Asia Pacific Network of Refugees' }] };
  return emailDraft({ edition: { ...merged, declared }, recipient, opening, closing, attachments });
}

const read = (bytes: Uint8Array) => PostalMime.parse(bytes);
const ascii = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const headerLines = (bytes: Uint8Array) =>
  ascii(bytes)
    .split('\r\n\r\n')[0]!
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');

describe('a draft', () => {
  test('is for the recipient, not sent, and has the letter as text, as HTML and as a PDF', async () => {
    const bytes = await draft(ENGLISH, { opening: 'Dear Minister,', closing: 'Yours sincerely,' });
    const mail = await read(bytes);
    expect(mail.to).toEqual([{ name: 'Minister of Interior', address: 'office@example.org' }]);
    expect(mail.subject).toBe('Stop forced returns');
    expect(headerLines(bytes).map((line) => line.replace(/boundary=.*/, 'boundary=…'))).toEqual([
      'X-Unsent: 1',
      'Content-Language: en',
      'To: Minister of Interior <office@example.org>',
      'Subject: Stop forced returns',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=…',
    ]);
    expect(mail.attachments).toHaveLength(1);
    const [pdf] = mail.attachments;
    expect([pdf?.filename, pdf?.mimeType, pdf?.disposition]).toEqual([
      'letter.pdf',
      'application/pdf',
      'attachment',
    ]);
    expect(new Uint8Array(pdf?.content as ArrayBuffer)).toEqual(PDF.bytes);
    expect(mail.text?.trimEnd()).toBe(
      [
        'Dear Minister,',
        '',
        'I write to the Minister of Interior about the pact <https://example.org/pact>, today.[1]',
        '',
        'What we ask',
        '',
        '1. Open the border.',
        '2. Let people work.',
        '',
        '> Nobody is illegal.',
        '',
        'Year: 2024',
        'People: 300',
        '',
        'Yours sincerely,',
        'Secretariat',
        'Asia Pacific Network of Refugees',
        '',
        '[1] See https://example.org/.',
      ].join('\n'),
    );
    expect(mail.html).toMatchInlineSnapshot(`
      "<!DOCTYPE html>
      <html lang="en" dir="ltr">
      <head><meta charset="utf-8"><title>Stop forced returns</title></head>
      <body>
      <div lang="en" dir="ltr">
      <p><span dir="ltr">Dear Minister,</span></p>
      <p>I write to the <span dir="ltr">Minister of Interior</span> about <a href="https://example.org/pact">the pact</a>, <strong>today</strong>.<sup><a id="call-1" href="#note-1">1</a></sup></p>
      <h2>What we ask</h2>
      <ol>
      <li>Open the border.</li>
      <li>Let people work.</li>
      </ol>
      <blockquote>
      <p>Nobody is illegal.</p>
      </blockquote>
      <table border="1" cellpadding="4">
      <thead><tr><th scope="col">Year</th><th scope="col">People</th></tr></thead>
      <tbody>
      <tr><td>2024</td><td>300</td></tr>
      </tbody>
      </table>
      <p><span dir="ltr">Yours sincerely,</span><br><span dir="ltr">Secretariat</span><br><span dir="ltr">Asia Pacific Network of Refugees</span></p>
      <hr>
      <ol>
      <li id="note-1">See <a href="https://example.org/">https://example.org/</a>. <a href="#call-1">↩</a></li>
      </ol>
      </div>
      </body>
      </html>
      "
    `);
  });

  test('is the same, byte for byte, when it is made again', async () => {
    expect(ascii(await draft(ENGLISH))).toBe(ascii(await draft(ENGLISH)));
    const other = { name: 'letter.pdf', bytes: new Uint8Array(3) };
    const boundary = async (of: DraftOf) => /boundary="([^"]+)"/.exec(ascii(await draft(ENGLISH, of)))?.[1];
    expect(await boundary({})).not.toBe(await boundary({ attachments: [other] }));
  });

  test('is ASCII in short lines, so that every program and server takes it as it is', async () => {
    const text = ascii(await draft('بیان '.repeat(400), { lang: 'fa-AF', title: 'بیان '.repeat(40) }));
    expect(text).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(78);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('goes to several people, or to nobody yet', async () => {
    const several =
      'id,office,address,email\na,Minister,Street,"a@example.org; b@example.org, c@example.org"\n';
    const { to } = await read(await draft('Text.', { recipients: several }));
    expect(to?.map(({ address }) => address)).toEqual(['a@example.org', 'b@example.org', 'c@example.org']);
    const nobody = await draft('Text.', { recipients: 'id,office,address\na,Minister,Street\n' });
    expect(headerLines(nobody).filter((line) => /^to:/i.test(line))).toEqual([]);
    expect((await read(nobody)).text?.trim()).toMatch(/^Text\./);
  });
});

describe('right to left', () => {
  const DARI = `ما به {{to.office}} می‌نویسیم: [پیمان](https://example.org/pact).

APNOR می‌خواهد:

1. مرز را باز کنید.
2. بگذارید مردم کار کنند.
`;
  const recipients = 'id,office,address,email\na,Minister of Interior (Room 5),Street,a@example.org\n';

  test('HTML says it for the whole and for every value that runs the other way', async () => {
    const mail = await read(await draft(DARI, { lang: 'fa-AF', recipients, opening: 'جلالتمآب،' }));
    expect(mail.html).toContain('<html lang="fa-AF" dir="rtl">');
    expect(mail.html).toContain('<div lang="fa-AF" dir="rtl" style="direction: rtl; text-align: right">');
    expect(mail.html).toContain('<span dir="ltr">Minister of Interior (Room 5)</span>');
    expect(mail.html).toContain('<p><span dir="rtl">جلالتمآب،</span></p>');
    expect(mail.html).toContain('<ol style="list-style-type: persian">');
  });

  test('addresses and code keep their signs in order, and emphasis is bold where there are no italics', async () => {
    const text = 'نگاه کنید به https://example.org/ و *این*.\n\n```\na = (b)\n```';
    const { html } = await read(await draft(text, { lang: 'fa-AF' }));
    expect(html).toContain('<a dir="ltr" href="https://example.org/">https://example.org/</a>');
    expect(html).toContain('<pre dir="ltr" style="text-align: left"><code>a = (b)');
    expect(html).toContain('<em style="font-style: normal; font-weight: bold">این</em>');
  });

  test('plain text says it with characters: marks before lines, isolates around what is foreign', async () => {
    const { text = '' } = await read(await draft(DARI, { lang: 'fa-AF', recipients }));
    expect(
      text
        .split('\n')
        .filter((line) => line !== '')
        .map(visible),
    ).toEqual([
      'ما به [FSI]Minister of Interior (Room 5)[PDI] می‌نویسیم: پیمان [LRI]<https://example.org/pact>[PDI].',
      '[RLM]APNOR می‌خواهد:',
      '۱. مرز را باز کنید.',
      '۲. بگذارید مردم کار کنند.',
      '[RLM]Secretariat',
      '[RLM]Asia Pacific Network of Refugees',
    ]);
  });

  test('Urdu: an office in Arabic script in an English letter, and an English one in an Urdu letter', async () => {
    const urdu = 'id,office,address,email\na,وزیرِ داخلہ,Street,a@example.org\n';
    const english = await read(await draft('To {{to.office}}, 2026.', { recipients: urdu }));
    expect(english.to).toEqual([{ name: 'وزیرِ داخلہ', address: 'a@example.org' }]);
    expect(visible(english.text ?? '')).toMatch(/^To \[FSI\]وزیرِ داخلہ\[PDI\], 2026\./);
    expect(english.html).toContain('To <span dir="rtl">وزیرِ داخلہ</span>, 2026.');
    const title = 'جبری واپسی بند کریں';
    const mail = await read(await draft('یہ خط ہے۔', { lang: 'ur', recipients, title }));
    expect(mail.subject).toBe(title);
    expect(mail.headers.find(({ key }) => key === 'content-language')?.value).toBe('ur');
    expect(mail.html).toContain('<html lang="ur" dir="rtl">');
  });

  test('an attachment is called what its file is called', async () => {
    const name = 'نامه به وزیر داخله.pdf';
    const bytes = await draft('متن.', { lang: 'fa-AF', attachments: [{ ...PDF, name }] });
    expect((await read(bytes)).attachments[0]?.filename).toBe(name);
    expect(ascii(bytes)).toMatch(/filename\*0\*=utf-8''/);
  });
});

describe('nobody can put into a draft what is not theirs', () => {
  test('line breaks and addresses in names stay in the name', async () => {
    const name = 'Minister\r\nBcc: spy@evil.example <spy@evil.example>, "x"';
    const values = new Map([['office', name]]);
    const report = new Report();
    const source = '---\ntitle: A\ndate: 2026-01-02\nkinds: [letter]\n---\n\nText.\n';
    const edition = parseEdition({ file: 'content/l/en.md', slug: 'l', lang: 'en', source }, report)!;
    const [recipient] = readCsvList(MINISTER).list!.recipients;
    const hostile = {
      ...edition,
      frontMatter: { ...edition.frontMatter, title: 'A\r\nBcc: spy@evil.example' },
    };
    const email = [
      'office@example.org\r\nBcc: spy@evil.example',
      'a@example.org>, <spy@evil.example',
      'b@example.org',
    ];
    const bytes = await emailDraft({
      edition: hostile,
      recipient: { ...recipient!, values, email },
      opening: '<script>alert(1)</script>',
      closing: '',
      attachments: [{ ...PDF, name: '../../\u202efdp.exe\r\nX-Evil: 1"' }],
    });
    const mail = await read(bytes);
    expect(headerLines(bytes).map((line) => line.split(':')[0])).toEqual([
      'X-Unsent',
      'Content-Language',
      'To',
      'Subject',
      'MIME-Version',
      'Content-Type',
    ]);
    expect(mail.to?.map(({ address }) => address)).toEqual(['b@example.org']);
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe('A Bcc: spy@evil.example');
    expect(mail.attachments[0]?.filename).toBe('-..-fdp.exeX-Evil- 1-');
    expect(mail.html).toContain('&#60;script&#62;');
    expect(mail.html).not.toContain('<script');
  });

  test('an address that is none is told of in the list', () => {
    const { told } = readList({
      'recipients.csv':
        'id,office,address,email\na,Minister,Street,"a@example.org; b@example.org\nBcc: x@y.example"\n',
    });
    expect(told).toEqual([
      'recipients.csv:2:19 error[recipient-value] row 2 (a), “email”: must be an email address',
    ]);
  });

  test('nothing is fetched: pictures are what they show, and places of the page are words', async () => {
    const { html = '' } = await read(await draft('See [above](#x).\n\n## X {#x}'));
    expect(html).not.toMatch(/<img|src=|url\(|href="#x"/);
    expect(html).toContain('See above.');
  });
});

describe('plain text', () => {
  test('is wrapped so that the program that shows it can wrap it anew', async () => {
    const long =
      'The Ministry has returned people to a place that is not safe, and we ask it to stop. '.repeat(3);
    const bytes = await draft(`${long}\n\n> ${long}`, { attachments: [] });
    const text = plainPart(bytes);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
    const [first = [], second = []] = text.split('\r\n\r\n').map((paragraph) => paragraph.split('\r\n'));
    expect(first.slice(0, -1).every((line) => line.endsWith(' '))).toBe(true);
    expect(first.join('')).toBe(long.trim());
    expect(second.every((line) => line.startsWith('> '))).toBe(true);
  });

  test('has no line that is taken for a quotation, a signature or another message', async () => {
    const bytes = await draft('From us to you.\n\n\\> more\n\n\\-- \\\nname');
    const lines = plainPart(bytes).split('\r\n');
    expect(lines.slice(0, 6)).toEqual([' From us to you.', '', ' > more', '', '--', 'name']);
  });
});

/** What is between the boundaries, before a program has joined its lines. */
function plainPart(bytes: Uint8Array): string {
  const part = ascii(bytes)
    .split(/\r\n--[^\r]+\r\n/)
    .find((one) => one.includes('format=flowed'));
  return Buffer.from(part!.split('\r\n\r\n').at(-1)!, 'base64').toString('utf8');
}

/** The text with names for what cannot be seen. */
function visible(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '\u200f': 'RLM',
    '\u200e': 'LRM',
    '\u2066': 'LRI',
    '\u2068': 'FSI',
    '\u2069': 'PDI',
  };
  return text.replace(/[\u200e\u200f\u2066\u2068\u2069]/g, (char) => `[${names[char]}]`);
}
