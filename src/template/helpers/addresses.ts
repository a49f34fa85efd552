/** Helpers for addresses: `url` prints one for people to type, `qr` for telephones to read. */
import { escapeMarkup, Markup, TextValue } from '../handlebars/values.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

const QR_ATTRIBUTES = ['size', 'alt', 'color', 'align', 'margin', 'width'] as const;

export const qr: HelperDefinition = {
  name: 'qr',
  summary: 'A QR code; the named arguments are the attributes of <qr>.',
  example: '{{qr action.url size="30mm" alt="…"}}',
  params: [1, 1],
  hash: QR_ATTRIBUTES,
  run: (call) => {
    const [value] = call.params;
    if (typeof value !== 'string' || value === '') {
      throw helperFault(call, `${describe(value)} is not an address`, 'wrap it in {{#if action}}…{{/if}}');
    }
    const attributes = QR_ATTRIBUTES.filter((name) => call.hash[name] !== undefined).map((name) => {
      const given = call.hash[name];
      if (typeof given === 'string' || typeof given === 'number' || given instanceof TextValue) {
        return ` ${name}="${escapeMarkup(`${given}`)}"`;
      }
      throw helperFault(call, `${name} is ${describe(given)}, not text`);
    });
    return new Markup(`<qr value="${escapeMarkup(value)}"${attributes.join('')}/>`);
  },
};

export const url: HelperDefinition = {
  name: 'url',
  summary: 'An address without its scheme and closing slash, for print.',
  example: '{{url action.url}}',
  params: [1, 1],
  hash: [],
  run: (call) => {
    const [value] = call.params;
    if (typeof value !== 'string' || value === '') {
      throw helperFault(
        call,
        `${describe(value)} is not an address`,
        'to print a field called url, write {{this.url}}',
      );
    }
    return value.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/+$/, '');
  },
};
