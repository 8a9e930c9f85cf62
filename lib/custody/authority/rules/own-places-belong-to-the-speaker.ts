import { type AuthorityRule, breachOf } from '../authority-rule.ts';
import { spokenParties } from '../spoken-parties.ts';

/**
 * Every place an event names as its own belongs to the reporter or to who made it its agent. Unregistered is foreign, and so is a URI
 * that names no location by its GLN: an event that names no place stands where its session does.
 */
export const ownPlacesBelongToTheSpeaker: AuthorityRule = {
  id: 'authority/own-places-belong-to-the-speaker',
  source: 'custody.md 5',
  code: 'authority/place',
  bindsSandbox: false,
  check(scope, speech, facts) {
    const parties = spokenParties(scope, facts);
    const foreign = speech.ownPlaces.filter((place) => {
      const owner = facts.places.get(place)?.organisation;
      return owner === undefined || !parties.has(owner);
    });
    return breachOf([...foreign, ...speech.placesOfNobody]);
  },
};
