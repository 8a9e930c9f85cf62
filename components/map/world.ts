import type { GeoPermissibleObjects } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countries from 'world-atlas/countries-110m.json' with { type: 'json' };

type World = Topology<{
  readonly countries: GeometryCollection<{ readonly name: string }>;
  readonly land: GeometryCollection;
}>;

/** Natural Earth at 1:110 million, public domain, as the package world-atlas has it: read on the server, never sent whole. */
const world = countries as unknown as World;

/** All land. */
export const LAND: GeoPermissibleObjects = feature(world, world.objects.land);

/** Where two countries meet. */
export const BORDERS: GeoPermissibleObjects = mesh(world, world.objects.countries, (a, b) => a !== b);

/** Names by which the atlas knows countries whose own name, or English name elsewhere, is another. */
const ATLAS_NAMES: Readonly<Record<string, string>> = {
  BA: 'Bosnia and Herz.',
  CD: 'Dem. Rep. Congo',
  CI: "Côte d'Ivoire",
  CZ: 'Czechia',
  DO: 'Dominican Rep.',
  MK: 'Macedonia',
  TR: 'Turkey',
  US: 'United States of America',
};

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const shapes = feature(world, world.objects.countries).features;

/** The shape of a country (ISO 3166-1 alpha-2); `undefined` for those too small for this scale. */
export function countryShape(country: string): GeoPermissibleObjects | undefined {
  const name = ATLAS_NAMES[country] ?? names.of(country);
  return shapes.find(({ properties }) => properties.name === name);
}
