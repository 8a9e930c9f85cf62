import type { BatchState } from '../../custody/batch-state.ts';
import type { Claim } from '../../custody/claim.ts';
import type { Decision } from '../../custody/decision.ts';
import { type Kept, type LedgerRegister, MemoryLedger } from '../../custody/memory-ledger.ts';
import type { PackEntry } from '../../custody/pack-entry.ts';
import type { PackState } from '../../custody/pack-state.ts';
import type { Statement } from '../../custody/statement.ts';
import type { Stay } from '../../custody/stay.ts';
import { chainFrom } from '../../custody/surroundings.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { PackRecord } from '../facts.ts';

/** What custody knows of everything, in memory, as the detectors see it. */
export class ReplayLedger {
  readonly #ledger: MemoryLedger;

  constructor(register: LedgerRegister) {
    this.#ledger = new MemoryLedger(register);
  }

  /** What a statement does. Nothing is kept yet. */
  decide(statement: Statement): Decision {
    return this.#ledger.decide(statement);
  }

  /** Keeps what {@link ReplayLedger.decide} has said of a statement. */
  keep(statement: Statement, decision: Extract<Decision, { kind: 'recorded' }>): void {
    this.#ledger.keep(statement, decision);
  }

  /** The state of a pack, its containers counted in; `undefined` where nothing was said of it. */
  stateOf(item: string): PackState | undefined {
    return this.#ledger.stateOf(item);
  }

  batch(uri: string): BatchState | undefined {
    return this.#ledger.batch(uri);
  }

  /** What the detectors see of a pack. */
  record(uri: string, lotOf: (state: PackState) => string | undefined): PackRecord | undefined {
    const state = this.stateOf(uri);
    if (!state) return undefined;
    const kept = this.#ledger.known(uri);
    const lot = lotOf(state);
    const isStolen = state.status === 'stolen';
    return {
      ...{ status: state.status, place: state.place, lot: state.lot, expiry: state.expiry },
      commissioned: state.commissioned,
      ended: (isStolen ? undefined : state.terminal) ?? state.foreignSupply,
      theft: isStolen ? state.terminal : undefined,
      recalls: (lot === undefined ? undefined : this.#ledger.batch(lot))?.recalls ?? [],
      closedIn: this.#closedIn(kept.state),
      history: this.#historyOf(kept),
    };
  }

  #closedIn({ inside }: PackState): string | undefined {
    const chain = inside ? chainFrom(inside.container, this.#ledger.ownState) : [];
    return chain.find(({ state }) => state.closed)?.container;
  }

  /** What was said of an object, and of its containers while it was in them, in log order. */
  #historyOf({ entries, stays }: Kept): readonly Claim[] {
    if (stays.length === 0) return entries.map(({ claim }) => claim);
    const all = [...entries, ...stays.flatMap((stay) => this.#movesDuring(stay, new Set()))];
    const inOrder = all.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    return [...new Map(inOrder.map(({ claim }) => [claim.event, claim])).values()];
  }

  #movesDuring({ container, since, until }: Stay, seen: Set<string>): readonly PackEntry[] {
    if (seen.has(container)) return [];
    seen.add(container);
    const { entries, stays } = this.#ledger.known(container);
    const isWithin = (at: Instant) => at >= since && (until === undefined || at <= until);
    const own = entries.filter(({ claim }) => isWithin(claim.foldedAt));
    const outer = stays.filter((stay) => stay.until === undefined || stay.until >= since);
    return [...own, ...outer.flatMap((stay) => this.#movesDuring(stay, seen))].filter(({ claim }) =>
      isWithin(claim.foldedAt),
    );
  }
}
