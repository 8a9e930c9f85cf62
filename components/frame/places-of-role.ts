import { PAGE } from '../page-addresses.ts';
import type { frameTexts } from '../texts/en/frame.ts';
import type { FrameRole } from './frame-data.ts';

/** A place of the rail. Its name is the key of its text. */
export interface Place {
  readonly name: keyof typeof frameTexts.places;
  readonly href: string;
}

const MAKER = [
  'home',
  'register',
  'ship',
  'receive',
  'containers',
  'scan',
  'labels',
  'trends',
  'ledger',
] as const;
const HOLDER = [
  'home',
  'register',
  'ship',
  'receive',
  'containers',
  'batches',
  'scan',
  'labels',
  'trends',
  'ledger',
] as const;
const CARRIER = ['home', 'receive', 'ship', 'containers', 'scan', 'ledger', 'labels', 'trends'] as const;
const COUNTER = ['scan', 'home', 'receive', 'ship', 'ledger', 'containers', 'trends'] as const;

const NAMES: Record<FrameRole, readonly Place['name'][]> = {
  manufacturer: HOLDER,
  'contract-manufacturer': MAKER,
  logistics: CARRIER,
  wholesaler: CARRIER,
  pharmacy: COUNTER,
  hospital: COUNTER,
  clinic: COUNTER,
  regulator: ['home', 'anomalies', 'trends', 'ledger'],
  auditor: ['home', 'ledger'],
};

const placeOf = (name: Place['name']): Place => ({ name, href: PAGE[name] });

/** The few places of a role, the one it uses most first. */
export const placesOfRole = (role: FrameRole): readonly Place[] => NAMES[role].map(placeOf);

const FIRST = ['register', 'scan', 'receive', 'anomalies', 'ledger'] as const;
const COUNTERS: readonly FrameRole[] = ['pharmacy', 'hospital', 'clinic'];

/** Where somebody of the role begins who has nothing yet: makers register, counters scan, carriers receive, others look. */
export function firstPlaceOfRole(role: FrameRole): (typeof FIRST)[number] {
  const scans = COUNTERS.includes(role);
  const first = FIRST.find((name) => NAMES[role].includes(name) && (name !== 'scan' || scans));
  return first ?? 'ledger';
}

/** The same for the bar at the bottom of a phone: at most five, Scan in the middle where the role scans. */
export function bottomPlacesOfRole(role: FrameRole): readonly Place[] {
  const names = NAMES[role].filter((name) => name !== 'scan').slice(0, 4);
  if (!NAMES[role].includes('scan')) return names.map(placeOf);
  const middle = Math.ceil(names.length / 2);
  return [...names.slice(0, middle), 'scan' as const, ...names.slice(middle)].map(placeOf);
}
