import { checkDigit } from '../gs1/check-digit.ts';
import { sgtinUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Claim } from './claim.ts';
import { GTIN, MAKER, PRODUCT, serial } from './claims-in-tests.ts';
import type { Decision } from './decision.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { type Kept, MemoryLedger } from './memory-ledger.ts';
import type { PackState } from './pack-state.ts';
import type { Statement } from './statement.ts';

/** A logistic unit under GS1's demonstration prefix. */
export function box(n: number): string {
  const body = `0952${String(n).padStart(13, '0')}`;
  return `https://id.gs1.org/00/${body}${checkDigit(body)}`;
}

/** The demo product's pack numbered `n`. */
export const packOf = (n: number): string => sgtinUri(GTIN, serial(`N${n}`));

const isPack = (item: string): boolean => item.includes('/21/');

/** A claim about packs and containers, in the container that the claim names, if any. */
function about(claim: Claim, items: readonly string[]): Statement {
  const named = [...new Set([claim.container, ...items])].filter((item) => item !== undefined);
  return {
    ...claim,
    packs: named
      .filter(isPack)
      .map((uri) => ({ uri, gtin: GTIN, serial: serial(uri.split('/21/')[1] ?? '') })),
    containers: named.filter((item) => !isPack(item)),
    lots: [],
    others: [],
  };
}

type Recorded = Extract<Decision, { kind: 'recorded' }>;

/** A ledger in miniature of packs and containers: records one statement after the other, as the service does. */
export class Yard {
  readonly holders = new Map<string, Gln>();
  /** How many objects the last statement changed. */
  written = 0;
  readonly #ledger = new MemoryLedger({
    products: new Map([[GTIN, PRODUCT]]),
    parties: new Map([[MAKER.gln, MAKER]]),
    containerHolders: this.holders,
  });

  say(claim: Claim, ...items: readonly string[]): Recorded {
    const statement = about(claim, items);
    const decision = this.#ledger.decide(statement);
    if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.breaches));
    this.#ledger.keep(statement, decision);
    this.written = decision.packs.size + decision.containers.size + decision.contents.length;
    return decision;
  }

  /** What the record says of an object, its containers counted in. */
  of(item: string): PackState {
    return this.#ledger.stateOf(item) ?? INITIAL_STATE;
  }

  /** All that was said of an object. */
  known(item: string): Kept {
    return this.#ledger.known(item);
  }

  /** Every object of which something was said. */
  get items(): Iterable<string> {
    return this.#ledger.items;
  }

  effects(item: string): readonly string[] {
    return this.known(item).entries.map(({ effect }) => effect);
  }
}
