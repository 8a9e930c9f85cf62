import type { CounterFacts } from './counter-facts.ts';

/** How the asker stands to the pack's recorded place. */
type CustodyRelation = 'holder' | 'sender' | 'consignee' | 'owner-group' | 'elsewhere';

/** In transit the sender counts as current holder (custody.md 1), and the consignee has a visible delivery. */
export function custodyRelation(facts: CounterFacts): CustodyRelation {
  const { pack, party } = facts;
  const place = pack?.place;
  if (place?.kind === 'held' && place.party === party.gln) return 'holder';
  if (place?.kind === 'transit' && place.to === party.gln) return 'consignee';
  if (place?.kind === 'transit' && place.from === party.gln) return 'sender';
  const sister =
    place?.kind === 'held' && party.ownerGroup !== undefined && place.ownerGroup === party.ownerGroup;
  return sister ? 'owner-group' : 'elsewhere';
}

/** custody.md 2: holds the pack or has a visible delivery of it; a supply by anybody else does not bind these two. */
export function hasCustody(facts: CounterFacts): boolean {
  const relation = custodyRelation(facts);
  return relation === 'holder' || relation === 'sender' || relation === 'consignee';
}
