import { countText } from '../../format/number-text.ts';

/** Texts of the map of a story. */
export const mapTexts = {
  title: 'Where it happened',
  label: (places: number, countries: number) =>
    `Map of the story: ${countText(places, 'place', 'places')} in ${countText(countries, 'country', 'countries')}. The same is told step by step in the list.`,
  place: (name: string, steps: number) => `${name}, ${countText(steps, 'step', 'steps')}`,
  vague: (country: string) => `somewhere in ${country}`,
  transit: 'transit',
  doubt: 'not explained by any shipment',
  vagueKey: 'only the country is for you to see',
} as const;
