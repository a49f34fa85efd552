/** Reads a list of people that was written by hand: a YAML list with a map of values for each. */
import { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { decodeUtf8 } from '../../files/text-file.ts';
import { YamlDocument } from '../../files/yaml-document.ts';
import { isYamlMap, type YamlValue } from '../../files/yaml-nodes.ts';
import type { ListSubject, Table, TableRow } from './table.ts';

/** Some 3,000 people; whoever has more has a spreadsheet. */
const LONGEST = 1_000_000;

/** The table in a file; undefined after reporting why there is none. */
export function readYamlList(file: SourceFile, subject: ListSubject, report: Report): Table | undefined {
  const { invalid, one, many, first } = subject;
  const hint = `begin each ${one} with “- ${first}: …”, and indent what follows below “${first}”`;
  const text = decodeUtf8(file.bytes, file.path, report);
  if (text === undefined) return undefined;
  const options = { file: file.path, scalars: 'text', what: 'the list', longest: LONGEST } as const;
  const faults = new Report();
  const yaml = YamlDocument.parse(text, options, faults);
  // Hints to YAML quote what is written, and these are people's names.
  for (const { hint: _, ...fault } of faults.diagnostics) report.add(fault);
  if (!yaml) return undefined;
  const items = yaml.value as YamlValue;
  if (!Array.isArray(items)) {
    report.error(invalid, yaml.span([]), `the file must be a list of ${many}`, { hint });
    return undefined;
  }
  const columns = new Map<string, number>();
  const rows: TableRow[] = [];
  for (const [index, item] of (items as readonly YamlValue[]).entries()) {
    if (!isYamlMap(item)) {
      report.error(invalid, yaml.span([index]), `${one} ${index + 1} has no fields`, { hint });
      continue;
    }
    const cells: string[] = [];
    for (const [name, value] of Object.entries(item)) {
      if (!columns.has(name)) columns.set(name, columns.size);
      cells[columns.get(name)!] = lines(value);
    }
    rows.push({ number: index + 1, cells: Array.from(cells, (cell = '') => cell) });
  }
  const names = [...columns.keys()];
  return {
    file: file.path,
    columns: names,
    rows,
    span(row, column) {
      const name = column === undefined ? undefined : names[column];
      const holder =
        row?.number ?? 1 + items.findIndex((item) => isYamlMap(item) && Object.hasOwn(item, name ?? ''));
      const path = [holder - 1, ...(name === undefined ? [] : [name])];
      return yaml.span(path, row ? 'value' : 'key');
    },
    place: (row) => `${one} ${row.number}`,
  };
}

/** A list of values is what lines are in a cell. */
function lines(value: YamlValue): string {
  if (typeof value === 'string') return value.trim();
  return isYamlMap(value)
    ? Object.values(value).map(lines).join('\n')
    : value.map((item: YamlValue) => lines(item)).join('\n');
}
