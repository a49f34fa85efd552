/** The settings files as JSON Schema, for editors: from the very schemas that read them. */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { StyleSchema } from '../../src/compose/styles.ts';
import { BrandSchema } from '../../src/project/brand.ts';
import { ConfigSchema } from '../../src/project/config.ts';

const FILES: Readonly<Record<string, readonly [title: string, schema: v.GenericSchema]>> = {
  bayan: ['bayan.yaml', ConfigSchema],
  brand: ['brand.yaml', BrandSchema],
  styles: ['templates/styles.yaml', v.record(v.string(), v.nullish(StyleSchema))],
};

/** By the name of the file in docs/. What only code can check is left to Bayan. */
export function settingsSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(FILES).map(([name, [title, schema]]) => {
      const { $schema, ...rest } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
      // A file of remarks alone says nothing, and that is allowed.
      const own = name === 'brand' ? rest : { ...rest, type: ['object', 'null'] };
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...own }, undefined, 2)}\n`];
    }),
  );
}
