import { askedBefore } from '../asked-before.ts';
import type { CounterRow } from '../counter-row.ts';
import { batchMatches, expiryMatches } from '../identity-match.ts';

/** Batch or expiry different. Where the batch differs the answer does not say whether the expiry agrees. */
export const identityMismatch: CounterRow = {
  id: 'counter/identity-mismatch',
  source: 'custody.md 3',
  codes: ['pack/batch-mismatch', 'pack/expiry-mismatch'],
  withholds: true,
  judge(request, facts) {
    if (facts.pack === undefined || facts.pack.status === 'unknown') return undefined;
    const batchAgrees = batchMatches(request, facts);
    if (batchAgrees && expiryMatches(request, facts)) return undefined;
    const again = askedBefore(request, facts);
    return {
      verdict: again ? 'set-aside' : 'rescan',
      reasons: [{ code: batchAgrees ? 'pack/expiry-mismatch' : 'pack/batch-mismatch', params: { again } }],
      recorded: 'observation',
      severity: 2,
      finding: 'provisional',
    };
  },
};
