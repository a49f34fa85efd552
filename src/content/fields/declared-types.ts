/** The types of fields that `templates/<kind>.yaml` may declare, as docs/templates.md shows them. */
import type { Field } from './field.ts';

export interface DeclaredType {
  readonly type: Field['type'];
  /** What authors write. */
  readonly takes: string;
  /** How a template prints it. */
  readonly print: string;
}

export const DECLARED_TYPES: readonly DeclaredType[] = [
  { type: 'text', takes: 'text, printed as it is', print: '{{place}}' },
  { type: 'markdown', takes: 'text with emphasis and links', print: '{{inline about}}' },
  {
    type: 'date',
    takes: '`2026-03-20`, `2026-03` or `2026`; a Solar Hijri date with `AP` behind it: `1404-12-29 AP`',
    print: '{{date deadline}}',
  },
  { type: 'time', takes: '`18:30`, on the 24-hour clock', print: '{{time start}}' },
  { type: 'number', takes: '`120`, `2.5`', print: '{{number seats}}' },
  {
    type: 'url',
    takes: 'a whole address: `https://…`, `mailto:…`, `tel:…`',
    print: '<link href="{{map}}">{{url map}}</link>',
  },
  { type: 'email', takes: '`office@example.org`', print: '<link href="mailto:{{mail}}">{{mail}}</link>' },
  { type: 'phone', takes: '`+93 20 123 4567`', print: '<link href="tel:{{phone}}">{{phone}}</link>' },
  {
    type: 'picture',
    takes: 'a map of `src` and `alt`, perhaps `caption`; or `src` with `decorative: true`',
    print: '<image src="{{photo.src}}" alt="{{photo.alt}}"/>',
  },
  { type: 'choice', takes: 'one of `options: [free, ticket]`', print: '{{#if (eq entry "free")}}…{{/if}}' },
  {
    type: 'list',
    takes: 'items, each after `- `; `of:` says of what: `of: text`, `of: {type: map, …}`',
    print: '{{#each speakers}}…{{/each}}',
  },
  { type: 'map', takes: 'the fields below `fields:`, as in this file', print: '{{venue.name}}' },
  { type: 'boolean', takes: '`true` or `false`', print: '{{#if outdoors}}…{{/if}}' },
  { type: 'language', takes: 'a language tag: `fa-AF`', print: '{{languageName spoken}}' },
];
