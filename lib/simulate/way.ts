import type { SimOrg } from './sim-world.ts';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Hours of a lorry between two places, resting included. */
export function hoursBetween(a: SimOrg, b: SimOrg): number {
  const h =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const km = 2 * 6371 * Math.asin(Math.sqrt(h));
  // Far away it goes by air: half a day of handling, and 700 km an hour.
  return Math.min((1.3 * km) / 60, 12 + km / 700);
}
