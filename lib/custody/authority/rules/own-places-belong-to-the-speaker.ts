import { type AuthorityRule, breachOf } from '../authority-rule.ts';
import { spokenParties } from '../spoken-parties.ts';

/** Every place an event names as its own belongs to the reporter or to who made it its agent. Unregistered is foreign. */
export const ownPlacesBelongToTheSpeaker: AuthorityRule = {
  id: 'authority/own-places-belong-to-the-speaker',
  source: 'custody.md 5',
  code: 'authority/place',
  bindsSandbox: false,
  check(scope, speech, facts) {
    const parties = spokenParties(scope, speech, facts);
    return breachOf(
      speech.ownPlaces.filter((place) => {
        const owner = facts.places.get(place)?.organisation;
        return owner === undefined || !parties.has(owner);
      }),
    );
  },
};
