import type { CounterRow } from '../counter-row.ts';

/** The product is not in the register: often something that needs no checking, so nobody is told. */
export const productUnknown: CounterRow = {
  id: 'counter/product-unknown',
  source: 'custody.md 3',
  codes: ['product/unknown'],
  withholds: true,
  judge(_request, facts) {
    if (facts.product !== undefined) return undefined;
    return {
      verdict: 'rescan',
      reasons: [{ code: 'product/unknown', params: {} }],
      recorded: 'observation',
      severity: 0,
    };
  },
};
