import { refusedAsNotHeld, refuseNonHolder } from '../change-custody.ts';
import type { ChangeRule } from '../change-rule.ts';
import { terminalRefusal } from '../terminal-refusal.ts';

/** By the current holder, the holder of the GTIN, or a regulator. Whoever awaits the pack does not hold it yet. */
export const stolen: ChangeRule = {
  state: 'stolen',
  source: 'custody.md 1',
  refuse(request, facts) {
    const { party, product, pack } = facts;
    const blocked = terminalRefusal(request, facts);
    if (blocked) return blocked;
    if (product?.holder === party.gln || party.role === 'regulator' || facts.sandbox) return undefined;
    const awaits = pack?.place.kind === 'transit' && pack.place.to === party.gln;
    const sent = pack?.place.kind === 'transit' && pack.place.from === party.gln;
    return awaits && !sent ? refusedAsNotHeld : refuseNonHolder(facts);
  },
};
