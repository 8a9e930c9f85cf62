import type { CounterAnswer } from '../custody/counter/counter-answer.ts';
import { judgeAtCounter } from '../custody/counter/judge-at-counter.ts';
import { judgeChange } from '../custody/counter/judge-change.ts';
import { overruledUndo } from '../custody/counter/overruled-undo.ts';
import { undoTarget } from '../custody/counter/undo-target.ts';
import type { PackOutcome } from '../custody/decision.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { EpcisEvent, JsonObject } from '../epcis/epcis-event.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type LoadedCounterFacts, loadCounterFacts } from '../store/load-counter-facts.ts';
import type { LoadedCustody } from '../store/load-custody.ts';
import { loadOwnEvent } from '../store/load-event.ts';
import { type ChangeOccasion, changeEvent, liftEvent, type PackTarget, undoEvents } from './change-event.ts';
import { operationEventId, operationIdOf } from './operation-id.ts';
import { ownDocumentSha256 } from './own-document-sha256.ts';
import { packAnswer } from './pack-answer.ts';
import type { PackRequest } from './pack-request.ts';
import { recordEvents } from './record-events.ts';
import type { RecordError } from './recorded-event.ts';
import { saveAttempt } from './save-attempt.ts';
import { askerOf, type Judged } from './verify-pack.ts';

/** What is wanted of a pack; `note` is the person's own words. */
export interface PackChange {
  readonly state: PackTarget;
  readonly note: string | undefined;
}

/** The pack changed between the judgement and the lock on it: judge again. */
const CHANGED_MEANWHILE = { code: 'pack/changed-meanwhile' } as const;

/** More rounds than this and somebody changes the pack faster than we can look. */
const ROUNDS = 5;

/**
 * Brings a pack into another state (`PATCH`, custody.md 2 "two doors"): asks first, so that what would be without effect is
 * refused with what to do and kept as an observation. Of any number of attempts at once, one moves the pack.
 */
export async function changePack(
  scope: OrgScope,
  request: PackRequest,
  change: PackChange,
): Promise<Result<Judged, RecordError>> {
  const operation = operationIdOf(scope, request, change.state);
  for (let round = 1; round <= ROUNDS; round++) {
    const known = await loadCounterFacts(scope, request);
    const asked: Asked = { scope, request, change, operation, known };
    const judgement = judged(asked);
    if (judgement.recorded === 'observation' && !speaksForProduct(asked, judgement)) {
      return ok(await refused(asked, judgement));
    }
    const recorded = await record(asked, judgement);
    if (recorded.ok) return ok(done(asked, judgement, recorded.value));
    if (!isOvertaken(recorded.error)) return err(recorded.error);
    // The rules know the pack's history and the counter only its state: where they refuse an undo, a further round would not help.
    if (change.state === 'active' && round > 1) return ok(await refused(asked, overruled(asked)));
  }
  throw new Error('the pack changes faster than it can be judged');
}

/**
 * A lock speaks for the product: whoever may not is refused as an event of the same words would be (custody.md 5), with 403 and not by
 * the state of the pack.
 */
const speaksForProduct = ({ change }: Asked, { reasons }: CounterAnswer): boolean =>
  change.state === 'locked' && reasons[0].code === 'pack/not-entitled';

interface Asked {
  readonly scope: OrgScope;
  readonly request: PackRequest;
  readonly change: PackChange;
  readonly operation: string;
  readonly known: LoadedCounterFacts;
}

/** Kept before it is answered. */
async function refused(
  { scope, request, change, operation, known }: Asked,
  judgement: CounterAnswer,
): Promise<Judged> {
  await saveAttempt(scope, { id: operation, name: change.state }, request, judgement);
  const { product, pack } = known.facts;
  const ledger = { ledger: known.head, leads: known.headShown };
  return { judgement, body: packAnswer(judgement, { operation, request, product, pack, ...ledger }) };
}

function done({ request, operation, known }: Asked, judgement: CounterAnswer, event: EventRef): Judged {
  const { product, pack } = known.facts;
  const ledger = { ledger: { status: 'recorded', event, seq: undefined }, leads: true } as const;
  return { judgement, body: packAnswer(judgement, { operation, request, product, pack, ...ledger }) };
}

const overruled = ({ scope, request, known }: Asked): CounterAnswer =>
  overruledUndo({ ...request, ...askerOf(scope), kind: 'active' }, known.facts);

function judged({ scope, request, change, known }: Asked): CounterAnswer {
  const asked = { ...request, ...askerOf(scope) };
  return change.state === 'supplied'
    ? judgeAtCounter({ ...asked, kind: 'supply' }, known.facts)
    : judgeChange({ ...asked, kind: change.state }, known.facts);
}

async function eventsFor(asked: Asked): Promise<readonly EpcisEvent[]> {
  return (await documentsFor(asked)).map((document) => {
    const parsed = parseEvent(document, undefined);
    if (!parsed.ok) throw new Error(`an event of ours is not valid: ${parsed.error[0]?.code}`);
    return parsed.value;
  });
}

async function documentsFor({
  scope,
  request,
  change,
  operation,
  known,
}: Asked): Promise<readonly JsonObject[]> {
  const { facts } = known;
  const timeZone = facts.siteTimeZone;
  const occasion: ChangeOccasion = { eventID: operationEventId(operation), timeZone, note: change.note };
  if (change.state !== 'active') return [changeEvent(scope, request, change.state, occasion)];
  const target = undoTarget(facts);
  if (!target) throw new Error('an undo that was not refused has something to undo');
  if (target.means === 'lift') return [liftEvent(scope, request, target, occasion)];
  const original = await loadOwnEvent(scope, target.deed.event);
  if (!original) throw new Error('the event of a deed of ours is recorded');
  return undoEvents(original, request, occasion);
}

type Overtaken = typeof CHANGED_MEANWHILE | Extract<RecordError, { code: 'capture/other-content' }>;

/** Somebody was quicker; with the same operation's id it was a repetition of this very request. */
const isOvertaken = (error: RecordError | typeof CHANGED_MEANWHILE): error is Overtaken =>
  error.code === CHANGED_MEANWHILE.code || error.code === 'capture/other-content';

/** The effect that was judged must be the effect that the event has, now that the pack is locked. */
async function record(
  asked: Asked,
  judgement: CounterAnswer,
): Promise<Result<EventRef, RecordError | typeof CHANGED_MEANWHILE>> {
  const { scope, request, change, operation } = asked;
  const attempt = { ...request, id: operation, name: change.state };
  const events = (await eventsFor(asked)).map((event) => {
    const documentSha256 = ownDocumentSha256(event.document);
    return { event, documentSha256, recordedAt: request.at, attempt };
  });
  const recorded = await recordEvents(
    scope,
    events,
    ({ ref }) => ref,
    ({ packs }, { corrects }, loaded) => {
      // What takes the place of a declared event has its effect once that is declared, which comes next.
      if (corrects === undefined && events.length > 1) return undefined;
      const isStill =
        [...packs.values()].every((outcome) => isAsJudged(outcome, judgement)) &&
        (judgement.recorded === 'applied' || isUntouched(loaded, asked));
      return isStill ? undefined : CHANGED_MEANWHILE;
    },
  );
  const event = recorded.ok ? recorded.value.at(-1) : undefined;
  if (event !== undefined) return ok(event);
  const fault = recorded.ok ? undefined : recorded.error[0];
  if (!fault) throw new Error('what is not recorded has a fault');
  return err(fault.error);
}

/** Who testified a moment ago is told so, and does not testify again: the effect of both would be the same, none. */
const isUntouched = ({ packs }: LoadedCustody, { known }: Asked): boolean =>
  [...packs.values()].every(({ headEvent }) => headEvent === known.head?.event);

/** Testimony is recorded without effect, because its reporter did not hold the pack, and for no other reason. */
function isAsJudged({ effect, breaches }: PackOutcome, { recorded }: CounterAnswer): boolean {
  if (recorded === 'applied') return effect === 'applied';
  return effect === 'without-effect' && breaches.every(({ code }) => TESTIMONY.has(code));
}

const TESTIMONY: ReadonlySet<string> = new Set(['pack/not-held', 'pack/supplied-by-non-holder']);
