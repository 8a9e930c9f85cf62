import { type AuthorityRule, breachOf } from '../authority-rule.ts';
import { spokenParties } from '../spoken-parties.ts';

/** Who speaks for another organisation must have been made its agent by it. */
export const onlyAgentsSpeakForOthers: AuthorityRule = {
  id: 'authority/only-agents-speak-for-others',
  source: 'custody.md 5',
  code: 'authority/not-an-agent',
  bindsSandbox: false,
  check(scope, speech, facts) {
    const { onBehalfOf } = speech;
    if (onBehalfOf === undefined || spokenParties(scope, speech, facts).has(onBehalfOf)) return undefined;
    return breachOf([onBehalfOf]);
  },
};
