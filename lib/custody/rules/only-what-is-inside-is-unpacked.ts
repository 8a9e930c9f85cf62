import type { PackRule } from '../custody-rule.ts';

/** What is taken out of a container was in it. */
export const onlyWhatIsInsideIsUnpacked: PackRule = {
  id: 'custody/only-what-is-inside-is-unpacked',
  source: 'custody.md 4',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state, { target }) {
    if (claim.act !== 'unpack' || !target || target.isItem || state.status === 'unknown') return undefined;
    return state.inside?.container === claim.container
      ? undefined
      : { code: 'container/not-inside', severity: 1 };
  },
};
