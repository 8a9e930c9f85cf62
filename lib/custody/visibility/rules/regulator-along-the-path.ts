import type { RelationRule } from '../visibility-rule.ts';

/** Of the other events of packs that touched its country a regulator sees kind, time and country. */
export const regulatorAlongThePath: RelationRule = {
  id: 'visibility/regulator-along-the-path',
  source: 'custody.md 6',
  readers: ['regulator'],
  condition: { kind: 'pack-touched-country' },
  gives: 'outline',
  use: 'logged',
};
