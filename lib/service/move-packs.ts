import type { Decision } from '../custody/decision.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { type DeliveryDifference, differencesField } from '../epcis/delivery-differences.ts';
import { sgtinUri, ssccUri } from '../gs1/digital-link.ts';
import type { Sscc } from '../gs1/sscc.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { loadOwnEvent } from '../store/load-event.ts';
import type { UnappliedPack } from '../store/unapplied-packs.ts';
import { eventChunks } from './event-chunks.ts';
import type { Movement, MovementError, PackName, UnmovedContainer, UnmovedPack } from './movement.ts';
import { nameEvent } from './named-event.ts';
import { type Occasion, type OwnWords, occasionOf, ownEvent } from './own-event.ts';
import { type EventFault, recordEvents } from './record-events.ts';
import type { EventToRecord, RecordedEvent } from './recorded-event.ts';
import { toldUnmoved, unmovedBy, unmovedOf } from './unmoved-packs.ts';

/** A delivery is one transaction. */
const MOST_PACKS = 20_000;

/** Packs that move, in what words, and whether what would be without effect stops it (custody.md 2, two doors). */
export interface MoveOrder {
  readonly name: 'ship' | 'receive';
  readonly packs: readonly PackName[];
  /** Containers that move with all that is in them. */
  readonly containers?: readonly Sscc[] | undefined;
  readonly words: Omit<OwnWords, 'epcList'>;
  /** Names the request: the same again changes nothing. */
  readonly requestKey: string;
  readonly at: Instant;
  readonly asksFirst: boolean;
  /** In what the packs are not those that were announced. */
  readonly differences: readonly DeliveryDifference[];
}

/** Records the movement of packs, all of it or nothing. The same request again, at whatever time, is the same movement. */
export async function movePacks(scope: OrgScope, order: MoveOrder): Promise<Result<Movement, MovementError>> {
  const uris = [
    ...new Set([
      ...(order.containers ?? []).map(ssccUri),
      ...order.packs.map(({ gtin, serial }) => sgtinUri(gtin, serial)),
    ]),
  ];
  const named = Math.max(uris.length, order.differences.length);
  if (named === 0 || named > MOST_PACKS) return err({ code: 'movement/packs', most: MOST_PACKS });
  const occasion = await occasionOf(scope, order.at);
  const moved = await recordMove(scope, order, uris, occasion);
  if (moved.ok || moved.error.code !== 'capture/other-content') return moved;
  const before = await timeOfFirst(scope, order, uris, occasion);
  return before === undefined ? moved : recordMove(scope, order, uris, { ...occasion, at: before });
}

async function recordMove(
  scope: OrgScope,
  order: MoveOrder,
  uris: readonly string[],
  occasion: Occasion,
): Promise<Result<Movement, MovementError>> {
  const askFirst = order.asksFirst ? wouldNotMove : () => undefined;
  const recorded = await recordEvents(scope, eventsOf(scope, order, uris, occasion), summaryOf, askFirst);
  if (!recorded.ok) return err(await worstOf(scope, recorded.error));
  return ok(await movementOf(scope, occasion, recorded.value, uris.length));
}

function eventsOf(
  scope: OrgScope,
  { name, requestKey, words, differences }: MoveOrder,
  uris: readonly string[],
  occasion: Occasion,
): readonly EventToRecord[] {
  const packs = eventChunks(uris);
  const told = eventChunks(differences);
  return Array.from({ length: Math.max(packs.length, told.length) }, (_, at) => {
    const own = told[at] && { differences: differencesField(told[at]) };
    const said = { ...words, epcList: packs[at] ?? [], vialog: { ...words.vialog, ...own } };
    return ownEvent(scope, `${name}\0${requestKey}\0${at}`, said, occasion);
  });
}

/** When the request that came under the same key before took place. */
async function timeOfFirst(
  scope: OrgScope,
  order: MoveOrder,
  uris: readonly string[],
  occasion: Occasion,
): Promise<Instant | undefined> {
  const [first] = eventsOf(scope, order, uris, occasion);
  const before = first && (await loadOwnEvent(scope, nameEvent(scope, first.event).ref));
  return before?.eventTime;
}

/** What would not move, before it is known what of it may be told. */
interface Doubt {
  readonly code: 'movement/doubt';
  readonly packs: readonly UnappliedPack[];
}

/** All packs that would not move in one error; otherwise the first. */
async function worstOf(scope: OrgScope, faults: readonly EventFault<Doubt>[]): Promise<MovementError> {
  const packs: UnappliedPack[] = [];
  let other: MovementError | undefined;
  for (const { error } of faults) {
    if (error.code === 'movement/doubt') packs.push(...error.packs);
    else other ??= error;
  }
  if (packs.length > 0) return { code: 'movement/would-not-move', ...(await toldUnmoved(scope, packs)) };
  if (!other) throw new Error('what is not recorded has a fault');
  return other;
}

interface Summary {
  readonly ref: EventRef;
  /** `undefined` of an event that was recorded before. */
  readonly unmoved: readonly UnappliedPack[] | undefined;
}

const summaryOf = ({ ref, decision }: RecordedEvent): Summary => ({
  ref,
  unmoved: decision && unmovedBy(decision),
});

async function movementOf(
  scope: OrgScope,
  { at }: Occasion,
  recorded: readonly Summary[],
  count: number,
): Promise<Movement> {
  const [first] = recorded;
  if (!first) throw new Error('a movement has an event');
  const withoutEffect: UnmovedPack[] = [];
  const containersWithoutEffect: UnmovedContainer[] = [];
  for (const { ref, unmoved } of recorded) {
    const told = unmoved ? await toldUnmoved(scope, unmoved) : await unmovedOf(scope, ref, undefined);
    withoutEffect.push(...told.packs);
    containersWithoutEffect.push(...told.containers);
  }
  return {
    id: first.ref,
    events: recorded.map(({ ref }) => ref),
    at,
    applied: count - withoutEffect.length - containersWithoutEffect.length,
    withoutEffect,
    containersWithoutEffect,
    repeated: recorded.every(({ unmoved }) => unmoved === undefined),
  };
}

function wouldNotMove(decision: Extract<Decision, { kind: 'recorded' }>): Doubt | undefined {
  const packs = unmovedBy(decision);
  return packs.length === 0 ? undefined : { code: 'movement/doubt', packs };
}
