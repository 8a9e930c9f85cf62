/**
 * lib/custody: who holds what, which state a pack is in, and whether a statement may change that (custody.md). One rule a
 * file, in `rules/`; the fold of a pack's statements; `decide`, which asks both. Pure.
 */
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import type { Breach } from './breach.ts';
import type { CustodyFacts } from './custody-facts.ts';
import { decideBatches } from './decide-batches.ts';
import { decideItems } from './decide-items.ts';
import type { Decision } from './decision.ts';
import { gtinHolder } from './gtin-holder.ts';
import { RULES } from './rules/index.ts';
import type { Statement } from './statement.ts';
import { breachOf } from './weigh-pack.ts';

const PRODUCT_RULES = RULES.filter((rule) => rule.on === 'product');
const EVENT_RULES = RULES.filter((rule) => rule.on === 'event');

/**
 * May this be recorded, and what does it do to each pack, container and batch that it names? Pure: no clock, no database.
 * Refusal is of the whole event, effect is per item (custody.md 2). `facts` must carry the history of every pack and container for
 * which `needsHistory` is true, and then what `CustodyFacts` says of histories.
 */
export function decide(statement: Statement, facts: CustodyFacts): Decision {
  const holders = holdersOf(statement, facts);
  const [refusal, ...refusals] = refusalsOf(statement, holders);
  if (refusal) return { kind: 'refused', breaches: [refusal, ...refusals] };

  const items = decideItems(statement, facts, (gtin) => holders.get(gtin));
  const flags = EVENT_RULES.flatMap((rule): Breach[] => {
    const detail = rule.check(statement);
    return detail ? [breachOf(rule, undefined, detail)] : [];
  });
  return { kind: 'recorded', ...items, batches: decideBatches(statement, facts, items.packs), flags };
}

type Holders = ReadonlyMap<Gtin, Gln | undefined>;

/** The holder of every GTIN that the statement names, and of those of what is inside its containers. */
function holdersOf(statement: Statement, { products, parties, contents }: CustodyFacts): Holders {
  const holders = new Map<Gtin, Gln | undefined>();
  const look = ({ gtin }: { readonly gtin: Gtin }) => {
    if (!holders.has(gtin)) holders.set(gtin, gtinHolder(gtin, products.get(gtin), parties.values()));
  };
  statement.packs.forEach(look);
  statement.lots.forEach(look);
  for (const { item } of [...(contents?.values() ?? [])].flat()) {
    const sgtin = sgtinOf(item);
    if (sgtin) look(sgtin);
  }
  return holders;
}

/** For what the statement names: nobody needs to speak for what stands in a container. */
function refusalsOf(statement: Statement, holders: Holders): readonly Breach[] {
  const named = new Set([...statement.packs, ...statement.lots].map(({ gtin }) => gtin));
  return [...named].flatMap((gtin) =>
    PRODUCT_RULES.flatMap((rule): Breach[] => {
      const detail = rule.check(statement, holders.get(gtin));
      return detail ? [breachOf(rule, gtin, detail)] : [];
    }),
  );
}
