import type { BatchState } from '../custody/batch-state.ts';
import type { Claim } from '../custody/claim.ts';
import {
  type Actor,
  BATCH,
  EXPIRY,
  GTIN,
  gln,
  hour,
  LOT,
  MAKER,
  MAKERS_AGENT,
  OTHER_PHARMACY,
  PHARMACY,
  PRODUCT,
  SISTER,
  says,
  serial,
  WHOLESALER,
} from '../custody/claims-in-tests.ts';
import type { CounterRequest } from '../custody/counter/counter-request.ts';
import { judgeAtCounter } from '../custody/counter/judge-at-counter.ts';
import { INITIAL_STATE } from '../custody/initial-state.ts';
import type { PackEntry } from '../custody/pack-entry.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { ProductFacts } from '../custody/product-facts.ts';
import { recordOnPack } from '../custody/record-on-pack.ts';
import { withChanges } from '../custody/with-changes.ts';
import { sgtinUri } from '../gs1/digital-link.ts';
import { expiryDigits, parseExpiry } from '../gs1/expiry.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { detect, detectDue, linkedMemoryKeysOf, memoryKeysOf, memoryKeysOfDue } from './detect.ts';
import type { Detected, DetectorTimer } from './detector.ts';
import type { DetectorFacts, ImportApproval, PartyRecord } from './facts.ts';
import type { Finding } from './finding.ts';
import { packRecord } from './pack-record.ts';
import { packsLookedAt } from './packs-looked-at.ts';
import { seenAt } from './seen-at.ts';
import type { Sighting } from './sighting.ts';

const pack = (text: string): string => sgtinUri(GTIN, serial(text));

/** A pharmacy that no other test knows: the `n`th of its kind. */
export const pharmacyNo = (n: number, more: Partial<Actor> = {}): Actor => ({
  ...OTHER_PHARMACY,
  ...{ gln: gln(1000 + n), site: gln(2000 + n), name: `pharmacy ${1000 + n}` },
  ...more,
});

/** What is read at a counter; absent: what is registered for the batch of these tests. */
export interface Read {
  readonly lot?: Lot | undefined;
  readonly expiry?: LocalDate;
  readonly mode?: 'scan' | 'manual';
  readonly realm?: number;
}

interface Known {
  state: PackState;
  entries: readonly PackEntry[];
  claims: readonly Claim[];
}

/**
 * A supply chain in miniature: the rules of custody judge what is said and asked, the detectors see it, and nothing else is assumed.
 * Times are hours, as in the tests of the rules.
 */
export class Story {
  batch: BatchState = BATCH;
  /** What the log says of a commissioning between the next observations and their leaf. */
  commissionedSince: Claim | undefined;
  /** By organisation; those that are not here are not covered by the register. */
  readonly standings = new Map<string, Pick<PartyRecord, 'licences' | 'suspensions'>>();
  imports: readonly ImportApproval[] = [];
  /** The pharmacy is in Berlin and everybody else in Munich; else all are in one street. */
  apart = false;
  product: ProductFacts = PRODUCT;
  readonly found: Finding[] = [];
  readonly cleared: string[] = [];
  readonly #packs = new Map<string, Known>();
  readonly #memory = new Map<string, Json>();
  readonly #timers: DetectorTimer[] = [];
  readonly #packsOf = new Map<string, readonly string[]>();
  readonly #actors = new Map<string, Actor>();
  #count = 0;

  /** `serials` are commissioned, and their way to the pharmacy's shelf is recorded. */
  delivered(to: Actor, ...serials: readonly string[]): this {
    return this.commissioned(...serials)
      .event(WHOLESALER, says(MAKER, 'ship', 1, { to: WHOLESALER.gln }), ...serials)
      .event(WHOLESALER, says(WHOLESALER, 'receive', 2), ...serials)
      .event(WHOLESALER, says(WHOLESALER, 'ship', 3, { to: to.gln }), ...serials)
      .event(to, says(to, 'receive', 4), ...serials);
  }

  commissioned(...serials: readonly string[]): this {
    return this.event(MAKER, says(MAKER, 'commission', 0), ...serials);
  }

  /** `who` says of `serials` what `claim` says. */
  event(who: Actor, claim: Claim, ...serials: readonly string[]): this {
    this.#meet(MAKER, MAKERS_AGENT, WHOLESALER, PHARMACY, SISTER, who);
    const uris = serials.map(pack);
    const breaches = uris.flatMap((uri) => this.#record(uri, claim));
    return this.#see({ kind: 'event', realm: 0, event: claim.event, claim, packs: uris, breaches });
  }

  /** Somebody verifies a pack, or asks to supply it; at `at` hours. Only what is not recorded as an event is seen. */
  asks(who: Actor, kind: 'verify' | 'supply', text: string, at: number, read: Read = {}): this {
    this.#meet(MAKER, MAKERS_AGENT, WHOLESALER, PHARMACY, SISTER, who);
    const { state } = this.#packs.get(pack(text)) ?? { state: INITIAL_STATE };
    const lot = 'lot' in read ? read.lot : LOT;
    const parsed = parseExpiry(expiryDigits(read.expiry ?? EXPIRY), 2026);
    if (!parsed.ok) throw new Error('an expiry');
    const request: CounterRequest<'verify' | 'supply'> = {
      ...{ kind, gtin: GTIN, serial: serial(text), lot, expiry: parsed.value, at: hour(at) },
      ...{ party: who.gln, location: who.site, entryMode: read.mode ?? 'scan' },
    };
    const answer = judgeAtCounter(request, {
      ...{ product: this.product, pack: state, party: who, custodyCoverage: 0.99, previous: [] },
      batch: { ...this.batch, known: lot === LOT && this.#packs.size > 0 },
      ...{ siteCountry: who.country, siteTimeZone: 'Europe/Berlin' },
    });
    if (answer.recorded !== 'observation') throw new Error(`recorded as an event: ${answer.rule}`);
    this.#count += 1;
    return this.#see({
      ...{ kind: 'observation', realm: read.realm ?? 0, id: `observation-${this.#count}`, at: hour(at) },
      ...{ organisation: who.gln, location: who.site, entryMode: request.entryMode },
      operation: kind === 'supply' ? 'supplied' : 'verify',
      ...{ pack: pack(text), gtin: GTIN, serial: serial(text), lot, expiry: parsed.value.printed },
      ...{ verdict: answer.verdict, reasons: answer.reasons },
    });
  }

  /** The findings that stand: detector, severity, and for whom. */
  get standing(): readonly string[] {
    const standing = this.found.filter(({ id }, n) => !this.cleared.includes(id) && this.#isFirst(id, n));
    return standing.map(({ detector, severity, kind }) => `${detector} ${severity} ${kind}`);
  }

  /** Those of some detectors, where what happens is something for others too. */
  standingOf(...detectors: readonly string[]): readonly string[] {
    return this.standing.filter((one) => detectors.includes(one.slice(0, 3)));
  }

  /** The one finding that there is. */
  get only(): Finding {
    const [one, ...more] = this.found;
    if (!one || more.length > 0) throw new Error(`${this.found.length} findings`);
    return one;
  }

  #party(gln: Gln): PartyRecord | undefined {
    const actor = this.#actors.get(gln);
    return actor && { licences: undefined, suspensions: [], ...actor, ...this.standings.get(gln) };
  }

  #isFirst(id: string, n: number): boolean {
    return this.found.findIndex((one) => one.id === id) === n;
  }

  #meet(...actors: readonly Actor[]): void {
    for (const one of actors) this.#actors.set(one.gln, one);
  }

  #record(uri: string, claim: Claim) {
    const known = this.#packs.get(uri) ?? { state: INITIAL_STATE, entries: [], claims: [] };
    const context = { gtinHolder: MAKER.gln, product: this.product, batch: this.batch };
    const outcome = recordOnPack(uri, { state: known.state, history: known.entries }, claim, context);
    const entry = { claim, effect: outcome.effect, takesPlaceOf: outcome.takesPlaceOf };
    this.#packs.set(uri, {
      state: outcome.next,
      entries: [...withChanges(known.entries, outcome.changed), entry],
      claims: [...known.claims, claim],
    });
    return outcome.breaches;
  }

  /** Nothing happens until `at` hours: what is due by then comes due. */
  waits(at: number): this {
    this.#fire(hour(at));
    return this;
  }

  #see(sighting: Sighting): this {
    this.#fire(seenAt(sighting));
    const facts = this.#factsFor(sighting, packsLookedAt(sighting));
    const memory = this.#memoryWith(memoryKeysOf(sighting, facts));
    memory.allow(linkedMemoryKeysOf(sighting, memory, facts));
    if (sighting.kind === 'event') this.#packsOf.set(sighting.event, sighting.packs);
    this.#keep(detect(sighting, facts, memory));
    return this;
  }

  #fire(at: number): void {
    for (;;) {
      const [timer] = this.#timers.filter(({ dueAt }) => dueAt <= at).sort((a, b) => a.dueAt - b.dueAt);
      if (!timer) return;
      this.#timers.splice(this.#timers.indexOf(timer), 1);
      const due = { ...timer, packs: this.#packsOf.get(timer.event) ?? [] };
      const facts = this.#factsFor(undefined, due.packs);
      this.#keep(detectDue(due, facts, this.#memoryWith(memoryKeysOfDue(due, facts))));
    }
  }

  #keep({ findings, withdrawals, timers }: Detected): void {
    this.found.push(...findings);
    this.cleared.push(...withdrawals.map(({ finding }) => finding));
    this.#timers.push(...(timers ?? []));
  }

  #memoryWith(named: readonly string[]) {
    const keys = new Set(named);
    return {
      allow: (more: readonly string[]) => {
        for (const key of more) keys.add(key);
      },
      get: (key: string) => {
        if (!keys.has(key)) throw new Error(`no key ${key}`);
        return this.#memory.get(key);
      },
      set: (key: string, value: Json | undefined) => {
        if (value === undefined) this.#memory.delete(key);
        else this.#memory.set(key, value);
        keys.add(key);
      },
    };
  }

  #factsFor(sighting: Sighting | undefined, lookedAt: readonly string[]): DetectorFacts {
    const own = sighting?.kind === 'event' ? sighting.event : undefined;
    return {
      pack: (uri) => {
        if (!lookedAt.includes(uri)) throw new Error(`not looked at: ${uri}`);
        const claims = this.#packs.get(uri)?.claims.filter(({ event }) => event !== own) ?? [];
        return packRecord(uri, { claims, product: this.product, batch: this.batch });
      },
      commissionedSince: () => this.commissionedSince,
      product: (gtin) => (gtin === GTIN ? this.product : undefined),
      imports: () => this.imports,
      party: (party) => this.#party(party),
      place: (place) => {
        const actor = [...this.#actors.values()].find(({ site }) => site === place);
        const [latitude, longitude] = this.apart && actor === PHARMACY ? [52.52, 13.405] : [48.137, 11.576];
        return actor && { city: `City ${actor.name}`, country: actor.country, latitude, longitude };
      },
    };
  }
}
