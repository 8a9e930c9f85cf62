import type { Decision } from '../custody/decision.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { AggregationEventInput } from '../epcis/build-aggregation-event.ts';
import { sgtinUri, ssccUri } from '../gs1/digital-link.ts';
import type { Sscc } from '../gs1/sscc.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Movement, MovementError, PackName, UnmovedPack } from './movement.ts';
import { occasionOf, ownAggregation, ownEvent, readHere, staysHere } from './own-event.ts';
import { recordEvents } from './record-events.ts';
import type { EventToRecord, RecordedEvent } from './recorded-event.ts';
import { toldUnmoved, unmovedBy, unmovedOf } from './unmoved-packs.ts';

/** More contents of one container than this are told in several goes. */
export const MOST_CONTENTS = 1_000;

/** What is done with a container at the place of the scope. */
export interface ContainerOrder {
  /** `unpack` without contents takes everything out; `check` has seen the contents in it, and is told what of it the record has elsewhere. */
  readonly deed: 'pack' | 'unpack' | 'close' | 'open' | 'check';
  readonly container: Sscc;
  readonly packs: readonly PackName[];
  readonly containers: readonly Sscc[];
  /** Names the request: the same again changes nothing. */
  readonly requestKey: string;
  readonly at: Instant;
}

/**
 * Packs a container, takes things out of it, closes or opens it, or records what was seen in it (custody.md 4). Asks first: where any of
 * it would have no effect nothing is recorded, and each is told with its reason. A `check` is testimony and always recorded.
 */
export async function packContainer(
  scope: OrgScope,
  order: ContainerOrder,
): Promise<Result<Movement, MovementError>> {
  const named = order.packs.length + order.containers.length;
  const needsContents = order.deed === 'pack' || order.deed === 'check';
  if (named > MOST_CONTENTS || (needsContents && named === 0))
    return err({ code: 'movement/packs', most: MOST_CONTENTS });
  const occasion = await occasionOf(scope, order.at);
  const event = eventOf(scope, order, occasion);
  const askFirst = order.deed === 'check' ? () => undefined : wouldNot;
  const recorded = await recordEvents(scope, [event], (one) => one, askFirst);
  if (!recorded.ok) return err(await errorOf(scope, recorded.error[0]?.error));
  const [one] = recorded.value;
  if (!one) throw new Error('one event gives one record');
  return ok(await movementOf(scope, order, one, named));
}

function eventOf(
  scope: OrgScope,
  { deed, container, packs, containers, requestKey }: ContainerOrder,
  occasion: Awaited<ReturnType<typeof occasionOf>>,
): EventToRecord {
  const parentID = ssccUri(container);
  const step = `container ${deed}\0${requestKey}`;
  if (deed === 'close' || deed === 'open') {
    const vialog = { container: deed === 'close' ? 'closed' : 'open' };
    const words = { action: 'OBSERVE', epcList: [parentID], ...readHere(scope.location), vialog } as const;
    return ownEvent(scope, step, words, occasion);
  }
  const childEPCs = [...containers.map(ssccUri), ...packs.map(({ gtin, serial }) => sgtinUri(gtin, serial))];
  return ownAggregation(
    scope,
    step,
    { ...WORDS[deed], ...staysHere(scope.location), parentID, childEPCs },
    occasion,
  );
}

const WORDS = {
  pack: { action: 'ADD', bizStep: 'packing' },
  unpack: { action: 'DELETE', bizStep: 'unpacking' },
  check: { action: 'OBSERVE', bizStep: 'inspecting' },
} as const satisfies Record<string, Pick<AggregationEventInput, 'action' | 'bizStep'>>;

function wouldNot(decision: Parameters<typeof unmovedBy>[0]) {
  const unapplied = unmovedBy(decision);
  return unapplied.length === 0 ? undefined : { code: 'container/doubt' as const, unapplied };
}

type Doubted = NonNullable<ReturnType<typeof wouldNot>> | MovementError;

async function errorOf(scope: OrgScope, error: Doubted | undefined): Promise<MovementError> {
  if (!error) throw new Error('what is not recorded has a fault');
  return error.code === 'container/doubt'
    ? { code: 'movement/would-not-move', ...(await toldUnmoved(scope, error.unapplied)) }
    : error;
}

async function movementOf(
  scope: OrgScope,
  { at, deed, container }: ContainerOrder,
  { ref, decision, repeated }: RecordedEvent,
  named: number,
): Promise<Movement> {
  const { packs, containers } = await unmovedOf(scope, ref, decision);
  const contents = decision ? decision.packs.size + decision.containers.size - 1 : named;
  return {
    id: ref,
    events: [ref],
    at,
    applied: contents - packs.length - containers.length,
    withoutEffect: packs,
    containersWithoutEffect: containers,
    ...(deed === 'check' && decision && { checksFailed: await elsewhere(scope, decision, container) }),
    repeated,
  };
}

/** Packs that were seen in a container, and that the record has in another or in none. */
async function elsewhere(
  scope: OrgScope,
  { packs }: Extract<Decision, { kind: 'recorded' }>,
  container: Sscc,
): Promise<readonly UnmovedPack[]> {
  const uri = ssccUri(container);
  const absent = [...packs].filter(([, { next }]) => next.inside?.container !== uri);
  const told = await toldUnmoved(
    scope,
    absent.map(([pack]) => ({ uri: pack, code: 'container/not-inside' })),
  );
  return told.packs;
}
