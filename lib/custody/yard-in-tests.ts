import { checkDigit } from '../gs1/check-digit.ts';
import { sgtinUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Claim } from './claim.ts';
import { GTIN, MAKER, PRODUCT, serial } from './claims-in-tests.ts';
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

interface Kept {
  state: PackState;
  entries: readonly PackEntry[];
  stays: readonly Stay[];
}

type Recorded = Extract<Decision, { kind: 'recorded' }>;

/** A ledger in miniature of packs and containers: records one statement after the other, as the service does. */
export class Yard {
  readonly kept = new Map<string, Kept>();
  readonly holders = new Map<string, Gln>();
  /** How many objects the last statement changed. */
  written = 0;
  #order = 0;

  say(claim: Claim, ...items: readonly string[]): Recorded {
    const statement = about(claim, items);
    const decision = decide(statement, this.#facts(statement));
    if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.breaches));
    this.#order += 1;
    this.written = decision.packs.size + decision.containers.size + decision.contents.length;
    for (const [item, outcome] of [...decision.containers, ...decision.packs])
      this.#keep(item, statement, outcome);
    for (const { item, next, changed, stays } of decision.contents) {
      const known = this.#known(item);
      const entries = withChanges(known.entries, changed);
      this.kept.set(item, { state: next, entries, stays: stillTouched(stays, known.stays) });
    }
    return decision;
  }

  /** What the record says of an object, its containers counted in. */
  of(item: string): PackState {
    const { state } = this.#known(item);
    return state.inside ? stateWithin(state, chainFrom(state.inside.container, this.#stateOf)) : state;
  }

  effects(item: string): readonly string[] {
    return this.#known(item).entries.map(({ effect }) => effect);
  }

  readonly #stateOf = (item: string): PackState | undefined => this.kept.get(item)?.state;

  #known = (item: string): Kept => this.kept.get(item) ?? { state: INITIAL_STATE, entries: [], stays: [] };

  #keep(item: string, claim: Statement, outcome: PackOutcome): void {
    const { state, entries, stays } = this.#known(item);
    const entry: PackEntry = {
      claim,
      effect: outcome.effect,
      takesPlaceOf: outcome.takesPlaceOf,
      order: this.#order,
    };
    this.#touchAbove(state, claim.foldedAt);
    this.kept.set(item, {
      state: outcome.next,
      entries: [...withChanges(entries, outcome.changed), entry],
      stays: stillTouched(staysOfOutcome(item, claim, { before: state, stays }, outcome), stays),
    });
  }

  /** A statement about what is inside touches the bonds of its containers too. */
  #touchAbove(state: PackState, at: Instant): void {
    const chain = state.inside ? chainFrom(state.inside.container, this.#stateOf) : [];
    for (const { container, state: own } of chain) {
      const known = this.#known(container);
      this.kept.set(container, { ...known, stays: staysAfter(known.stays, own, own, { at, event: '' }) });
    }
  }

  #facts(statement: Statement): CustodyFacts {
    const items = [...statement.containers, ...statement.packs.map(({ uri }) => uri)];
    const late = items.some((item) => this.#isLate(item, statement));
    const contents = late ? this.#contents(statement) : undefined;
    const inside = [...(contents?.values() ?? [])].flat().map(({ item }) => item);
    return {
      packs: new Map(items.filter(isPack).map((item) => [item, this.#factsOf(item)])),
      containers: new Map(
        [...this.kept.keys()].filter((item) => !isPack(item)).map((item) => [item, this.#factsOf(item)]),
      ),
      containerHolders: this.holders,
      batches: new Map(),
      products: new Map([[GTIN, PRODUCT]]),
      parties: new Map([[MAKER.gln, MAKER]]),
      histories: late ? this.#histories([...items, ...inside]) : undefined,
      contents,
    };
  }

  #factsOf(item: string): PackFacts {
    const { state, entries } = this.#known(item);
    const touched = this.#staysIn(item).flatMap(({ stay }) => stay.touchedAt ?? []);
    return {
      state,
      history: entries,
      contentsTouchedAt: touched.length === 0 ? undefined : (Math.max(...touched) as Instant),
    };
  }

  #isLate(item: string, statement: Statement): boolean {
    const around = presentSurroundings(this.#stateOf);
    const facts = this.#factsOf(item);
    return needsHistory(facts.state, statement, latestAround(item, facts, statement, around));
  }

  #staysIn(container: string): readonly { readonly item: string; readonly stay: Stay }[] {
    return [...this.kept].flatMap(([item, { stays }]) =>
      stays.filter((stay) => stay.container === container).map((stay) => ({ item, stay })),
    );
  }

  /** What was inside the containers named, at whatever depth. */
  #contents({ containers }: Statement): ReadonlyMap<string, readonly ContentFacts[]> {
    const below = (container: string, seen: Set<string>): Set<string> => {
      for (const { item } of this.#staysIn(container)) {
        if (seen.has(item)) continue;
        seen.add(item);
        below(item, seen);
      }
      return seen;
    };
    return new Map(
      containers.map((container) => [
        container,
        [...below(container, new Set())].map((item) => {
          const { state, entries } = this.#known(item);
          return { item, state, history: entries };
        }),
      ]),
    );
  }

  #histories(items: readonly string[]): ReadonlyMap<string, readonly PackEntry[]> {
    const histories = new Map<string, readonly PackEntry[]>();
    const add = (item: string) => {
      if (histories.has(item)) return;
      const { entries } = this.#known(item);
      histories.set(item, entries);
      for (const container of containersOf(item, entries)) add(container);
    };
    items.forEach(add);
    return histories;
  }
}
