import { readScan } from '../../lib/scan/read-scan.ts';
import type { Sighting } from './sighting.ts';

/** The century of a date does not make it sound or not. */
const ANY_YEAR = 2026;

/** What a decoder read, judged as far as the camera's gate asks. */
export const sightingOf = (text: string, symbologyIdentifier: string): Sighting => ({
  text,
  symbologyIdentifier,
  matrix: /^\][dQ]/.test(symbologyIdentifier),
  sound: readScan(text, { source: 'camera', symbologyIdentifier, thisYear: ANY_YEAR }).ok,
});
