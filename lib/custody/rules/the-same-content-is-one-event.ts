import type { PackRule } from '../custody-rule.ts';

/** The same content twice is one event: the second changes nothing and disputes nothing. */
export const theSameContentIsOneEvent: PackRule = {
  id: 'custody/the-same-content-is-one-event',
  source: 'custody.md 2',
  on: 'pack',
  effect: 'without-effect',
  check(claim) {
    return claim.repeats === undefined ? undefined : { code: 'event/same', severity: 0 };
  },
};
