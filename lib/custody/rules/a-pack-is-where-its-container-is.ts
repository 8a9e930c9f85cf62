import type { PackRule } from '../custody-rule.ts';
import { whereSeenAlone } from '../leaves-container.ts';

/** What is seen at another place than its container cannot be in it. */
export const aPackIsWhereItsContainerIs: PackRule = {
  id: 'custody/a-pack-is-where-its-container-is',
  source: 'custody.md 4',
  on: 'pack',
  effect: 'flag',
  check(claim, state) {
    if (whereSeenAlone(claim, state, state) !== 'elsewhere') return undefined;
    return { code: 'container/seen-elsewhere', severity: 3, disputes: true };
  },
};
