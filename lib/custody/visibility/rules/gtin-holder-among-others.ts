import type { RelationRule } from '../visibility-rule.ts';

/** Where one event commissions packs of several holders, each sees that it happened, and not the others' packs. */
export const gtinHolderAmongOthers: RelationRule = {
  id: 'visibility/gtin-holder-among-others',
  source: 'custody.md 6',
  readers: 'anyone',
  condition: { kind: 'holder-of-gtin', of: 'some', acts: ['commission'] },
  gives: 'outline',
  use: 'free',
};
