import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { ownPlaces } from '../custody/statement-of.ts';
import { contentDigestOf } from '../epcis/content-digest.ts';
import type { EpcisEvent, TypedReference } from '../epcis/epcis-event.ts';
import { eventHashOf } from '../epcis/event-hash.ts';
import { ilmdLotAndExpiry } from '../epcis/ilmd-lot-and-expiry.ts';
import { objectsNamed } from '../epcis/objects-named.ts';
import { vialogExtension } from '../epcis/vialog-extension.ts';
import { type LedgerEventId, ledgerEventId, type NetworkKey } from '../evidence/event-id.ts';
import type { Gln } from '../gs1/gln.ts';
import { parseLot } from '../gs1/lot.ts';
import { lgtinOf, locationGlnOf, objectKeyOf, partyGlnOf, sgtinOf } from '../gs1/object-key.ts';
import { hexOf } from '../kernel/bytes.ts';
import type { BatchKey, CustodyRequest, NamedObject, PackKey } from '../store/custody-request.ts';
import { networkKeyOf } from '../store/network-key.ts';

/** An event under the names that the ledger, the store and its reporter know it by. */
export interface NamedEvent {
  readonly event: EpcisEvent;
  /** `eventID` as given, else the CBV event hash. */
  readonly eventId: string;
  readonly eventHash: string;
  readonly contentDigest: Uint8Array;
  readonly ledgerId: LedgerEventId;
  readonly ref: EventRef;
  /** Names tags and ids: K_net, or the sandbox's own key. */
  readonly key: NetworkKey;
  readonly sources: readonly Gln[];
  readonly destinations: readonly Gln[];
  /** readPoint and bizLocation. */
  readonly ownPlaces: readonly Gln[];
  readonly references: EventReferences;
  /** What the store is asked for. */
  readonly request: CustodyRequest;
}

/** Other events that an event refers to, recorded or not. */
export interface EventReferences {
  /** Of an error declaration: the reporter's own event of the same eventID. */
  readonly corrects: EventRef | undefined;
  readonly correctives: readonly EventRef[];
  /** `vialog:lifts`: somebody else's event by its id in the ledger, one's own also by its eventID. */
  readonly lifts: EventRef | undefined;
}

/** Whose names an event bears. */
export type Reporter = Pick<OrgScope, 'organisation' | 'sandbox'>;

/** Names an event and everything in it, for the organisation that reports it (custody.md 7). */
export function nameEvent(scope: Reporter, event: EpcisEvent): NamedEvent {
  const key = networkKeyOf(scope);
  const eventHash = eventHashOf(event);
  const eventId = event.eventID ?? eventHash;
  const ledgerId = ledgerEventId(key, scope.organisation, eventId, event.errorDeclaration !== undefined);
  const ref = hexOf(ledgerId);
  const sources = partiesIn(event.sourceList);
  const destinations = partiesIn(event.destinationList);
  const places = ownPlaces(event);
  const objects = objectsIn(event);
  const references = referencesIn(event, eventId, (id) =>
    hexOf(ledgerEventId(key, scope.organisation, id, false)),
  );
  const { corrects, correctives, lifts } = references;
  const request: CustodyRequest = {
    event: ref,
    eventHash,
    references: [corrects, ...correctives, lifts].filter((reference) => reference !== undefined),
    packs: objects.packs,
    objects: objects.others,
    batches: batchesIn(event, objects.packs),
    parties: [...new Set([...sources, ...destinations])],
    locations: [...new Set([...places, ...placesIn(event.sourceList), ...placesIn(event.destinationList)])],
  };
  return {
    event,
    eventId,
    eventHash,
    contentDigest: contentDigestOf(event),
    ledgerId,
    ref,
    key,
    sources,
    destinations,
    ownPlaces: places,
    references,
    request,
  };
}

function referencesIn(
  event: EpcisEvent,
  eventId: string,
  refOf: (eventId: string) => EventRef,
): EventReferences {
  const { errorDeclaration } = event;
  const lifts = vialogExtension(event, 'lifts');
  return {
    corrects: errorDeclaration && refOf(eventId),
    correctives: errorDeclaration?.correctiveEventIDs.map(refOf) ?? [],
    lifts: typeof lifts !== 'string' ? undefined : LEDGER_ID.test(lifts) ? lifts : refOf(lifts),
  };
}

const LEDGER_ID = /^[0-9a-f]{32}$/;

function objectsIn(event: EpcisEvent): { packs: PackKey[]; others: NamedObject[] } {
  const packs = new Map<string, PackKey>();
  const others = new Map<string, NamedObject>();
  const { epcs, classes } = objectsNamed(event);
  for (const uri of [...epcs, ...classes.map(({ epcClass }) => epcClass)]) {
    const key = objectKeyOf(uri);
    const sgtin = key.kind === 'sgtin' ? sgtinOf(key.uri) : undefined;
    if (sgtin) packs.set(key.uri, { ...sgtin, uri: key.uri });
    else others.set(key.uri, key);
  }
  return { packs: [...packs.values()], others: [...others.values()] };
}

/** The batches named, and the one that a commissioning is about to make or to extend. */
function batchesIn(event: EpcisEvent, packs: readonly PackKey[]): readonly BatchKey[] {
  const batches = new Map<string, BatchKey>();
  const add = (batch: BatchKey) => batches.set(`${batch.gtin}/${batch.lot}`, batch);
  for (const { epcClass } of objectsNamed(event).classes) {
    const lgtin = lgtinOf(epcClass);
    if (lgtin) add(lgtin);
  }
  const lot = parseLot(ilmdLotAndExpiry(event).lot ?? '');
  if (lot.ok) for (const gtin of new Set(packs.map((pack) => pack.gtin))) add({ gtin, lot: lot.value });
  return [...batches.values()];
}

const partiesIn = (list: readonly TypedReference[]): readonly Gln[] => [
  ...new Set(list.filter(({ type }) => type !== 'location').flatMap(({ id }) => partyGlnOf(id) ?? [])),
];

const placesIn = (list: readonly TypedReference[]): readonly Gln[] =>
  list.filter(({ type }) => type === 'location').flatMap(({ id }) => locationGlnOf(id) ?? []);
