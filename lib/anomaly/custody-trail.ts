import type { Claim } from '../custody/claim.ts';
import type { Gln } from '../gs1/gln.ts';
import type { DetectorFacts, PackRecord } from './facts.ts';
import { isSameHouse } from './site.ts';

/** Who has a pack by the record: its holder, in transit its sender. */
export function recordedHolder({ place }: PackRecord): Gln | undefined {
  if (place.kind === 'nowhere') return undefined;
  return place.kind === 'held' ? place.party : place.from;
}

/** Did anybody say that the pack was on its way to the house of `gln`? What had no effect is testimony all the same. */
export const wasSentTo = (record: PackRecord, gln: Gln, facts: DetectorFacts): boolean =>
  record.history.some(
    (claim) => isShipment(claim) && claim.to !== undefined && isSameHouse(claim.to, gln, facts),
  );

/** Is there any way on record by which the pack came to the house of `gln`? */
export const cameTo = (record: PackRecord, gln: Gln, facts: DetectorFacts): boolean =>
  wasSentTo(record, gln, facts) ||
  record.history.some(
    (claim) =>
      claim.corrects === undefined &&
      (claim.act === 'receive' || claim.act === 'commission') &&
      claim.speaksFor.some((party) => isSameHouse(party.gln, gln, facts)),
  );

const isShipment = ({ act, corrects }: Claim): boolean =>
  corrects === undefined && (act === 'ship' || act === 'return-ship');
