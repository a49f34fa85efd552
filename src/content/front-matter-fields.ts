/** Looks up what the front matter schema says of the field at a path. */
import * as v from 'valibot';
import { FrontMatterSchema } from './front-matter-schema.ts';

/** What the walk needs to see of a schema; the library's own generic types say less than they hide. */
interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly value?: SchemaNode;
  readonly wrapped?: SchemaNode;
  readonly options?: readonly SchemaNode[];
}

/** The schema at a path; indexes of lists and names of maps lead to the schema of the item. */
function schemaAt(path: readonly (string | number)[]): SchemaNode | undefined {
  let schema: SchemaNode | undefined = FrontMatterSchema as unknown as SchemaNode;
  for (const key of path) {
    const map = mapOf(schema);
    schema = map?.entries ? map.entries[key] : (map?.item ?? map?.value);
  }
  return unwrap(schema);
}

const unwrap = (schema: SchemaNode | undefined): SchemaNode | undefined =>
  schema?.type === 'optional' ? unwrap(schema.wrapped) : schema;

/** Of the forms a value may take, the one with fields. */
function mapOf(schema: SchemaNode | undefined): SchemaNode | undefined {
  const plain = unwrap(schema);
  return plain?.type === 'union' ? plain.options?.map(unwrap).find((option) => option?.entries) : plain;
}

/** Names of the fields of the map at `path`; undefined where names are free or there is no map. */
export function fieldsAt(path: readonly (string | number)[]): readonly string[] | undefined {
  const entries = mapOf(schemaAt(path))?.entries;
  return entries && Object.keys(entries);
}

/** What the field at `path` is for. */
export function descriptionAt(path: readonly (string | number)[]): string | undefined {
  const schema = schemaAt(path);
  return schema && v.getDescription(schema as unknown as v.GenericSchema);
}
