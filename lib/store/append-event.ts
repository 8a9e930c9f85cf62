import type { BatchState } from '../custody/batch-state.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import type { EventRef, PackState } from '../custody/pack-state.ts';
import { APPEND_EVENT } from './append-statement.ts';
import type { BatchKey, NamedObject, PackKey } from './custody-request.ts';
import type { EventRecord } from './event-record.ts';
import { LOG_ID } from './log-id.ts';
import { placeColumnsOf } from './place-columns.ts';
import { batchStateText, packStateText } from './state-columns.ts';
import { StaleRead, type Tx } from './transaction.ts';

/** What the event did to an object; `named` where the object has no state of its own. */
export type Effect = EntryEffect | 'named';

/** A pack that the event names. `counter` is that before the event, 0 for a pack nobody has named yet. */
export interface PackChange extends PackKey {
  readonly counter: number;
  readonly state: PackState;
  readonly effect: Effect;
  readonly takesPlaceOf: EventRef | undefined;
}

/** Anything else that the event names, with its counter before the event. */
export interface ObjectChange extends NamedObject {
  readonly counter: number;
  readonly effect: Effect;
  /** Of a container. */
  readonly state?: PackState | undefined;
  readonly takesPlaceOf?: EventRef | undefined;
}

/** A batch whose state the event changes; `before` is what was loaded. */
export interface BatchChange extends BatchKey {
  readonly before: BatchState | undefined;
  readonly after: BatchState;
}

/** All that recording an event writes. */
export interface Recording {
  readonly event: EventRecord;
  readonly packs: readonly PackChange[];
  readonly objects: readonly ObjectChange[];
  readonly batches: readonly BatchChange[];
}

/** Where an event waits for its place in the log: what {@link awaitSequenced} is asked with. */
export interface Appended {
  readonly pid: bigint;
}

interface CountsRow {
  readonly named: number;
  readonly packs: number;
  readonly objects: number;
  readonly batches: number;
  readonly pid: bigint | null;
}

/**
 * Writes an event with everything it changes, in one round trip. What {@link loadCustody} gave must have been read in the same `tx`.
 * Throws {@link StaleRead}, on which {@link inTransaction} begins anew, where somebody else has recorded this event, named one of its
 * new objects or changed one of its batches in between.
 */
export async function appendEvent(tx: Tx, recording: Recording): Promise<Appended> {
  const { event, packs, objects } = recording;
  const batches = recording.batches.filter(changes);
  const values = [
    ...eventValues(event),
    LOG_ID,
    event.leaf,
    ...packValues(packs),
    ...objectValues(objects),
    ...batchValues(batches),
    JSON.stringify(event.claim),
    packs.map((pack) => pack.takesPlaceOf ?? null),
    packs.map((pack) => pack.state.status),
    packs.map((pack) => pack.state.inside?.container ?? null),
    ...containerValues(objects),
    packs.map((pack) => pack.state.closed !== undefined),
  ];
  const { rows } = await tx.query<CountsRow>({ ...APPEND_EVENT, values });
  const written = rows[0];
  const complete =
    written?.named === packs.length + objects.length &&
    written.packs === packs.length &&
    written.objects === objects.length &&
    written.batches === batches.length;
  if (!complete || written.pid === null) throw new StaleRead('another event came in between');
  return { pid: written.pid };
}

/** A batch that stays as it is keeps its row unlocked, so that the lines of one batch do not wait for each other. */
const changes = ({ before, after }: BatchChange): boolean =>
  before === undefined || batchStateText(before) !== batchStateText(after);

const instantOrNull = (instant: number | undefined): Date | null =>
  instant === undefined ? null : new Date(instant);

const eventValues = (event: EventRecord): unknown[] => [
  event.id,
  event.scope.realm,
  event.scope.organisation,
  event.eventId,
  event.eventHash,
  event.contentDigest,
  event.claim.act,
  event.action,
  event.bizStep,
  event.disposition,
  new Date(event.eventTime),
  event.offset,
  new Date(event.recordTime),
  instantOrNull(event.originalRecordTime),
  event.readPoint,
  event.bizLocation,
  event.location,
  event.declaration,
  event.corrects,
  event.parties,
  event.countries,
  event.holders,
  JSON.stringify(event.document),
  JSON.stringify(event.context),
  event.fields.names,
  event.fields.salts,
  event.fields.commitments,
  JSON.stringify(event.flags),
];

function packValues(packs: readonly PackChange[]): unknown[] {
  const places = packs.map((pack) => placeColumnsOf(pack.state));
  return [
    packs.map((pack) => pack.uri),
    packs.map((pack) => pack.counter),
    packs.map((pack) => pack.effect),
    packs.map((pack) => pack.gtin),
    packs.map((pack) => pack.serial),
    packs.map((pack) => pack.state.lot ?? null),
    packs.map((pack) => pack.state.expiry ?? null),
    places.map((place) => place.holder),
    places.map((place) => place.consignee),
    places.map((place) => place.location),
    packs.map((pack) => packStateText(pack.state)),
  ];
}

const objectValues = (objects: readonly ObjectChange[]): unknown[] => [
  objects.map((object) => object.uri),
  objects.map((object) => object.kind),
  objects.map((object) => object.counter),
  objects.map((object) => object.effect),
];

function containerValues(objects: readonly ObjectChange[]): unknown[] {
  const places = objects.map(({ state }) => state && placeColumnsOf(state));
  return [
    objects.map(({ state }) => (state ? packStateText(state) : null)),
    places.map((place) => place?.holder ?? null),
    places.map((place) => place?.consignee ?? null),
    places.map((place) => place?.location ?? null),
    objects.map(({ state }) => state?.inside?.container ?? null),
    objects.map(({ takesPlaceOf }) => takesPlaceOf ?? null),
  ];
}

const batchValues = (batches: readonly BatchChange[]): unknown[] => [
  batches.map((batch) => batch.gtin),
  batches.map((batch) => batch.lot),
  batches.map((batch) => batch.after.expiry ?? null),
  batches.map((batch) => batchStateText(batch.after)),
  batches.map((batch) => (batch.before ? batchStateText(batch.before) : null)),
];
