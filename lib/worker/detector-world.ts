import type { DetectorFacts, PackRecord, PartyRecord, PlaceRecord } from '../anomaly/facts.ts';
import { packRecord } from '../anomaly/pack-record.ts';
import { packsLookedAt } from '../anomaly/packs-looked-at.ts';
import type { BatchState } from '../custody/batch-state.ts';
import type { Claim } from '../custody/claim.ts';
import type { Realm } from '../custody/org-scope.ts';
import type { ProductFacts } from '../custody/product-facts.ts';
import { lgtinUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import {
  type LoggedBatch,
  type LoggedClaim,
  loadLoggedBatches,
  loadLoggedHistories,
  loadProductFacts,
} from '../store/detector-histories.ts';
import { loadPartyRecords, loadPlaceRecords } from '../store/load-detector-facts.ts';
import type { Tx } from '../store/transaction.ts';
import type { PlacedSighting } from './detector-sightings.ts';

/** What is known of the packs and products of one realm. */
interface RealmFacts {
  readonly histories: ReadonlyMap<string, readonly LoggedClaim[]>;
  readonly products: ReadonlyMap<Gtin, ProductFacts>;
  readonly batches: ReadonlyMap<string, LoggedBatch>;
}

/** Everything that the sightings of one batch may ask about. */
export interface DetectorWorld {
  readonly realms: ReadonlyMap<Realm, RealmFacts>;
  readonly parties: ReadonlyMap<Gln, PartyRecord>;
  readonly places: ReadonlyMap<Gln, PlaceRecord>;
}

/** Reads what the detectors may ask about the sightings, set by set. */
export async function loadDetectorWorld(tx: Tx, placed: readonly PlacedSighting[]): Promise<DetectorWorld> {
  const before = (placed.at(-1)?.seq ?? -1n) + 1n;
  const realms = new Map<Realm, RealmFacts>();
  for (const realm of new Set(placed.map((one) => one.realm))) {
    const own = placed.filter((one) => one.realm === realm);
    realms.set(realm, await loadRealm(tx, realm, own, before));
  }
  const histories = [...realms.values()].flatMap((facts) => [...facts.histories.values()].flat());
  const claims = new Set([...histories.map(({ claim }) => claim), ...placed.flatMap(claimOf)]);
  const seen = placed.flatMap(({ sighting }) => (sighting.kind === 'observation' ? [sighting] : []));
  const holders = [...realms.values()].flatMap(({ products }) =>
    [...products.values()].map(({ holder }) => holder),
  );
  const parties = [
    ...holders,
    ...seen.map(({ organisation }) => organisation),
    ...[...claims].map(({ reporter }) => reporter),
  ];
  const places = [...seen, ...claims].flatMap(({ location }) => location ?? []);
  return {
    realms,
    parties: await loadPartyRecords(tx, [...new Set(parties)]),
    places: await loadPlaceRecords(tx, [...new Set(places)]),
  };
}

const claimOf = ({ sighting }: PlacedSighting) => (sighting.kind === 'event' ? [sighting.claim] : []);

async function loadRealm(
  tx: Tx,
  realm: Realm,
  placed: readonly PlacedSighting[],
  before: bigint,
): Promise<RealmFacts> {
  const packs = [...new Set(placed.flatMap(({ sighting }) => packsLookedAt(sighting)))];
  const histories = await loadLoggedHistories(tx, realm, packs, before);
  const gtins = new Set(packs.flatMap((uri) => sgtinOf(uri)?.gtin ?? []));
  for (const { sighting } of placed) if (sighting.kind === 'observation') gtins.add(sighting.gtin);
  const batches = new Map(
    [...histories].flatMap(batchesIn).map((batch) => [lgtinUri(batch.gtin, batch.lot), batch]),
  );
  return {
    histories,
    products: await loadProductFacts(tx, realm, [...gtins]),
    batches: await loadLoggedBatches(tx, realm, [...batches.values()]),
  };
}

/** The batches that a pack's commissionings name. */
function batchesIn([uri, history]: readonly [string, readonly LoggedClaim[]]) {
  const gtin = sgtinOf(uri)?.gtin;
  if (gtin === undefined) return [];
  return history.flatMap(({ claim: { lot } }) => (lot === undefined ? [] : [{ gtin, lot }]));
}

/**
 * The facts as they stood at a sighting: what the log said before it, and of an observation, which may wait a minute for its leaf, only
 * what was recorded by then. The same in a replay.
 */
export function factsAt(
  world: DetectorWorld,
  { seq, realm: within, sighting }: PlacedSighting,
): DetectorFacts {
  const realm = world.realms.get(within);
  const at = sighting.kind === 'event' ? sighting.claim.recordedAt : sighting.at;
  const recordOf = (uri: string): PackRecord | undefined => {
    const gtin = sgtinOf(uri)?.gtin;
    const history = realm?.histories.get(uri);
    if (!realm || !history || gtin === undefined) return undefined;
    const known = history.filter(
      (one) => one.seq < seq && (sighting.kind === 'event' || one.claim.recordedAt <= at),
    );
    const claims = known.map(({ claim }) => claim);
    const lot = claims.find((claim) => claim.lot !== undefined)?.lot;
    const batch = lot === undefined ? undefined : batchAt(realm.batches.get(lgtinUri(gtin, lot)), seq);
    return packRecord(uri, { claims, product: realm.products.get(gtin), batch });
  };
  const records = new Map<string, PackRecord | undefined>();
  const lookedAt = new Set(packsLookedAt(sighting));
  return {
    pack(uri) {
      // Another sighting of the batch may have asked for it; what is found must not hang on that.
      if (!lookedAt.has(uri)) throw new Error(`a detector did not ask for ${uri}`);
      if (!records.has(uri)) records.set(uri, recordOf(uri));
      return records.get(uri);
    },
    commissionedSince: (uri) =>
      realm?.histories
        .get(uri)
        ?.find((one) => one.seq < seq && isCommissioning(one.claim) && one.claim.recordedAt > at)?.claim,
    product: (gtin) => realm?.products.get(gtin),
    party: (gln) => world.parties.get(gln),
    place: (gln) => world.places.get(gln),
  };
}

const isCommissioning = ({ act, corrects }: Claim): boolean => act === 'commission' && corrects === undefined;

/** The batch with the recalls that the log held before the entry `seq`; what was lifted since is gone from it. */
function batchAt(batch: LoggedBatch | undefined, seq: bigint): BatchState | undefined {
  if (!batch) return undefined;
  const isKnown = (event: string) => (batch.recalledAt.get(event) ?? seq) < seq;
  return { ...batch.state, recalls: batch.state.recalls.filter(({ event }) => isKnown(event)) };
}
