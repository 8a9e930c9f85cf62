import type { DemoSite } from './demo-organisation.ts';

/** A city of the demo world, with its country and clock. */
type City = Pick<DemoSite, 'city' | 'latitude' | 'longitude' | 'country' | 'timeZone'>;
/** Minutes after midnight, local time; 0 is Sunday. */
type Hours = Pick<DemoSite, 'opens' | 'closes' | 'closedOn'>;

const HOUR = 60;
const GERMANY = { country: 'DE', timeZone: 'Europe/Berlin' } as const;
const FRANCE = { country: 'FR', timeZone: 'Europe/Paris' } as const;
/** Five and a half hours ahead of UTC: clocks that are wrong by whole hours show here. */
const INDIA = { country: 'IN', timeZone: 'Asia/Kolkata' } as const;

export const CITIES = {
  leipzig: { city: 'Leipzig', latitude: 51.34, longitude: 12.37, ...GERMANY },
  cologne: { city: 'Köln', latitude: 50.94, longitude: 6.96, ...GERMANY },
  hamburgMarket: { city: 'Hamburg', latitude: 53.55, longitude: 9.99, ...GERMANY },
  hamburgHarbour: { city: 'Hamburg', latitude: 53.54, longitude: 9.97, ...GERMANY },
  munich: { city: 'München', latitude: 48.14, longitude: 11.58, ...GERMANY },
  bonn: { city: 'Bonn', latitude: 50.73, longitude: 7.1, ...GERMANY },
  lyon: { city: 'Lyon', latitude: 45.76, longitude: 4.84, ...FRANCE },
  strasbourg: { city: 'Strasbourg', latitude: 48.58, longitude: 7.75, ...FRANCE },
  paris: { city: 'Paris', latitude: 48.92, longitude: 2.36, ...FRANCE },
  hyderabad: { city: 'Hyderabad', latitude: 17.39, longitude: 78.49, ...INDIA },
  pune: { city: 'Pune', latitude: 18.52, longitude: 73.86, ...INDIA },
} as const satisfies Readonly<Record<string, City>>;

export const HOURS = {
  office: { opens: 8 * HOUR, closes: 17 * HOUR, closedOn: [0, 6] },
  counter: { opens: 8 * HOUR, closes: 18 * HOUR + 30, closedOn: [0] },
  warehouse: { opens: 5 * HOUR, closes: 21 * HOUR, closedOn: [0, 6] },
  hospital: { opens: 7 * HOUR, closes: 19 * HOUR, closedOn: [] },
} as const satisfies Readonly<Record<string, Hours>>;
