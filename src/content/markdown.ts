/** Markdown to a tree of blocks: parse, build, number the footnotes, check what only the whole can show. */
import type { Block, Footnote } from './edition.ts';
import { reportFootnoteCircles } from './footnote-circles.ts';
import { createEnv } from './markdown/notes.ts';
import { markdownParser } from './markdown/parser.ts';
import { BlockBuilder, type BodySource } from './tree/blocks.ts';
import { FootnoteCalls, type TreeContext } from './tree/context.ts';
import { buildInlines } from './tree/inlines.ts';

export interface Content {
  readonly body: readonly Block[];
  /** In the order of their first call. */
  readonly footnotes: readonly Footnote[];
}

/**
 * Parses the Markdown of a content file. Everything wrong with it is reported; the tree is whole all the same.
 *
 * @param context its `footnotes` are replaced
 */
export function parseMarkdown(source: BodySource, outer: TreeContext): Content {
  const env = createEnv(undefined, outer.mergeFields);
  const tokens = markdownParser().parse(source.text, env);
  const calls = new FootnoteCalls(env.footnotes);
  const context: TreeContext = { ...outer, footnotes: calls };
  const builder = new BlockBuilder(context, source, env);
  const body = builder.build(tokens);
  const footnotes: Footnote[] = [];
  // Footnotes may call footnotes, so the list grows while it is walked.
  for (let index = 0; index < calls.called.length; index++) {
    const { label, inline } = calls.called[index]!;
    if (inline) {
      const { tokens: children, content, map } = inline;
      const span = map.span(0, content.length);
      const built = buildInlines(children, content, map, context);
      const attributes = built.trailing?.attributes ?? {};
      footnotes.push({
        label: '',
        children: [{ type: 'paragraph', children: built.children, attributes, span }],
        span,
      });
    } else {
      const start = env.notes.definitions.get(label)?.[0] ?? 0;
      const children = builder.build(builder.definitions.get(label) ?? []);
      footnotes.push({ label, children, span: builder.spanAt(start, label.length + 3) });
    }
  }
  reportDefinitions(builder, calls);
  reportFootnoteCircles(footnotes, context.report);
  if (env.notes.tooDeep !== undefined) {
    context.report.error(
      'nesting-too-deep',
      builder.spanAt(env.notes.tooDeep),
      'lists or quotes are nested too deeply',
      {
        hint: 'no reader can follow that many levels',
      },
    );
  }
  return { body, footnotes };
}

function reportDefinitions(builder: BlockBuilder, calls: FootnoteCalls): void {
  const { report } = builder.context;
  for (const [label, starts] of builder.env.notes.definitions) {
    if (!builder.definitions.has(label)) continue;
    const [first = 0, ...others] = starts;
    for (const start of others) {
      report.error(
        'footnote-unknown',
        builder.spanAt(start, label.length + 3),
        `the footnote [^${label}] is defined twice`,
        {
          hint: 'rename one of the two',
        },
      );
    }
    if (calls.has(label)) continue;
    report.warning(
      'footnote-unknown',
      builder.spanAt(first, label.length + 3),
      `the footnote [^${label}] is never called, so it is not printed`,
      {
        hint: `write [^${label}] where it belongs`,
      },
    );
  }
}
