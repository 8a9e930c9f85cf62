import type { Breach } from './breach.ts';
import type { CustodyCode } from './custody-codes.ts';
import type { CustodyFacts } from './custody-facts.ts';
import { decide } from './decide.ts';
import type { Statement } from './statement.ts';

/** Flags of testimony that are reasons to say no where somebody asks first: the pack is to be set aside. */
const SET_ASIDE: ReadonlySet<CustodyCode> = new Set([
  'batch/recalled',
  'batch/expired',
  'product/withdrawn',
  'pack/locked',
]);

/**
 * custody.md 2, the door that asks first: why the statement is not to be made, the reason that decides first. Empty:
 * it would be applied to everything that it names. Nothing is recorded by asking.
 */
export function wouldBeWithoutEffect(statement: Statement, facts: CustodyFacts): readonly Breach[] {
  const decision = decide(statement, facts);
  if (decision.kind === 'refused') return decision.breaches;
  const breaches = [...decision.packs.values(), ...decision.batches.values()].flatMap(
    (item) => item.breaches,
  );
  const reasons = breaches.filter(({ effect, code }) => effect === 'without-effect' || SET_ASIDE.has(code));
  return reasons.sort((a, b) => rank(a) - rank(b));
}

const rank = ({ effect }: Breach): number => (effect === 'without-effect' ? 0 : 1);
