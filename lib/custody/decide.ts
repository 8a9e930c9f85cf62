/**
 * lib/custody: who holds what, which state a pack is in, and whether a statement may change that (custody.md). One rule a
 * file, in `rules/`; the fold of a pack's statements; `decide`, which asks both. Pure.
 */
import { lgtinUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Breach } from './breach.ts';
import type { CustodyFacts } from './custody-facts.ts';
import { decideBatches } from './decide-batches.ts';
import type { Decision, PackOutcome } from './decision.ts';
import { gtinHolder } from './gtin-holder.ts';
import { INITIAL_STATE } from './initial-state.ts';
import type { PackContext } from './pack-context.ts';
import { recordOnPack } from './record-on-pack.ts';
import { RULES } from './rules/index.ts';
import type { Statement } from './statement.ts';
import { breachOf } from './weigh-pack.ts';

const PRODUCT_RULES = RULES.filter((rule) => rule.on === 'product');
const EVENT_RULES = RULES.filter((rule) => rule.on === 'event');

const NEVER_HEARD_OF = { state: INITIAL_STATE, history: [] };

/**
 * May this be recorded, and what does it do to each pack and batch that it names? Pure: no clock, no database.
 * Refusal is of the whole event, effect is per item (custody.md 2). `facts.packs` must carry the history of every pack
 * for which `needsHistory` is true.
 */
export function decide(statement: Statement, facts: CustodyFacts): Decision {
  const holders = holdersOf(statement, facts);
  const [refusal, ...refusals] = refusalsOf(statement, holders);
  if (refusal) return { kind: 'refused', breaches: [refusal, ...refusals] };

  const contextOf = contexts(facts, holders);
  const packs = new Map<string, PackOutcome>();
  for (const { uri, gtin } of statement.packs) {
    const pack = facts.packs.get(uri) ?? NEVER_HEARD_OF;
    const context = contextOf(gtin, pack.state.lot ?? statement.lot);
    packs.set(uri, recordOnPack(uri, pack, statement, context));
  }
  const flags = EVENT_RULES.flatMap((rule): Breach[] => {
    const detail = rule.check(statement);
    return detail ? [breachOf(rule, undefined, detail)] : [];
  });
  return { kind: 'recorded', packs, batches: decideBatches(statement, facts, packs), flags };
}

type Holders = ReadonlyMap<Gtin, Gln | undefined>;

/** The holder of every GTIN that the statement names. */
function holdersOf(statement: Statement, { products, parties }: CustodyFacts): Holders {
  const holders = new Map<Gtin, Gln | undefined>();
  const look = ({ gtin }: { readonly gtin: Gtin }) => {
    if (!holders.has(gtin)) holders.set(gtin, gtinHolder(gtin, products.get(gtin), parties.values()));
  };
  statement.packs.forEach(look);
  statement.lots.forEach(look);
  return holders;
}

const refusalsOf = (statement: Statement, holders: Holders): readonly Breach[] =>
  [...holders].flatMap(([gtin, holder]) =>
    PRODUCT_RULES.flatMap((rule): Breach[] => {
      const detail = rule.check(statement, holder);
      return detail ? [breachOf(rule, gtin, detail)] : [];
    }),
  );

/** What the rules look at beside a pack's state; looked up once for each product and batch. */
function contexts(facts: CustodyFacts, holders: Holders): (gtin: Gtin, lot: Lot | undefined) => PackContext {
  const known = new Map<string, PackContext>();
  return (gtin, lot) => {
    const key = `${gtin}${lot ?? ''}`;
    const context = known.get(key) ?? {
      gtinHolder: holders.get(gtin),
      product: facts.products.get(gtin),
      batch: lot === undefined ? undefined : facts.batches.get(lgtinUri(gtin, lot)),
    };
    known.set(key, context);
    return context;
  };
}
