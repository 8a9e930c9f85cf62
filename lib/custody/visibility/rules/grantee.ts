import type { GrantRule } from '../visibility-rule.ts';

/** Anybody with a grant sees what it says. */
export const grantee: GrantRule = {
  id: 'visibility/grantee',
  source: 'custody.md 6',
  readers: 'anyone',
  condition: { kind: 'grant' },
  gives: 'as-granted',
  use: 'ledger',
};
