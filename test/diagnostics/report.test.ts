import { expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';

test('a child knows only its own faults, and its parent knows them too', () => {
  const report = new Report();
  report.error('content-empty', undefined, 'before');
  const child = report.child();
  expect([report.hasErrors, child.hasErrors]).toEqual([true, false]);
  const grandchild = child.child();
  grandchild.error('image-missing', undefined, 'inside');
  expect([child.hasErrors, report.diagnostics.length]).toEqual([true, 2]);
});

test('what was said before still counts for the child that says it again', () => {
  const report = new Report();
  for (const child of [report.child(), report.child()]) {
    child.error('content-empty', undefined, 'twice');
    expect(child.hasErrors).toBe(true);
  }
  expect(report.diagnostics).toHaveLength(1);
});
