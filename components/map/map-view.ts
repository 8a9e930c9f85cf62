import { type GeoProjection, geoCentroid, geoEqualEarth, geoMercator, geoPath } from 'd3-geo';
import { mapLegs } from './map-legs.ts';
import type { MapStop } from './map-stop.ts';
import { BORDERS, countryShape, LAND } from './world.ts';

/** A place on the map, with every step of the story that happened there. */
export interface MapPlace {
  readonly key: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Where its name stands, so that no two overlap. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
  /** Only the country is for the reader to know: it stands in the country's middle. */
  readonly vague: boolean;
  readonly steps: readonly string[];
}

/** A map drawn: paths in the units of {@link MAP_SIZE}. */
export interface MapView {
  readonly land: string;
  readonly borders: string;
  readonly places: readonly MapPlace[];
  readonly legs: readonly { readonly step: string; readonly path: string; readonly doubt: boolean }[];
  readonly countries: readonly string[];
}

export const MAP_SIZE = { width: 480, height: 320 } as const;

/** So that one town is not all there is to see, and a dot not larger than its country. */
const LEAST_SPAN_DEGREES = 9;
/** Room for names at the edges. */
const MARGIN = { x: 80, y: 36 } as const;
/** Beyond this a map true in angles would show the north too large. */
const WIDE_DEGREES = 70;
const LABEL_GAP = 11;
/** Of the letters as a phone shows them, which are larger against the map. */
const LINE_HEIGHT = 20;

type Spot = Omit<MapPlace, 'x' | 'y' | 'label'> & { readonly longitude: number; readonly latitude: number };

/** Draws the map of a story, oldest step first; `undefined` where no step has a place or country that can be shown. */
export function mapView(stops: readonly MapStop[]): MapView | undefined {
  const spots = spotsOf(stops);
  if (spots.size === 0) return undefined;
  const all = [...spots.values()];
  const projection = projectionFor(all);
  const path = geoPath(projection).digits(1);
  const places = labelled(all.map((spot) => placed(spot, projection)));
  const coordinates = ({ longitude, latitude }: Spot): [number, number] => [longitude, latitude];
  const legs = mapLegs(stops, (stop) => spots.get(keyOf(stop) ?? ''));
  return {
    land: path(LAND) ?? '',
    borders: path(BORDERS) ?? '',
    places,
    legs: legs.map(({ from, to, step, doubt }) => ({
      ...{ step, doubt },
      path: path({ type: 'LineString', coordinates: [coordinates(from), coordinates(to)] }) ?? '',
    })),
    countries: [...new Set(stops.flatMap(({ country }) => country ?? []))],
  };
}

function keyOf({ point, country }: MapStop): string | undefined {
  return point ? `${point.latitude} ${point.longitude}` : (country ?? undefined);
}

function spotsOf(stops: readonly MapStop[]): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const stop of stops) {
    const key = keyOf(stop);
    if (key === undefined) continue;
    const known = spots.get(key) ?? spotOf(key, stop);
    if (known) spots.set(key, { ...known, steps: [...known.steps, stop.step] });
  }
  return spots;
}

function spotOf(key: string, { point, name, country }: MapStop): Spot | undefined {
  if (point) return { key, name: name ?? country ?? '', vague: false, steps: [], ...point };
  const shape = country === null ? undefined : countryShape(country);
  if (country === null || !shape || typeof shape === 'string') return undefined;
  const [longitude, latitude] = geoCentroid(shape);
  return { key, name: country, vague: true, steps: [], longitude, latitude };
}

function projectionFor(spots: readonly Spot[]): GeoProjection {
  const longitudes = spots.map(({ longitude }) => longitude);
  const latitudes = spots.map(({ latitude }) => latitude);
  const [west, east] = stretched(Math.min(...longitudes), Math.max(...longitudes), 180);
  const [south, north] = stretched(Math.min(...latitudes), Math.max(...latitudes), 80);
  const wide = Math.max(east - west, north - south) > WIDE_DEGREES;
  const { width, height } = MAP_SIZE;
  const projection = (wide ? geoEqualEarth() : geoMercator()).rotate([-(west + east) / 2, 0]);
  const corners = [west, east].flatMap((x) => [south, north].map((y) => [x, y] as [number, number]));
  return projection
    .fitExtent(
      [
        [MARGIN.x, MARGIN.y],
        [width - MARGIN.x, height - MARGIN.y],
      ],
      { type: 'MultiPoint', coordinates: corners },
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

function stretched(low: number, high: number, most: number): readonly [number, number] {
  const middle = (low + high) / 2;
  const half = Math.max(high - low, LEAST_SPAN_DEGREES) / 2;
  return [Math.max(-most, middle - half), Math.min(most, middle + half)];
}

function placed({ longitude, latitude, ...spot }: Spot, projection: GeoProjection): MapPlace {
  const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
  const inside = x < MAP_SIZE.width * 0.7;
  const label = {
    x: inside ? x + LABEL_GAP : x - LABEL_GAP,
    y: y + 4,
    anchor: inside ? 'start' : 'end',
  } as const;
  return { ...spot, x: round(x), y: round(y), label: { ...label, x: round(label.x), y: round(label.y) } };
}

/** Names that would overlap move down, line by line. */
function labelled(places: readonly MapPlace[]): readonly MapPlace[] {
  const done: MapPlace[] = [];
  for (const place of places.toSorted((a, b) => a.label.y - b.label.y)) {
    const above = done.filter(
      ({ label }) => label.anchor === place.label.anchor && Math.abs(label.x - place.label.x) < MARGIN.x,
    );
    const lowest = Math.max(-Infinity, ...above.map(({ label }) => label.y));
    done.push({
      ...place,
      label: { ...place.label, y: round(Math.max(place.label.y, lowest + LINE_HEIGHT)) },
    });
  }
  return done;
}

const round = (value: number): number => Math.round(value * 10) / 10;
