import type { RelationRule } from '../visibility-rule.ts';

/** The holder of the GTIN sees commissioning; events of others only by grant. */
export const gtinHolder: RelationRule = {
  id: 'visibility/gtin-holder',
  source: 'custody.md 6',
  readers: 'anyone',
  condition: { kind: 'holder-of-gtin', of: 'every', acts: ['commission'] },
  gives: 'whole',
  use: 'free',
};
