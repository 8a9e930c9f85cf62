import { type AuthorityRule, breachOf } from '../authority-rule.ts';

/** A product is withdrawn from a market by the regulator of that market, or by the holder of its GTIN. */
export const aRegulatorSpeaksForItsMarket: AuthorityRule = {
  id: 'authority/a-regulator-speaks-for-its-market',
  source: 'custody.md 1',
  code: 'authority/market',
  bindsSandbox: false,
  check({ organisationRole, country }, { act, markets }) {
    if (act !== 'withdraw' || organisationRole !== 'regulator') return undefined;
    return breachOf((markets ?? []).filter((market) => market !== country));
  },
};
