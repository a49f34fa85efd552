/**
 * The table behind `bayan build --timings`: milliseconds by stage, for all PDFs together and for the slowest.
 */
import type { BuiltDocument } from '../build/edition.ts';

/** One line for each stage, in the order the stages ran; ends without a newline. */
export function timingTable(documents: readonly BuiltDocument[]): string {
  const stages = [...new Set(documents.flatMap(({ timings }) => Object.keys(timings)))];
  const time = (document: BuiltDocument, stage: string): number => document.timings[stage] ?? 0;
  const rows = stages.map((stage) => {
    const times = documents.map((document) => time(document, stage));
    const slowest = documents[times.indexOf(Math.max(...times))];
    return { stage, total: sum(times), most: Math.max(...times), slowest: slowest?.path ?? '' };
  });
  const total = sum(rows.map((row) => row.total));
  const width = Math.max(...stages.map((stage) => stage.length), 'all stages'.length);
  const line = (name: string, all: number, end = ''): string =>
    `${name.padEnd(width)}  ${all.toFixed(1).padStart(9)} ms${end}`;
  return [
    '',
    ...rows.map(({ stage, total, most, slowest }) =>
      line(stage, total, `   most: ${most.toFixed(1)} ms, ${slowest}`),
    ),
    line('all stages', total),
  ].join('\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
