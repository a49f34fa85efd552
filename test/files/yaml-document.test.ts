/** YAML is read in silence: what is odd goes to the report. */
import { expect, test, vi } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { YamlDocument } from '../../src/files/yaml-document.ts';

test('a key that is a map writes nothing to the terminal behind the report’s back', () => {
  const emit = vi.spyOn(process, 'emitWarning').mockReturnValue();
  const options = { file: 'brand.yaml', scalars: 'typed', what: 'the file' } as const;
  expect(YamlDocument.parse('? { a: b }\n: c\n', options, new Report())?.value).toBeDefined();
  expect(emit).not.toHaveBeenCalled();
  emit.mockRestore();
});
