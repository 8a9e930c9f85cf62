import { type AuthorityRule, breachOf } from '../authority-rule.ts';
import { spokenParties } from '../spoken-parties.ts';

/** ADD needs the holder of each GTIN or its agent; putting packs into a container adds none to the world. */
export const theGtinHolderOrItsAgentAdds: AuthorityRule = {
  id: 'authority/the-gtin-holder-or-its-agent-adds',
  source: 'custody.md 5',
  code: 'authority/product',
  bindsSandbox: false,
  check(scope, speech, facts) {
    if (speech.action !== 'ADD' || speech.act === 'pack') return undefined;
    const principals = [...facts.principals, ...facts.gtinHolders.values()];
    const parties = spokenParties(scope, { ...facts, principals });
    return breachOf(
      speech.gtins.filter((gtin) => {
        const holder = facts.gtinHolders.get(gtin);
        return holder === undefined || !parties.has(holder.gln);
      }),
    );
  },
};
