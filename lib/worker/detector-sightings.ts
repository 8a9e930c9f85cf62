import type { Sighting } from '../anomaly/sighting.ts';
import type { Breach } from '../custody/breach.ts';
import { COUNTER_CODES } from '../custody/counter/counter-codes.ts';
import type { CounterReason } from '../custody/counter/counter-reason.ts';
import type { Realm } from '../custody/org-scope.ts';
import { sgtinUri } from '../gs1/digital-link.ts';
import type { StoredObservation } from '../store/load-observations.ts';
import type { FedEvent, LogFeed } from '../store/log-feed.ts';

/** A sighting with the entry of the log that it stands in. */
export interface PlacedSighting {
  readonly seq: bigint;
  readonly realm: Realm;
  readonly sighting: Sighting;
}

/** What the detectors see of a stretch of the log, in its order. */
export const sightingsIn = ({ entries }: LogFeed): readonly PlacedSighting[] =>
  entries.flatMap((entry): readonly PlacedSighting[] =>
    entry.kind === 'event'
      ? [{ seq: entry.seq, realm: entry.realm, sighting: eventSighting(entry) }]
      : entry.observations
          .filter(isJudged)
          .map((seen) => ({ seq: entry.seq, realm: seen.realm, sighting: observationSighting(seen) })),
  );

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
