import type { RelationRule } from '../visibility-rule.ts';

/** The reporter sees its own events. */
export const reporter: RelationRule = {
  id: 'visibility/reporter',
  source: 'custody.md 6',
  readers: 'anyone',
  condition: { kind: 'reporter-is-reader' },
  gives: 'whole',
  use: 'free',
};
