/** A project with a kind of its own: a flyer for an event, whose template declares what an event has. */
import { PNG } from 'pngjs';
import { BRAND } from '../project/temporary-project.ts';

export const EVENT_FIELDS = `help: An evening, a march, a film.
fields:
  time: { type: time, required: true, help: When it begins. }
  place: { type: text, required: true, label: Place, help: The name of the house. }
  address: { type: text, help: Street and town. }
  phone: phone
  mail: email
  map: { type: url, help: A map of the way there. }
  photo: { type: picture, help: The room or the people. }
  seats: number
  entry: { type: choice, options: [free, donation, ticket], help: What it costs. }
  speakers:
    type: list
    help: Who speaks, in this order.
    of:
      type: map
      fields:
        name: { type: text, required: true }
        about: markdown
        portrait: picture
`;

export const EVENT_TEMPLATE = `<document page-size="A5" margin="12mm">
  <title>{{inline title}}</title>
  <text>{{date date}}, {{time this.time}}, {{place}}{{#if address}}, {{address}}{{/if}}</text>
  {{#if map}}<text><link href="{{map}}">{{url map}}</link></text>{{/if}}
  {{#if phone}}<text><link href="tel:{{phone}}">{{phone}}</link> {{mail}}</text>{{/if}}
  {{#if seats}}<text>{{number seats}} / {{entry}}</text>{{/if}}
  {{#if photo}}<image src="{{photo}}" alt="{{photo.alt}}"/>{{/if}}
  {{#each speakers}}<text>{{name}}: {{inline about}}</text>
    {{#if portrait}}<image src="{{portrait.src}}" alt="{{portrait.alt}}"/>{{/if}}{{/each}}
  {{{body}}}
</document>
`;

export const EVENT = `---
title: An evening of *poems*
date: 2026-03-20
kinds: [event]
time: 18:30
place: Town hall
address: 24 Station Road, Footscray VIC 3011
phone: +61 3 9689 0000
mail: office@example.org
map: https://maps.example.org/?q=town+hall
photo: { src: hall.png, alt: The hall }
seats: 120
entry: free
speakers:
  - name: Amina Haidari
    about: reads **ghazals**
    portrait: { src: amina.png, alt: A woman reads }
  - name: Karim
---

Come and bring friends.
`;

/** A picture of one colour. */
export function picture(): Uint8Array {
  const png = new PNG({ width: 60, height: 40 });
  png.data.fill(0x99);
  return PNG.sync.write(png);
}

/** The files of the project; \`changes\` replace what they name. */
export function eventProject(
  changes: Readonly<Record<string, string>> = {},
): Record<string, string | Uint8Array> {
  return {
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'templates/event.hbs': EVENT_TEMPLATE,
    'templates/event.yaml': EVENT_FIELDS,
    'content/poems/en.md': EVENT,
    'content/poems/hall.png': picture(),
    'content/poems/amina.png': picture(),
    ...changes,
  };
}
