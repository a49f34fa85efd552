/** Gradients and patterns that take after others: each attribute is that of the first which has it. */
import type { SvgElement } from './element.ts';
import { localHref, MOST_REFERENCES, referred, type SvgContext } from './scope.ts';

export const GRADIENTS = ['linearGradient', 'radialGradient'];

/** An element and those that it takes after, by `href`. */
export function chainOf(context: SvgContext, first: SvgElement): SvgElement[] {
  const chain = [first];
  for (;;) {
    const last = chain[chain.length - 1]!;
    const href = localHref(context, last);
    const next =
      href && referred(context, href.id, href.at, first.name === 'pattern' ? ['pattern'] : GRADIENTS);
    if (!next || chain.includes(next) || chain.length >= MOST_REFERENCES) return chain;
    chain.push(next);
  }
}

export function owner(chain: readonly SvgElement[], attribute: string): SvgElement | undefined {
  return chain.find(({ attributes }) => attributes.has(attribute));
}

export function word(chain: readonly SvgElement[], attribute: string): string | undefined {
  return owner(chain, attribute)?.attributes.get(attribute)?.value.trim();
}
