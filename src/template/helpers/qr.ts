/** `qr`: a QR code of an address. */
import { escapeMarkup, Markup, TextValue } from '../handlebars/values.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

const ATTRIBUTES = ['size', 'alt', 'color', 'align', 'margin', 'width'] as const;

export const qr: HelperDefinition = {
  name: 'qr',
  summary: 'A QR code; the named arguments are the attributes of <qr>.',
  example: '{{qr action.url size="30mm" alt="…"}}',
  params: [1, 1],
  hash: ATTRIBUTES,
  run: (call) => {
    const [value] = call.params;
    if (typeof value !== 'string' || value === '') {
      throw helperFault(call, `${describe(value)} is not an address`, 'wrap it in {{#if action}}…{{/if}}');
    }
    const attributes = ATTRIBUTES.filter((name) => call.hash[name] !== undefined).map((name) => {
      const given = call.hash[name];
      if (typeof given === 'string' || typeof given === 'number' || given instanceof TextValue) {
        return ` ${name}="${escapeMarkup(`${given}`)}"`;
      }
      throw helperFault(call, `${name} is ${describe(given)}, not text`);
    });
    return new Markup(`<qr value="${escapeMarkup(value)}"${attributes.join('')}/>`);
  },
};
