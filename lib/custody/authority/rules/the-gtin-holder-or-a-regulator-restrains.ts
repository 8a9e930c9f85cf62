import { type AuthorityRule, breachOf } from '../authority-rule.ts';

/**
 * A recall, a lock and a withdrawal speak for the product: the holder of its GTIN or a regulator says them. The sheet
 * names no agent here, as it does where agents may.
 */
export const theGtinHolderOrARegulatorRestrains: AuthorityRule = {
  id: 'authority/the-gtin-holder-or-a-regulator-restrains',
  source: 'custody.md 1',
  code: 'authority/product',
  bindsSandbox: false,
  check(scope, { act, gtins }, { gtinHolders }) {
    const restrains = act === 'recall' || act === 'lock' || act === 'withdraw';
    if (!restrains || scope.organisationRole === 'regulator') return undefined;
    return breachOf(gtins.filter((gtin) => gtinHolders.get(gtin)?.gln !== scope.organisation));
  },
};
