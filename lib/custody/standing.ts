import type { Gln } from '../gs1/gln.ts';
import type { Claim, Principal } from './claim.ts';
import type { Place } from './pack-state.ts';

/**
 * How a reporter stands to a pack, and as whom. In transit the sender counts as current holder (custody.md 1), and
 * the consignee has a visible delivery of it (custody.md 2). `group`: a sister of its owner group holds the pack.
 */
export interface Standing {
  readonly as: 'holder' | 'sender' | 'consignee' | 'group' | 'none';
  readonly party: Principal | undefined;
}

const NONE: Standing = { as: 'none', party: undefined };

/** The reporter's standing, for itself or for those who made it their agent. */
export const standingOf = (place: Place, claim: Claim): Standing => among(place, claim, claim.speaksFor);

/** The reporter's standing in its own right: what an agent may not say in its principal's name. */
export const ownStandingOf = (place: Place, claim: Claim): Standing =>
  among(place, claim, [claim.speaksFor[0]]);

function among(place: Place, claim: Claim, parties: readonly Principal[]): Standing {
  if (place.kind === 'nowhere') return NONE;
  const find = (gln: Gln | undefined) => parties.find((party) => party.gln === gln);
  if (place.kind === 'transit') {
    const sender = find(place.from);
    if (sender) return { as: 'sender', party: sender };
    const consignee = find(place.to);
    return consignee ? { as: 'consignee', party: consignee } : NONE;
  }
  const holder = find(place.party);
  if (holder) return { as: 'holder', party: holder };
  const [self] = claim.speaksFor;
  const sister = self.ownerGroup !== undefined && self.ownerGroup === place.ownerGroup;
  return sister ? { as: 'group', party: self } : NONE;
}

/** Does the reporter have the pack, by the record: as its holder, its sender, or by a visible delivery? */
export const isInHand = ({ as }: Standing): boolean =>
  as === 'holder' || as === 'sender' || as === 'consignee';
