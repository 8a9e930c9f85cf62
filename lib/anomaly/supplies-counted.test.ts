import { expect, test } from 'vitest';
import type { Claim } from '../custody/claim.ts';
import {
  atPharmacy,
  commissioned,
  declares,
  type Ledger,
  OTHER_PHARMACY,
  PACK,
  Ledger as Pack,
  PHARMACY,
  receivedByWholesaler,
  SISTER,
  says,
  shippedToPharmacy,
  shippedToWholesaler,
  WHOLESALER,
} from '../custody/claims-in-tests.ts';
import { suppliesCounted } from './supplies-counted.ts';

const onItsWay = () =>
  new Pack().all(commissioned, shippedToWholesaler, receivedByWholesaler, shippedToPharmacy);
const supply = says(PHARMACY, 'supply', 60);

test.each<[string, () => Ledger, Claim, number, number]>([
  ['held', atPharmacy, supply, 1, 1],
  ['on its way', onItsWay, supply, 1, 1],
  ['held by somebody else', atPharmacy, says(OTHER_PHARMACY, 'supply', 60), 0, 1],
  ['held by a sister of the owner group', atPharmacy, says(SISTER, 'supply', 60), 0, 0],
  ['supplied before', () => atPharmacy().all(supply), says(PHARMACY, 'supply', 61), 0, 0],
  ['unknown', () => new Pack(), supply, 0, 0],
  ['by who is no counter', atPharmacy, says(WHOLESALER, 'supply', 60), 0, 0],
  ['declared an error', () => atPharmacy().all(supply), declares(supply, 61), 0, 0],
  ['no supply', atPharmacy, says(PHARMACY, 'return-ship', 60), 0, 0],
])('a pack %s', (_name, ledger, claim, good, total) => {
  const { breaches } = ledger().record(claim);
  const sighting = { kind: 'event', realm: 0, event: claim.event, claim, packs: [PACK], breaches } as const;
  expect(suppliesCounted(sighting)).toEqual({ good, total });
});
