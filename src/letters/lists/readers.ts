/** The forms that a list of people is written in, by the ending of its file. */
import { readCsv } from './csv.ts';
import type { ReadTable } from './table.ts';
import { readXlsx } from './xlsx/read.ts';
import { readYamlList } from './yaml.ts';

export const READERS: Readonly<Record<string, ReadTable>> = {
  csv: readCsv,
  xlsx: readXlsx,
  yaml: readYamlList,
};
