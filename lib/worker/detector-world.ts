import type {
  DetectorFacts,
  ImportApproval,
  PackRecord,
  PartyRecord,
  PlaceRecord,
} from '../anomaly/facts.ts';
import { packRecord } from '../anomaly/pack-record.ts';
import { type NamedClaim, recordInContainers } from '../anomaly/record-in-containers.ts';
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
import { loadImportApprovals } from '../store/import-approvals.ts';
import { loadPartyRecords, loadPlaceRecords } from '../store/load-detector-facts.ts';
import type { Tx } from '../store/transaction.ts';
import type { Placed } from './detector-sightings.ts';

/** What is known of the packs and products of one realm. */
interface RealmFacts {
  readonly histories: ReadonlyMap<string, readonly LoggedClaim[]>;
  readonly products: ReadonlyMap<Gtin, ProductFacts>;
  readonly batches: ReadonlyMap<string, LoggedBatch>;
  readonly imports: ReadonlyMap<Gtin, readonly ImportApproval[]>;
}

/** Everything that the sightings of one batch may ask about. */
export interface DetectorWorld {
  readonly realms: ReadonlyMap<Realm, RealmFacts>;
  readonly parties: ReadonlyMap<Gln, PartyRecord>;
  readonly places: ReadonlyMap<Gln, PlaceRecord>;
}

/** Reads what the detectors may ask about what they are shown next, set by set: what the first `before` entries of the log say. */
export async function loadDetectorWorld(
  tx: Tx,
  placed: readonly Placed[],
  before: bigint,
): Promise<DetectorWorld> {
  const realms = new Map<Realm, RealmFacts>();
  for (const realm of new Set(placed.map((one) => one.realm))) {
    const own = placed.filter((one) => one.realm === realm);
    realms.set(realm, await loadRealm(tx, realm, own, before));
  }
  const histories = [...realms.values()].flatMap((facts) => [...facts.histories.values()].flat());
  const claims = new Set([
    ...histories.map(({ claim }) => claim),
    ...placed.flatMap(({ claim }) => claim ?? []),
  ]);
  const ofProducts = [...realms.values()].flatMap(({ products, imports }) => [
    ...[...products.values()].map(({ holder }) => holder),
    ...[...imports.values()].flat().map(({ party }) => party),
  ]);
  const parties = new Set<Gln>([...ofProducts, ...[...claims].flatMap(partiesIn)]);
  const places = new Set<Gln>([...claims].flatMap(({ location }) => location ?? []));
  for (const { site } of placed) {
    if (site === undefined) continue;
    parties.add(site.party);
    if (site.location !== undefined) places.add(site.location);
  }
  return {
    realms,
    parties: await loadPartyRecords(tx, [...parties]),
    places: await loadPlaceRecords(tx, [...places]),
  };
}

const partiesIn = ({ from, to, speaksFor }: Claim): readonly Gln[] => [
  ...speaksFor.map(({ gln }) => gln),
  ...[from, to].flatMap((gln) => gln ?? []),
];

async function loadRealm(
  tx: Tx,
  realm: Realm,
  placed: readonly Placed[],
  before: bigint,
): Promise<RealmFacts> {
  const packs = [...new Set(placed.flatMap(({ lookedAt }) => lookedAt))];
  const histories = await loadWithContainers(tx, realm, packs, before);
  const named = placed.flatMap(({ lookedAt, named }) => [...lookedAt, ...named]);
  const gtins = [...new Set(named.flatMap((uri) => sgtinOf(uri)?.gtin ?? []))];
  const batches = new Map(
    [...histories].flatMap(batchesIn).map((batch) => [lgtinUri(batch.gtin, batch.lot), batch]),
  );
  return {
    histories,
    products: await loadProductFacts(tx, realm, gtins),
    batches: await loadLoggedBatches(tx, realm, [...batches.values()]),
    imports: await loadImportApprovals(tx, realm, gtins),
  };
}

/** The histories of packs, of the containers that they were ever said to be in, and of those that these were. */
async function loadWithContainers(
  tx: Tx,
  realm: Realm,
  packs: readonly string[],
  before: bigint,
): Promise<ReadonlyMap<string, readonly LoggedClaim[]>> {
  const histories = new Map<string, readonly LoggedClaim[]>();
  for (let missing = packs; missing.length > 0; missing = containersIn(histories)) {
    const loaded = await loadLoggedHistories(tx, realm, missing, before);
    for (const item of missing) histories.set(item, loaded.get(item) ?? []);
  }
  return histories;
}

/** The containers that histories name, and that have none there yet. */
function containersIn(histories: ReadonlyMap<string, readonly LoggedClaim[]>): readonly string[] {
  const named = [...histories.values()].flatMap((history) =>
    history.flatMap(({ claim }) => claim.container ?? []),
  );
  return [...new Set(named)].filter((container) => !histories.has(container));
}

/** The batches that a pack's commissionings name. */
function batchesIn([uri, history]: readonly [string, readonly LoggedClaim[]]) {
  const gtin = sgtinOf(uri)?.gtin;
  if (gtin === undefined) return [];
  return history.flatMap(({ claim: { lot } }) => (lot === undefined ? [] : [{ gtin, lot }]));
}

/**
 * The facts as they stood at what is shown: what the log said before it, and of an observation, which may wait a minute for its leaf, only
 * what was recorded by then. The same in a replay.
 */
export function factsAt(
  world: DetectorWorld,
  { seq, realm: within, kind, at, lookedAt: asked }: Placed,
): DetectorFacts {
  const realm = world.realms.get(within);
  const recordOf = (uri: string): PackRecord | undefined => {
    const gtin = sgtinOf(uri)?.gtin;
    const history = realm?.histories.get(uri);
    if (!realm || !history || gtin === undefined) return undefined;
    const isKnown = (one: LoggedClaim) =>
      one.seq < seq && (kind !== 'observation' || one.claim.recordedAt <= at);
    const claims = history.filter(isKnown).map(({ claim }) => claim);
    const lot = claims.find((claim) => claim.lot !== undefined)?.lot;
    const batch = lot === undefined ? undefined : batchAt(realm.batches.get(lgtinUri(gtin, lot)), seq);
    if (claims.every(({ container }) => container === undefined))
      return packRecord(uri, { claims, product: realm.products.get(gtin), batch });
    const record = recordInContainers(uri, claimsAround(uri, realm.histories, isKnown), realm.products);
    return record && { ...record, recalls: batch?.recalls ?? [] };
  };
  const records = new Map<string, PackRecord | undefined>();
  const lookedAt = new Set(asked);
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
    imports: (gtin) => realm?.imports.get(gtin) ?? [],
    party: (gln) => world.parties.get(gln),
    place: (gln) => world.places.get(gln),
  };
}

/** What is known of a pack and of everything that it was ever said to be in, each statement once. */
function claimsAround(
  pack: string,
  histories: RealmFacts['histories'],
  isKnown: (one: LoggedClaim) => boolean,
): readonly NamedClaim[] {
  const named = new Map<
    string,
    { readonly order: bigint; readonly claim: Claim; readonly items: string[] }
  >();
  const seen = new Set<string>();
  const add = (item: string) => {
    if (seen.has(item)) return;
    seen.add(item);
    for (const { seq: order, claim } of histories.get(item)?.filter(isKnown) ?? []) {
      const known = named.get(claim.event);
      if (known) known.items.push(item);
      else named.set(claim.event, { order, claim, items: [item] });
      if (claim.container !== undefined) add(claim.container);
    }
  };
  add(pack);
  return [...named.values()];
}

const isCommissioning = ({ act, corrects }: Claim): boolean => act === 'commission' && corrects === undefined;

/** The batch with the recalls that the log held before the entry `seq`; what was lifted since is gone from it. */
function batchAt(batch: LoggedBatch | undefined, seq: bigint): BatchState | undefined {
  if (!batch) return undefined;
  const isKnown = (event: string) => (batch.recalledAt.get(event) ?? seq) < seq;
  return { ...batch.state, recalls: batch.state.recalls.filter(({ event }) => isKnown(event)) };
}
