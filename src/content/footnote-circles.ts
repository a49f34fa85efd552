/** Footnotes that call themselves, through others or at once: no reader would come to an end of them. */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Footnote } from './edition.ts';
import { inlinesIn } from './walk.ts';

interface Call {
  readonly index: number;
  readonly span: SourceSpan;
}

/** Reports `footnote-circle` at each call that leads back to the note it stands in. */
export function reportFootnoteCircles(footnotes: readonly Footnote[], report: Report): void {
  const calls = footnotes.map(({ children }) => callsIn(children));
  const done = new Set<number>();
  for (let start = 0; start < footnotes.length; start++) if (!done.has(start)) follow(start);

  /** Goes through what a note calls, without recursion: hostile text may chain thousands of notes. */
  function follow(start: number): void {
    const path = [{ index: start, next: 0 }];
    const depths = new Map([[start, 0]]);
    while (path.length > 0) {
      const here = path.at(-1)!;
      const call = calls[here.index]![here.next++];
      if (!call) {
        done.add(here.index);
        depths.delete(here.index);
        path.pop();
        continue;
      }
      const depth = depths.get(call.index);
      if (depth !== undefined) reportCircle(path.slice(depth), call);
      else if (!done.has(call.index)) {
        depths.set(call.index, path.length);
        path.push({ index: call.index, next: 0 });
      }
    }
  }

  function reportCircle(circle: readonly { readonly index: number }[], { span }: Call): void {
    const names = [...circle, circle[0]!].map(({ index }) => `[^${footnotes[index]!.label}]`);
    const message =
      circle.length === 1
        ? `the footnote ${names[0]} calls itself`
        : `footnotes call each other in a circle: ${names.join(' calls ')}`;
    report.error('footnote-circle', span, message, { hint: 'take this call out' });
  }
}

function callsIn(children: Footnote['children']): readonly Call[] {
  const calls: Call[] = [];
  for (const inline of inlinesIn(children))
    if (inline.type === 'footnote-reference') calls.push({ index: inline.index, span: inline.span });
  return calls;
}
