import type { Claim } from '../custody/claim.ts';
import type { ProductFacts } from '../custody/product-facts.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import type { PackRecord } from './facts.ts';
import { ReplayLedger } from './replay/replay-ledger.ts';

/** A statement at its place in the log, with those of the objects asked about that it names. */
export interface NamedClaim {
  readonly order: bigint;
  readonly claim: Claim;
  readonly items: readonly string[];
}

/**
 * What the log said of a pack that was in containers: its own statements and theirs, recorded again from nothing in log order, so that
 * where they went it went. `undefined` where no event named it.
 */
export function recordInContainers(
  pack: string,
  claims: readonly NamedClaim[],
  products: ReadonlyMap<Gtin, ProductFacts>,
): Omit<PackRecord, 'recalls'> | undefined {
  const ledger = new ReplayLedger({ products, parties: new Map() });
  for (const { claim, items } of claims.toSorted((a, b) => (a.order < b.order ? -1 : 1))) {
    const packs = items.flatMap((uri) => {
      const sgtin = sgtinOf(uri);
      return sgtin ? [{ uri, ...sgtin }] : [];
    });
    const containers = items.filter((uri) => sgtinOf(uri) === undefined);
    const statement = { ...claim, packs, containers, lots: [], others: [] };
    const decision = ledger.decide(statement);
    if (decision.kind === 'recorded') ledger.keep(statement, decision);
  }
  return ledger.record(pack, () => undefined);
}
