import type { DueTimer } from '../anomaly/detector.ts';
import { packsLookedAt } from '../anomaly/packs-looked-at.ts';
import { seenAt } from '../anomaly/seen-at.ts';
import type { Sighting } from '../anomaly/sighting.ts';
import { type Site, siteOfObservation } from '../anomaly/site.ts';
import type { Breach } from '../custody/breach.ts';
import type { Claim } from '../custody/claim.ts';
import { COUNTER_CODES } from '../custody/counter/counter-codes.ts';
import type { CounterReason } from '../custody/counter/counter-reason.ts';
import type { Realm } from '../custody/org-scope.ts';
import { sgtinUri } from '../gs1/digital-link.ts';
import type { Instant } from '../kernel/instant.ts';
import type { StoredObservation } from '../store/load-observations.ts';
import type { FedEvent, LogFeed } from '../store/log-feed.ts';

/** What the detectors are shown, with where it stands in the log and what they may ask about. */
export interface Placed {
  readonly kind: 'event' | 'observation' | 'timer';
  /** The entry of the log; of a timer the one before which it comes due. */
  readonly seq: bigint;
  readonly realm: Realm;
  readonly at: Instant;
  /** The packs whose record they may ask for, and others whose product they may. */
  readonly lookedAt: readonly string[];
  readonly named: readonly string[];
  readonly site: Site | undefined;
  readonly claim: Claim | undefined;
}

/** A sighting with the entry of the log that it stands in. */
export interface PlacedSighting extends Placed {
  readonly sighting: Sighting;
}

/** A timer that has come due before an entry of the log. */
export interface PlacedTimer extends Placed {
  readonly timer: DueTimer;
}

/** What the detectors see of a stretch of the log, in its order. */
export const sightingsIn = ({ entries }: LogFeed): readonly PlacedSighting[] =>
  entries.flatMap((entry): readonly PlacedSighting[] =>
    entry.kind === 'event'
      ? [placedAt(entry.seq, entry.realm, eventSighting(entry))]
      : entry.observations
          .filter(isJudged)
          .map((seen) => placedAt(entry.seq, seen.realm, observationSighting(seen))),
  );

const placedAt = (seq: bigint, realm: Realm, sighting: Sighting): PlacedSighting => ({
  ...{ kind: sighting.kind, seq, realm, sighting, at: seenAt(sighting) },
  lookedAt: packsLookedAt(sighting),
  named: sighting.kind === 'event' ? sighting.packs : [sighting.pack],
  site: sighting.kind === 'event' ? undefined : siteOfObservation(sighting),
  claim: sighting.kind === 'event' ? sighting.claim : undefined,
});

/** A timer, as it stands before the entry `seq`. */
export const placedTimer = (timer: DueTimer, realm: Realm, seq: bigint): PlacedTimer => ({
  ...{ kind: 'timer', seq, realm, timer, at: timer.dueAt },
  ...{ lookedAt: timer.packs, named: [], site: undefined, claim: undefined },
});

const PACK = /^https:\/\/id\.gs1\.org\/01\/[0-9]{14}\/21\//;

const eventSighting = ({ realm, id, claim, objects, flags }: FedEvent): Sighting => ({
  kind: 'event',
  realm,
  event: id,
  claim,
  packs: objects.map(({ uri }) => uri).filter((uri) => PACK.test(uri)),
  breaches: flags as unknown as readonly Breach[],
});

const observationSighting = (seen: StoredObservation): Sighting => ({
  kind: 'observation',
  realm: seen.realm,
  id: seen.id,
  at: seen.at,
  organisation: seen.organisation,
  location: seen.location,
  entryMode: seen.entryMode,
  operation: seen.operation,
  pack: sgtinUri(seen.gtin, seen.serial),
  gtin: seen.gtin,
  serial: seen.serial,
  lot: seen.lot,
  expiry: seen.expiry,
  verdict: seen.verdict,
  reasons: reasonsOf(seen),
});

/** As the counter gave them; where only the code that decided is kept, that. */
function reasonsOf({ reasons, code }: StoredObservation): readonly [CounterReason, ...CounterReason[]] {
  const [first, ...more] = reasons as unknown as readonly CounterReason[];
  return first ? [first, ...more] : [{ code, params: {} } as CounterReason];
}

/**
 * Did the counter's table judge a pack that was shown? What was refused whatever its state, because the asker may not say so at all,
 * tells nothing of the pack; nor does looking up its history.
 */
const isJudged = ({ code, operation }: StoredObservation): boolean =>
  Object.hasOwn(COUNTER_CODES, code) && operation !== 'capture' && operation !== 'history';
