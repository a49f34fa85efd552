/** `lookup`: a field or item by a name that is itself a value. Own fields only, in place of Handlebars' own. */
import { describe, type HelperDefinition, helperFault } from './helper.ts';

export const lookup: HelperDefinition = {
  name: 'lookup',
  summary: 'A field or item by a computed name; nothing when it is not there.',
  example: '{{#with (lookup images kind)}}<image src="{{src}}" alt="{{alt}}" />{{/with}}',
  params: [2, 2],
  hash: [],
  lax: true,
  run: (call) => {
    const [from, name] = call.params;
    if (typeof name !== 'string' && typeof name !== 'number') {
      throw helperFault(call, `${describe(name)} is not the name of a field`);
    }
    if (typeof from !== 'object' || from === null || !Object.hasOwn(from, name)) return null;
    return (from as Readonly<Record<string | number, unknown>>)[name];
  },
};
