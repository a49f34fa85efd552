/** What the page makes of the states that come: which documents it shows, and which signs change at once. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Calm } from '../../../src/preview/page/calm.ts';
import { besideOf, findSide } from '../../../src/preview/page/sides.ts';
import type { DocumentState, PreviewDocument, PreviewState } from '../../../src/preview/protocol.ts';

function document(id: string, state: DocumentState = 'fresh'): PreviewDocument {
  const [, lang = '', kind = ''] = id.split('/');
  const rest = { direction: 'ltr', language: lang, file: '', editor: '', diagnostics: [] } as const;
  return { id, lang, kind, state, ...rest };
}

function state(documents: readonly PreviewDocument[], more: Partial<PreviewState> = {}): PreviewState {
  const publications = [{ slug: 'air', title: 'Air', source: 'en', texts: '', documents }];
  return { revision: 1, organisation: '', building: false, publications, diagnostics: [], ...more };
}

const ALL = ['air/ar/brief', 'air/en/brief', 'air/en/flyer', 'air/ps/brief', 'air/ps/flyer'].map((id) =>
  document(id),
);

describe('shown is', () => {
  test.each([
    ['what is asked for', 'air/ps/flyer', 'air/ps/flyer'],
    ['the original when nothing is', undefined, 'air/en/brief'],
    ['the same kind of the original when a language has gone', 'air/fa/flyer', 'air/en/flyer'],
    ['the same kind of the original when a language never had it', 'air/ar/flyer', 'air/en/flyer'],
    ['the original of another publication when one has gone', 'sea/en/brief', 'air/en/brief'],
  ])('%s', (_, id, expected) => {
    expect(findSide(state(ALL), id)?.document.id).toBe(expected);
  });
  test('another language when one has gone, and not the same as on the other side', () => {
    expect(findSide(state(ALL), 'air/fa/brief', 'air/en/brief')?.document.id).toBe('air/ar/brief');
    expect(findSide(state(ALL), 'air/en/brief', 'air/en/brief')?.document.id).toBe('air/en/brief');
    expect(findSide(state([ALL[1]!]), 'air/fa/brief', 'air/en/brief')).toBeUndefined();
  });
  test('nothing where there is nothing', () => {
    expect(findSide(state([]), 'air/en/brief')).toBeUndefined();
  });
});

describe('beside it is', () => {
  test.each([
    ['the original of the same kind', 'air/ps/flyer', 'air/en/flyer'],
    ['the next translation, beside the original', 'air/en/brief', 'air/ps/brief'],
  ])('%s', (_, id, expected) => {
    expect(besideOf(findSide(state(ALL), id)!)?.id).toBe(expected);
  });
  test('nothing where there is one document', () => {
    expect(besideOf(findSide(state([ALL[1]!]), undefined)!)).toBeUndefined();
  });
});

describe('signs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const begin = (first: PreviewState) => {
    const shown: string[] = [];
    const calm = new Calm(({ building, publications }) => {
      const states = publications.flatMap(({ documents }) => documents.map((each) => each.state));
      shown.push([building ? 'building:' : 'at rest:', ...states].join(' '));
    });
    calm.receive(first);
    return { calm, shown };
  };
  const fresh = state([document('air/en/brief'), document('air/ps/brief', 'stale-translation')]);
  const building = state(
    [document('air/en/brief', 'building'), document('air/ps/brief', 'stale-translation')],
    { building: true },
  );

  test('do not flicker while a build is short', () => {
    const { calm, shown } = begin(fresh);
    calm.receive(building);
    vi.advanceTimersByTime(100);
    calm.receive(fresh);
    vi.advanceTimersByTime(1000);
    expect(new Set(shown)).toEqual(new Set(['at rest: fresh stale-translation']));
  });
  test('say that a document is built when it takes long', () => {
    const { calm, shown } = begin(fresh);
    calm.receive(building);
    vi.advanceTimersByTime(1000);
    expect(shown.at(-1)).toBe('building: building stale-translation');
  });
  test('show at once what else has changed', () => {
    const { calm, shown } = begin(fresh);
    calm.receive({
      ...building,
      publications: state([document('air/en/brief', 'building'), document('air/ps/brief', 'errors')])
        .publications,
    });
    expect(shown.at(-1)).toBe('at rest: fresh errors');
  });
});
