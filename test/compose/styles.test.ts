/** Style sheets: what a style takes over from others, and what is wrong with a styles.yaml, at its line. */
import { describe, expect, it } from 'vitest';
import { readStyleSheet } from '../../src/compose/styles.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ReadFile } from '../../src/files/source-file.ts';
import { findLanguage } from '../../src/language/language.ts';

function read(...texts: string[]) {
  const report = new Report();
  const sheet = readStyleSheet(
    texts.map((text, index) => new ReadFile(`${index + 1}.yaml`, Buffer.from(text))),
    report,
  );
  const messages = report.diagnostics.map(
    ({ code, message, span }) => `${span?.file}:${span?.line}:${span?.column} ${code}: ${message}`,
  );
  return {
    messages,
    rules: (name: string, tag = 'en') => sheet.rules(name, findLanguage(tag)!, report, undefined),
  };
}

describe('a style', () => {
  it('starts from the one it extends, and a language or script changes it', () => {
    const { rules, messages } = read(`
title: { size: 23, weight: bold, scripts: { Arab: { size: 21 } }, languages: { ur: { size: 20 } } }
notice: { extends: title, weight: normal }
`);
    expect(messages).toEqual([]);
    expect(rules('notice')).toEqual({ size: 23, weight: 'normal' });
    expect(rules('notice', 'fa-AF')).toEqual({ size: 21, weight: 'normal' });
    expect(rules('notice', 'ur')).toEqual({ size: 20, weight: 'normal' });
  });

  it('of a later sheet changes only what it names', () => {
    const { rules } = read('list: { gap: 5, spacing: 2 }', 'list: { gap: 0.5em }');
    expect(rules('list')).toEqual({ gap: '0.5em', spacing: 2 });
  });
});

describe('extends', () => {
  it('in a circle is told at its line, and the styles keep what they say themselves', () => {
    const { rules, messages } = read(`one: { extends: two, size: 10 }
two:
  size: 20
  extends: three
three: { extends: one, weight: bold }
`);
    expect(messages).toEqual([
      '1.yaml:1:17 style-invalid: styles extend each other in a circle: "one" extends "two" extends "three" extends "one"',
    ]);
    expect(rules('one')).toEqual({ size: 10 });
    expect(rules('two')).toEqual({ size: 20, weight: 'bold' });
  });

  it('of itself is a circle too', () => {
    expect(read('h2: { extends: h2 }').messages).toEqual([
      '1.yaml:1:16 style-invalid: styles extend each other in a circle: "h2" extends "h2"',
    ]);
  });

  it('over two sheets is told in the one that closes the circle', () => {
    const { messages } = read('h5: { extends: h4 }\nh4: { size: 10 }', 'h4: { extends: h5 }');
    expect(messages).toEqual([
      '2.yaml:1:16 style-invalid: styles extend each other in a circle: "h4" extends "h5" extends "h4"',
    ]);
  });

  it('of a style that does not exist names the nearest', () => {
    expect(read('title: { size: 20 }\nnotice: { extends: titel }').messages).toEqual([
      '1.yaml:2:20 style-invalid: style "notice" extends "titel", and there is no such style',
    ]);
  });
});
