import { type AuthorityRule, breachOf } from '../authority-rule.ts';

/** A session or key speaks for the location it is bound to, unless bound expressly to the whole organisation. */
export const ownPlacesAreTheKeys: AuthorityRule = {
  id: 'authority/own-places-are-the-keys',
  source: 'custody.md 5',
  code: 'authority/place-not-the-keys',
  bindsSandbox: false,
  check: ({ location }, { ownPlaces }) =>
    location === undefined ? undefined : breachOf(ownPlaces.filter((place) => place !== location)),
};
