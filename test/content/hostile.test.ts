/** Content that is meant to take long, or to nest deep. */
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../support/linear.ts';
import { parse } from './parse-text.ts';

describe('hostile input', () => {
  it.each<[name: string, size: number, body: (size: number) => string]>([
    ['brackets', 40_000, (n) => '['.repeat(n)],
    ['stars', 100_000, (n) => '*'.repeat(n)],
    ['nested strong', 20_000, (n) => `${'*'.repeat(n / 2)}a${'*'.repeat(n / 2)}`],
    ['footnote calls', 40_000, (n) => `[^x]: y\n\n${'[^'.repeat(n / 2)}`],
    ['inline footnotes', 100_000, (n) => `${'^['.repeat(200)}${'a'.repeat(n)}${']'.repeat(200)}`],
    ['bare addresses', 100_000, (n) => '://'.repeat(n / 3)],
    ['addresses in addresses', 100_000, (n) => 'www.a.b/(['.repeat(n / 10)],
    ['ends of an address', 100_000, (n) => `www.a.b/${').'.repeat(n / 2)}`],
    ['email addresses', 60_000, (n) => 'a_b@c.d '.repeat(n / 8)],
    ['halves of email addresses', 100_000, (n) => 'a@b.'.repeat(n / 4)],
    ['tildes', 60_000, (n) => '~a ~~b '.repeat(n / 7)],
    ['spaces', 200_000, (n) => `a${' '.repeat(n)}b`],
    ['unclosed comments', 100_000, (n) => '<!--'.repeat(n / 4)],
    ['unclosed attributes', 50_000, (n) => '{.a '.repeat(n / 4)],
    ['quote marks', 100_000, (n) => '> '.repeat(n / 2)],
    ['the same footnote', 40_000, (n) => '[^a]: b\n'.repeat(n / 8)],
  ])('of %s takes linear time', (_name, length, bodyOf) => {
    expectLinear((size) => void parse(`---\ntitle: T\ndate: 2024\n---\n${bodyOf(size)}`), length);
  });

  it('nested deeper than anybody reads is an error, not a loss of text', () => {
    expect(parse(`---\ntitle: T\ndate: 2024\n---\n${'> '.repeat(50)}a`).said.join()).toContain(
      'nesting-too-deep @5:',
    );
  });
});
