import type { RelationRule } from '../visibility-rule.ts';

/** Of the events of packs in its findings a regulator sees kind, time and country, wherever they are. */
export const regulatorWithAFinding: RelationRule = {
  id: 'visibility/regulator-with-a-finding',
  source: 'custody.md 6',
  readers: ['regulator'],
  condition: { kind: 'pack-in-finding' },
  gives: 'outline',
  use: 'logged',
};
