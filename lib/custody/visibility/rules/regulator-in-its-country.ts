import type { RelationRule } from '../visibility-rule.ts';

/** A regulator sees events that touch its country whole. */
export const regulatorInItsCountry: RelationRule = {
  id: 'visibility/regulator-in-its-country',
  source: 'custody.md 6',
  readers: ['regulator'],
  condition: { kind: 'country-touched' },
  gives: 'whole',
  use: 'logged',
};
