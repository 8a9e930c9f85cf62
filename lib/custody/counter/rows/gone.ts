import { discloseEarlierSupply } from '../../visibility/disclose-earlier-supply.ts';
import { bindingSupply } from '../binding-supply.ts';
import type { CounterFacts } from '../counter-facts.ts';
import type { CounterReason } from '../counter-reason.ts';
import type { CounterRow } from '../counter-row.ts';
import { packStanding } from '../pack-standing.ts';

/** Supplied by another organisation; destroyed, exported, a sample, or stolen: this pack cannot be here. */
export const gone: CounterRow = {
  id: 'counter/gone',
  source: 'custody.md 3',
  codes: [
    'pack/already-supplied',
    'pack/destroyed',
    'pack/exported',
    'pack/sample',
    'pack/free-sample',
    'pack/stolen',
  ],
  judge(_request, facts) {
    const [first, ...more] = [...ended(facts), ...suppliedByAnother(facts)];
    if (first === undefined) return undefined;
    return {
      verdict: 'set-aside',
      reasons: [first, ...more],
      recorded: 'observation',
      severity: 5,
      finding: 'settled',
    };
  },
};

function ended(facts: CounterFacts): readonly CounterReason[] {
  const status = packStanding(facts);
  if (status === 'unknown' || status === 'active' || status === 'supplied') return [];
  const deed = facts.pack?.terminal;
  const params = deed ? discloseEarlierSupply(deed, facts.siteTimeZone) : {};
  const own = deed?.by === facts.party.gln ? { event: deed.event } : {};
  return [{ code: `pack/${status}`, params, ...own }];
}

function suppliedByAnother(facts: CounterFacts): readonly CounterReason[] {
  const deed = bindingSupply(facts);
  if (deed?.by === facts.party.gln) return [];
  if (deed === undefined && facts.pack?.status !== 'supplied') return [];
  const told = deed ? discloseEarlierSupply(deed, facts.siteTimeZone) : {};
  return [{ code: 'pack/already-supplied', params: { where: 'elsewhere', ...told } }];
}
