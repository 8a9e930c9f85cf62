import { expect, test } from 'vitest';
import type { MapStop } from './map-stop.ts';
import { MAP_SIZE, mapView } from './map-view.ts';

const LEIPZIG = { latitude: 51.34, longitude: 12.37 };
const LYON = { latitude: 45.76, longitude: 4.84 };
const stop = (step: string, changed: Partial<MapStop>): MapStop => ({
  ...{ step, act: 'observe', applied: true, name: null, country: null, point: null },
  ...changed,
});
const TOWNS = [
  stop('1', { act: 'ship', name: 'Leipzig', country: 'DE', point: LEIPZIG }),
  stop('2', { act: 'receive', name: 'Lyon', country: 'FR', point: LYON }),
];

test('places keep the directions that they have on the globe, inside the picture', () => {
  const view = mapView(TOWNS);
  const at = (name: string) => view?.places.find((place) => place.name === name);
  const [leipzig, lyon] = [at('Leipzig'), at('Lyon')];
  expect(leipzig && lyon && leipzig.x > lyon.x && leipzig.y < lyon.y).toBe(true);
  for (const place of view?.places ?? []) {
    expect(place.x).toBeGreaterThan(0);
    expect(place.x).toBeLessThan(MAP_SIZE.width);
    expect(place.y).toBeGreaterThan(0);
    expect(place.y).toBeLessThan(MAP_SIZE.height);
  }
  expect(view?.legs).toMatchObject([{ step: '2', doubt: false }]);
  expect(view?.countries).toEqual(['DE', 'FR']);
});

test('only what lies in the picture is sent', () => {
  const view = mapView(TOWNS);
  expect(view?.land.length).toBeGreaterThan(200);
  expect((view?.land.length ?? 0) + (view?.borders.length ?? 0)).toBeLessThan(12_000);
  for (const number of view?.land.match(/-?\d+(\.\d+)?/g) ?? []) {
    expect(Number(number)).toBeGreaterThanOrEqual(-1);
    expect(Number(number)).toBeLessThanOrEqual(MAP_SIZE.width + 1);
  }
});

test('several steps at one place are one place, with all of them', () => {
  const view = mapView([...TOWNS, stop('3', { act: 'supply', name: 'Lyon', country: 'FR', point: LYON })]);
  expect(view?.places.find(({ name }) => name === 'Lyon')?.steps).toEqual(['2', '3']);
});

test('of a step whose place is withheld only the country is marked, in its middle, and as such', () => {
  const view = mapView([...TOWNS, stop('3', { country: 'US', applied: false })]);
  expect(view?.places.find(({ key }) => key === 'US')).toMatchObject({ name: 'US', vague: true });
  expect(view?.legs.at(-1)).toMatchObject({ step: '3', doubt: true });
});

test('names of places that lie close do not overlap', () => {
  const near = ['A', 'B', 'C'].map((name, n) =>
    stop(name, { name, country: 'DE', point: { latitude: 51.34 + n / 100, longitude: 12.37 } }),
  );
  const ys = mapView(near)?.places.map(({ label }) => label.y) ?? [];
  expect(ys).toHaveLength(3);
  for (const [n, y] of ys.entries()) if (n > 0) expect(y - (ys[n - 1] ?? 0)).toBeGreaterThanOrEqual(19.9);
});

test('a story of no known place, and of countries too small for the atlas, has no map', () => {
  expect(mapView([])).toBeUndefined();
  expect(mapView([stop('1', {})])).toBeUndefined();
  expect(mapView([stop('1', { country: 'VA' })])).toBeUndefined();
});

test.each(['AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU NL PL PT RO SK SI ES SE'])(
  'the atlas knows the countries of the union (%s; Malta is too small)',
  (all) => {
    for (const country of [...all.split(' '), 'US', 'GB', 'CH', 'NO', 'TR', 'IN', 'AU', 'JP', 'BR'])
      expect(mapView([stop('1', { country })]), country).toBeDefined();
  },
);
