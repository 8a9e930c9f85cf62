import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import type { BatchState } from './batch-state.ts';
import type { Claim } from './claim.ts';
import { claimOf } from './claim-of.ts';
import type { ContentFacts, CustodyFacts, PackFacts } from './custody-facts.ts';
import { decide } from './decide.ts';
import type { Decision, PackOutcome } from './decision.ts';
import { containersOf } from './fold-steps.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { latestAround } from './latest-around.ts';
import type { PackEntry } from './pack-entry.ts';
import type { PackState } from './pack-state.ts';
import { needsHistory } from './record-on-pack.ts';
import { stateWithin } from './state-within.ts';
import type { Statement } from './statement.ts';
import { type Stay, staysAfter, stillTouched } from './stay.ts';
import { staysOfOutcome } from './stays-of-outcome.ts';
import { chainFrom, presentSurroundings } from './surroundings.ts';
import { withChanges } from './with-changes.ts';

/** What is kept of one pack or container. */
export interface Kept {
  readonly state: PackState;
  readonly entries: readonly PackEntry[];
  readonly stays: readonly Stay[];
}

type Recorded = Extract<Decision, { kind: 'recorded' }>;

const NOTHING_KEPT: Kept = { state: INITIAL_STATE, entries: [], stays: [] };

/** What the rules look up. */
export interface LedgerRegister extends Pick<CustodyFacts, 'products' | 'parties'> {
  /** Whose key a container's number is made with, where it is known. */
  readonly containerHolders?: ReadonlyMap<string, Gln>;
}

/** What custody knows of everything, in memory: the same rules as the recorder's, and the same answers. */
export class MemoryLedger {
  readonly #register: LedgerRegister;
  readonly #kept = new Map<string, Kept>();
  readonly #batches = new Map<string, BatchState>();
  /** What was ever in a container. */
  readonly #inside = new Map<string, Set<string>>();
  #order = 0;

  constructor(register: LedgerRegister) {
    this.#register = register;
  }

  /** What a statement does. Nothing is kept yet. */
  decide(statement: Statement): Decision {
    return decide(statement, this.#facts(statement));
  }

  /** Keeps what {@link MemoryLedger.decide} has said of a statement. */
  keep(statement: Statement, decision: Recorded): void {
    this.#order += 1;
    const claim = claimOf(statement);
    for (const [item, outcome] of [...decision.containers, ...decision.packs])
      this.#keep(item, claim, outcome);
    for (const { item, next, changed, stays } of decision.contents) {
      const known = this.known(item);
      const entries = withChanges(known.entries, changed);
      this.#set(item, { state: next, entries, stays: stillTouched(stays, known.stays) });
    }
    for (const [uri, { next }] of decision.batches) this.#batches.set(uri, next);
  }

  /** The state of a pack, its containers counted in; `undefined` where nothing was said of it. */
  stateOf(item: string): PackState | undefined {
    const state = this.#kept.get(item)?.state;
    return state?.inside ? stateWithin(state, chainFrom(state.inside.container, this.ownState)) : state;
  }

  batch(uri: string): BatchState | undefined {
    return this.#batches.get(uri);
  }

  /** What is kept of a pack or container by itself; nothing has happened to one that is not known. */
  known(item: string): Kept {
    return this.#kept.get(item) ?? NOTHING_KEPT;
  }

  /** Everything of which something was said. */
  get items(): Iterable<string> {
    return this.#kept.keys();
  }

  /** The state of a pack or container by itself, its containers not counted in. */
  readonly ownState = (item: string): PackState | undefined => this.#kept.get(item)?.state;

  #set(item: string, kept: Kept): void {
    this.#kept.set(item, kept);
    for (const { container } of kept.stays) {
      const inside = this.#inside.get(container) ?? new Set();
      this.#inside.set(container, inside.add(item));
    }
  }

  #keep(item: string, claim: Claim, outcome: PackOutcome): void {
    const { state, entries, stays } = this.known(item);
    const { effect, takesPlaceOf } = outcome;
    const entry: PackEntry = { claim, effect, takesPlaceOf, order: this.#order };
    this.#touchAbove(state, claim.foldedAt);
    const changed = outcome.changed.length === 0 ? entries : withChanges(entries, outcome.changed);
    this.#set(item, {
      state: outcome.next,
      entries: [...changed, entry],
      stays: stillTouched(staysOfOutcome(item, claim, { before: state, stays }, outcome), stays),
    });
  }

  /** A statement about what is inside touches the bonds of its containers too. */
  #touchAbove(state: PackState, at: Instant): void {
    if (!state.inside) return;
    for (const { container, state: own } of chainFrom(state.inside.container, this.ownState)) {
      const known = this.known(container);
      this.#set(container, { ...known, stays: staysAfter(known.stays, own, own, { at, event: '' }) });
    }
  }

  #facts(statement: Statement): CustodyFacts {
    const { products, parties } = this.#register;
    const packs = new Map(statement.packs.map(({ uri }) => [uri, this.#factsOf(uri)]));
    const items = [...statement.containers, ...packs.keys()];
    const around = presentSurroundings(this.ownState);
    const late = items.some((item) => {
      const facts = this.#factsOf(item);
      return needsHistory(facts.state, statement, latestAround(item, facts, statement, around));
    });
    const contents = late ? this.#contents(statement) : undefined;
    const named = [...items, ...[...(contents?.values() ?? [])].flat().map(({ item }) => item)];
    return {
      ...{ packs, products, parties, contents },
      containers: this.#containers(items, statement.container),
      containerHolders: this.#register.containerHolders ?? new Map(),
      batches: this.#batches,
      histories: late ? this.#histories(named) : undefined,
    };
  }

  #factsOf(item: string): PackFacts {
    const { state, entries } = this.known(item);
    let touched: Instant | undefined;
    for (const content of this.#inside.get(item) ?? [])
      for (const { container, touchedAt } of this.known(content).stays)
        if (container === item && touchedAt !== undefined && (touched === undefined || touchedAt > touched))
          touched = touchedAt;
    return { state, history: entries, contentsTouchedAt: touched };
  }

  #containers(items: readonly string[], target: string | undefined): ReadonlyMap<string, PackFacts> {
    const containers = new Map<string, PackFacts>();
    const starts = [target, ...items.flatMap((item) => this.ownState(item)?.inside?.container ?? [])];
    for (const item of items) if (isContainer(item)) starts.push(item);
    for (const start of new Set(starts)) {
      if (start === undefined) continue;
      for (const { container } of chainFrom(start, this.ownState))
        containers.set(container, this.#factsOf(container));
    }
    return containers;
  }

  #contents({ containers }: Statement): ReadonlyMap<string, readonly ContentFacts[]> {
    return new Map(
      containers.map((container) => [
        container,
        [...this.#below(container, new Set())].map((item) => {
          const { state, entries } = this.known(item);
          return { item, state, history: entries };
        }),
      ]),
    );
  }

  #below(container: string, seen: Set<string>): Set<string> {
    for (const item of this.#inside.get(container) ?? []) {
      if (seen.has(item)) continue;
      seen.add(item);
      this.#below(item, seen);
    }
    return seen;
  }

  #histories(items: readonly string[]): ReadonlyMap<string, readonly PackEntry[]> {
    const histories = new Map<string, readonly PackEntry[]>();
    const add = (item: string) => {
      if (histories.has(item)) return;
      const { entries } = this.known(item);
      histories.set(item, entries);
      for (const container of containersOf(item, entries)) add(container);
    };
    items.forEach(add);
    return histories;
  }
}

const isContainer = (item: string): boolean => item.startsWith('https://id.gs1.org/00/');
