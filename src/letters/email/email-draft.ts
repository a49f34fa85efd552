/**
 * The draft of an e-mail with a letter in it and its PDF attached, as a file that a mail program opens (RFC 5322, RFC 2045). Bayan sends
 * nothing: who sends it, from which account and when is up to the person who opens it.
 */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Edition } from '../../content/edition.ts';
import type { FieldValue } from '../../content/fields/field.ts';
import { SCALARS } from '../../content/fields/scalars.ts';
import { nameOf, type Recipient } from '../recipients/recipient.ts';
import { flowedText } from './flowed.ts';
import { htmlBody } from './html-body.ts';
import { TextBody } from './text-body.ts';

export interface EmailDraft {
  /** The letter as it is merged to the recipient. */
  readonly edition: Edition;
  readonly recipient: Recipient;
  /** Above the text; empty where the text has a salutation of its own. */
  readonly opening: string;
  /** Below the text and above those who sign; empty where the text has one of its own. */
  readonly closing: string;
  readonly attachments: readonly EmailAttachment[];
}

export interface EmailAttachment {
  /** Of the file; what no file may be called is taken out of it. */
  readonly name: string;
  /** Of a PDF. */
  readonly bytes: Uint8Array;
}

/**
 * The bytes of an .eml file: the same for the same draft. Without an address it is a draft to nobody, which the person who opens
 * it fills in. It has no sender, no day and no id: a mail program adds its own when it is sent.
 */
export async function emailDraft(draft: EmailDraft): Promise<Uint8Array> {
  const { edition, recipient, opening } = draft;
  const closing = [draft.closing, ...signatures(edition)].filter((line) => line !== '');
  const text = flowedText(new TextBody(edition).paragraphs(opening, closing));
  const html = htmlBody(edition, opening, closing);
  const attachments = draft.attachments.map(({ name, bytes }) => ({
    filename: fileName(name),
    content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    contentType: 'application/pdf',
  }));
  const mail = {
    to: addresses(recipient),
    subject: oneLine(edition.frontMatter.title),
    headers: {
      'X-Unsent': '1',
      'Content-Language': edition.lang,
      // Left out of the message because they are empty; without them the composer would ask the clock and roll dice.
      Date: ' ',
      'Message-ID': { prepared: true, value: ' ' },
    },
    alternatives: [
      { contentType: 'text/plain; charset=utf-8; format=flowed', content: Buffer.from(text) },
      { contentType: 'text/html; charset=utf-8', content: Buffer.from(html) },
    ].map((part) => ({ ...part, contentTransferEncoding: 'base64' })),
    attachments,
    ...{ textEncoding: 'B' as const, disableFileAccess: true, disableUrlAccess: true },
  };
  const digest = createHash('sha256').update(JSON.stringify([mail.to, mail.subject, text, html]));
  for (const { content } of attachments) digest.update(content);
  const baseBoundary = digest.digest('hex').slice(0, 32);
  return new MailComposer({ ...mail, baseBoundary }).compile().build();
}

/** What the list has as addresses; the name stands with it where there is one address. */
function addresses(recipient: Recipient): { name: string; address: string }[] {
  const sound = recipient.email.filter((address) => SCALARS.email.read(address).problem === undefined);
  const name = nameOf(recipient) ?? '';
  return sound.map((address) => ({ name: sound.length === 1 ? oneLine(name) : '', address }));
}

/** Those who sign, line by line, as the front matter has them. */
function signatures({ declared }: Edition): readonly string[] {
  const { signers } = declared;
  if (!Array.isArray(signers)) return [];
  return signers.flatMap((signer: FieldValue) => {
    if (typeof signer !== 'object' || Array.isArray(signer)) return [];
    const { name, office, organisation } = signer as Readonly<Record<string, FieldValue | undefined>>;
    return [name, office, organisation].filter(isText);
  });
}

const isText = (value: FieldValue | undefined): value is string =>
  typeof value === 'string' && value.trim() !== '';

/** Without what would begin another line, or another header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Without folders, controls, and what would show another ending than the file has. */
function fileName(name: string): string {
  const safe = name
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '-')
    .replace(/^[.\s]+/, '');
  return safe === '' ? 'letter.pdf' : safe;
}
