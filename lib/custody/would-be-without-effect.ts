import type { Breach } from './breach.ts';
import type { CustodyCode } from './custody-codes.ts';
import type { Decision } from './decision.ts';

/** Flags of testimony that are reasons to say no where somebody asks first: the pack is to be set aside. */
const SET_ASIDE: ReadonlySet<CustodyCode> = new Set([
  'batch/recalled',
  'batch/expired',
  'product/withdrawn',
  'pack/locked',
]);

/**
 * custody.md 2, the door that asks first: why what was decided is not to be recorded, the deciding reason first.
 * Empty: it would be applied to everything that it names.
 */
export function wouldBeWithoutEffect(decision: Decision): readonly Breach[] {
  if (decision.kind === 'refused') return decision.breaches;
  const items = [...decision.packs.values(), ...decision.batches.values()];
  const breaches = items.flatMap((item) => item.breaches);
  const without = breaches.filter(({ effect }) => effect === 'without-effect');
  const setAside = breaches.filter(({ effect, code }) => effect === 'flag' && SET_ASIDE.has(code));
  return [...without, ...setAside];
}
