/** Selectors of style sheets: elements, classes and ids, alone, together and one inside another. */
import type { SvgElement } from './element.ts';

export interface Compound {
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  /** How it stands to the one before it in the selector. */
  readonly inside: 'somewhere' | 'directly' | undefined;
}

export function classesOf({ attributes }: SvgElement): string[] {
  return attributes.get('class')?.value.split(/\s+/).filter(Boolean) ?? [];
}

/** The parts of a selector; undefined when it asks for anything else. */
export function readSelector(selector: string): Compound[] | undefined {
  const compounds: Compound[] = [];
  let inside: Compound['inside'];
  for (const word of selector.replace(/\s*>\s*/g, ' > ').split(/\s+/)) {
    if (word === '>') {
      inside = 'directly';
      continue;
    }
    const match = /^(\*|[a-z][\w-]*)?((?:[.#][\w\u0080-\uffff-]+)*)$/i.exec(word.replace(/^:root/, 'svg'));
    if (!match || word === '') return undefined;
    const names = match[2]?.match(/[.#][^.#]+/g) ?? [];
    compounds.push({
      tag: match[1] === '*' ? undefined : match[1],
      id: names.find((name) => name.startsWith('#'))?.slice(1),
      classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
      inside: compounds.length === 0 ? undefined : (inside ?? 'somewhere'),
    });
    inside = undefined;
  }
  return compounds;
}

/** Each element is asked once for each compound, however the ancestors could be shared out among them. */
export function matches(
  element: SvgElement,
  compounds: readonly Compound[],
  index: number,
  asked = new Map<SvgElement, Map<number, boolean>>(),
): boolean {
  const answers = asked.get(element) ?? new Map<number, boolean>();
  asked.set(element, answers);
  const before = answers.get(index);
  if (before !== undefined) return before;
  const compound = compounds[index]!;
  let found = matchesAlone(element, compound) && !compound.inside;
  if (!found && matchesAlone(element, compound))
    for (let outer = element.parent; outer && !found; outer = outer.parent) {
      found = matches(outer, compounds, index - 1, asked);
      if (compound.inside === 'directly') break;
    }
  answers.set(index, found);
  return found;
}

function matchesAlone(element: SvgElement, { tag, id, classes }: Compound): boolean {
  if (tag !== undefined && tag !== element.name) return false;
  if (id !== undefined && id !== element.attributes.get('id')?.value) return false;
  const own = classesOf(element);
  return classes.every((name) => own.includes(name));
}
