import type { PartyFacts } from '../party-facts.ts';
import { changeRefusal } from './change-refusal.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { RowMatch } from './counter-row.ts';
import { hasCustody } from './custody-relation.ts';

/**
 * The organisation for which the asker may speak as the pack's current holder: itself, where it holds the pack or has a
 * visible delivery of it, or the holder that made the asker its agent (custody.md 5).
 */
export function speaksAsHolder(facts: CounterFacts): PartyFacts | undefined {
  const { party, holder } = facts;
  if (hasCustody(facts)) return party;
  return holder?.agents.includes(party.gln) ? holder : undefined;
}

/** Somebody else holds the pack; who asks for its end all the same is looked into. */
export const refusedAsNotHeld: RowMatch = changeRefusal(
  { code: 'pack/not-held', params: { suppliable: false } },
  3,
);

/** What only the current holder may say is without effect from anybody else (custody.md 2). */
export const refuseNonHolder = (facts: CounterFacts): RowMatch | undefined =>
  speaksAsHolder(facts) ? undefined : refusedAsNotHeld;
