import type { RelationRule } from '../visibility-rule.ts';

/** A party named in the source or destination list sees those events. */
export const partyNamed: RelationRule = {
  id: 'visibility/party-named',
  source: 'custody.md 6',
  readers: 'anyone',
  condition: { kind: 'party-named' },
  gives: 'whole',
  use: 'free',
};
