/** What marks between two braces make of a letter: fields, and sentences that are printed for some recipients only. */
import type { Token } from 'markdown-it';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { PositionMap } from '../../files/position-map.ts';
import type { Condition, Inline } from '../edition.ts';
import type { MergeMark } from '../markdown/merge-fields.ts';
import type { TreeContext } from './context.ts';
import { InlineFrame } from './inline-frame.ts';

/** The mark of a token. */
export function markOf(token: Token): MergeMark {
  return token.meta?.mark as MergeMark;
}

/** Where a mark stands, as offsets in its text. */
export function boundsOf(token: Token): readonly [start: number, end: number] {
  const start = token.map?.[0] ?? 0;
  return [start, start + Number(token.meta?.length)];
}

interface Place {
  /** What the marks were parsed from. */
  readonly content: string;
  readonly map: PositionMap;
  readonly context: TreeContext;
}

/** Adds a field to its text, or opens, changes or closes a condition; what cannot be is reported (`merge-syntax`). */
export function addMergeMark(token: Token, stack: InlineFrame[], place: Place): void {
  const { content, map } = place;
  const [start, end] = boundsOf(token);
  const mark = markOf(token);
  switch (mark.kind) {
    case 'fault':
      fail(token, place, mark.problem, mark.hint);
      break;
    case 'field':
      stack.at(-1)!.add({ type: 'merge-field', name: mark.name, span: map.span(start, end) }, end, map);
      break;
    case 'if':
      if (!isAlone(content, start, end) && !beginsSentence(content.slice(0, start)))
        fail(token, place, MIDDLE, WHOLE);
      stack.push(new InlineFrame('condition', token, start, { field: mark.name, filled: true }));
      break;
    default:
      turnCondition(token, mark.kind, stack, place);
  }
}

const MIDDLE = 'stands in the middle of a sentence';
const WHOLE = 'put the whole sentence into it, and write it once for each case';

/** Ends a condition, or what it has for those that it holds for. */
function turnCondition(token: Token, kind: 'else' | 'end', stack: InlineFrame[], place: Place): void {
  const { content, map } = place;
  const [start, end] = boundsOf(token);
  const frame = stack.at(-1)!;
  const { condition } = frame;
  if (!condition && stack.some((open) => open.kind === 'condition'))
    fail(
      token,
      place,
      'stands inside of bold, a link or the like that began after {{#if}}',
      'move it behind the end of that',
    );
  else if (!condition)
    fail(
      token,
      place,
      'has no {{#if}} before it in this paragraph',
      'put both on lines of their own, with an empty line above and below',
    );
  else if (kind === 'else' && !condition.filled) fail(token, place, 'is there twice', 'keep one of the two');
  else {
    if (!isAlone(content, start, end) && !endsSentence(content.slice(0, start), content.slice(end)))
      fail(token, place, MIDDLE, WHOLE);
    const alternative = kind === 'else';
    stack.pop();
    closeCondition(frame, stack.at(-1)!, { end, map, alternative });
    if (alternative)
      stack.push(new InlineFrame('condition', token, start, { field: condition.field, filled: false }));
  }
}

function fail(token: Token, { content, map, context }: Place, problem: string, hint: string): void {
  const [start, end] = boundsOf(token);
  const written = content.slice(start, end);
  context.report.error('merge-syntax', map.span(start, end), `“${written}” ${problem}`, { hint });
}

/** Reports a condition that its text does not close. */
export function reportOpenCondition(frame: InlineFrame, { map, context }: Omit<Place, 'content'>): void {
  const [start, end] = frame.token ? boundsOf(frame.token) : [frame.start, frame.start + 1];
  context.report.error(
    'merge-syntax',
    map.span(start, end),
    'this condition is not closed in its paragraph',
    {
      hint: 'write {{/if}} behind its last sentence; around several paragraphs, put both on lines of their own with empty lines around',
    },
  );
}

/** Fields are words, and no part of what a picture says or of where a link leads. */
export function reportMergeInAlt(image: Token, span: SourceSpan, { report }: TreeContext): void {
  if (!image.children?.some(({ type }) => type === 'merge')) return;
  report.error('merge-syntax', span, 'a picture says the same in every letter', {
    hint: 'take the field out of its alternative text',
  });
}

/** The same of an address, in which braces stand for nothing. */
export function reportMergeInAddress(url: string, span: SourceSpan, context: TreeContext): boolean {
  if (context.mergeFields !== true || !/\{\{|%7B%7B/i.test(url)) return false;
  context.report.error('merge-syntax', span, 'a link leads to the same place in every letter', {
    hint: 'take the field out of its address',
  });
  return true;
}

/** Ends the part of a condition that was gathered, as a span of its parent. */
function closeCondition(
  frame: InlineFrame,
  parent: InlineFrame,
  {
    end,
    map,
    alternative,
  }: { readonly end: number; readonly map: PositionMap; readonly alternative: boolean },
): void {
  const children = frame.finish(map);
  const { field, filled } = frame.condition!;
  const when: Condition = { field, filled, ...(alternative && { alternative }) };
  const span: Inline = { type: 'span', attributes: {}, children, span: map.span(frame.start, end), when };
  parent.add(span, end, map);
}

/** Marks that end a sentence, with the closing signs behind them; another mark in braces may be one too. */
const SENTENCE_END = /(?:[.!?…:;؟۔।॥።။。！？؛][\p{Pe}\p{Pf}"'’*_~]*|\}\})$/u;

/** Whether a mark has a line of its own, as somebody writes who has lines in mind and not sentences. */
function isAlone(content: string, start: number, end: number): boolean {
  const before = content.slice(content.lastIndexOf('\n', start - 1) + 1, start);
  return before.trim() === '' && (content.slice(end).split('\n', 1)[0] ?? '').trim() === '';
}

/** Calls of notes stand behind the mark that ends a sentence. */
const NOTE_CALLS = /(?:\[\^[^\]\s]+\])+$/;

function beginsSentence(before: string): boolean {
  const text = before.replace(/[\s\p{Ps}\p{Pi}"'*_~]+$/u, '').replace(NOTE_CALLS, '');
  return text === '' || SENTENCE_END.test(text);
}

function endsSentence(before: string, after: string): boolean {
  const rest = after.replace(/\{\{(?:else|\/\s*if)\}\}/g, '').trim();
  return (
    rest === '' || /^\{\{/.test(after.trim()) || SENTENCE_END.test(before.trim().replace(NOTE_CALLS, ''))
  );
}
