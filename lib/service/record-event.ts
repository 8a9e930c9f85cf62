/**
 * lib/service: one use case a file: read, decide, write, in one transaction.
 */
import { mayReport } from '../custody/authority/may-report.ts';
import { decide } from '../custody/decide.ts';
import type { Decision } from '../custody/decision.ts';
import { isContainerKind } from '../custody/is-container-kind.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Statement } from '../custody/statement.ts';
import { statementOf } from '../custody/statement-of.ts';
import { objectKeyOf } from '../gs1/object-key.ts';
import { equalBytes } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { loadSigningKeys, type SigningKey } from '../store/actor-keys.ts';
import { allInOrder } from '../store/all-in-order.ts';
import { appendEvent } from '../store/append-event.ts';
import { changeEntries } from '../store/change-entries.ts';
import { loadLevels } from '../store/load-contents.ts';
import { type LoadedCustody, loadCustody } from '../store/load-custody.ts';
import { saveContainment } from '../store/save-containment.ts';
import { saveContents } from '../store/save-contents.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { containmentChanges } from './containment-changes.ts';
import { principalsIn, recordingOf } from './custody-recording.ts';
import type { DecidedEvent } from './decided-event.ts';
import { draftLeaf, type EventLeafBytes, type LeafDraft } from './event-leaf.ts';
import { appendedRecording, changedContents, entryChanges } from './event-recording.ts';
import { signEvent } from './event-signer.ts';
import { factsFor } from './facts-for.ts';
import { type NamedEvent, nameEvent } from './named-event.ts';
import type { EventToRecord, RecordError, RecordedEvent } from './recorded-event.ts';
import { isRefusal, saveRefusal } from './save-refusal.ts';
import { gtinHoldersIn, speechOf } from './speech-of.ts';
import { aboutAll, withWhatIsInside } from './whole-unpacking.ts';

/** A reason to stop, by its stable code. */
export interface Coded {
  readonly code: string;
}

/** Answers a doubt before anything is written: the reason to stop, or `undefined` to go on. */
export type AskFirst<E extends Coded> = (
  decision: Extract<Decision, { kind: 'recorded' }>,
  statement: Statement,
  loaded: LoadedCustody,
) => E | undefined;

/**
 * Records one event: reads what it names, decides, writes, in one transaction, so that the state of a pack never says
 * something the log does not. The same event again changes nothing and is answered as recorded. Of a refused event nothing is
 * kept but an observation for each pack that it names, the first hundred of them.
 */
export async function recordEvent<E extends Coded = never>(
  scope: OrgScope,
  toRecord: EventToRecord,
  askFirst?: AskFirst<E>,
): Promise<Result<RecordedEvent, RecordError | E>> {
  const named = nameEvent(scope, toRecord.event);
  const result = await inTransaction((tx) => recordNamed(tx, scope, named, { toRecord, askFirst }));
  if (!result.ok && isRefusal(result.error)) await saveRefusal(scope, named, toRecord, result.error);
  return result;
}

interface ToRecord<E extends Coded> {
  readonly toRecord: EventToRecord;
  readonly askFirst: AskFirst<E> | undefined;
}

/** As {@link recordEvent}, inside a transaction of the caller's, who keeps what was refused. */
export async function recordNamed<E extends Coded = never>(
  tx: Tx,
  scope: OrgScope,
  listed: NamedEvent,
  { toRecord, askFirst }: ToRecord<E>,
): Promise<Result<RecordedEvent, RecordError | E>> {
  const [keys, first] = await allInOrder([
    loadSigningKeys(tx, scope.organisation),
    loadCustody(tx, scope, listed.request),
  ]);
  if (first.recorded) return repeated(listed, first.recorded.contentDigest);

  const decided = await decideNamed(tx, scope, { listed, loaded: first, toRecord });
  if (!decided.ok) return decided;
  const { named, statement, decision, loaded } = decided.value;
  const doubt = askFirst?.(decision, statement, loaded);
  if (doubt !== undefined) return err(doubt);
  const leaf = await signedLeafOf(tx, scope, decided.value, keys);
  if (!leaf.ok) return leaf;
  const pid = await write(tx, scope, decided.value, leaf.value);
  return ok({ ref: named.ref, eventId: named.eventId, repeated: false, decision, pid });
}

/** An event to decide, and what is known of all that it lists. */
interface LoadedEvent {
  readonly listed: NamedEvent;
  readonly loaded: LoadedCustody;
  readonly toRecord: EventToRecord;
}

/** Asks the rules whether the event may be said, and what it does to each thing it is about. Writes nothing. */
export async function decideNamed(
  tx: Tx,
  scope: OrgScope,
  { listed, loaded: first, toRecord }: LoadedEvent,
): Promise<Result<DecidedEvent, RecordError>> {
  const recordedAt = toRecord.originalRecordTime ?? toRecord.recordedAt;
  const { named, loaded } = await withWhatIsInside(tx, scope, { named: listed, loaded: first }, recordedAt);
  const speech = speechOf(named);
  const gtinHolders = gtinHoldersIn(speech.gtins, loaded);
  const principals = principalsIn(scope, loaded);
  const refusal = mayReport(scope, speech, { principals, places: loaded.locations, gtinHolders });
  if (refusal) return err({ code: 'capture/not-yours', refusal });

  const levels = await levelsIn(tx, scope, named);
  const recording = recordingOf(scope, named, loaded, { recordedAt, levels });
  const statement = aboutAll(statementOf(toRecord.event, recording), named);
  const decision = decide(statement, await factsFor(tx, scope, loaded, statement));
  if (decision.kind === 'refused') return err({ code: 'capture/refused', breaches: decision.breaches });
  return ok({ named, toRecord, loaded, statement, decision });
}

/** custody.md 2: the same content twice is one event; other content under the same id is a conflict. */
function repeated(named: NamedEvent, digest: Uint8Array): Result<RecordedEvent, RecordError> {
  return equalBytes(named.contentDigest, digest)
    ? ok({ ref: named.ref, eventId: named.eventId, repeated: true, decision: undefined, pid: undefined })
    : err({ code: 'capture/other-content', eventId: named.eventId });
}

/** How deep what is put into a container is itself packed. */
async function levelsIn(tx: Tx, { realm }: OrgScope, { event, request }: NamedEvent): Promise<number> {
  if (event.type !== 'AggregationEvent' || event.action !== 'ADD') return 0;
  const parent = event.parentID === undefined ? undefined : objectKeyOf(event.parentID).uri;
  const contents = request.objects.filter(({ kind, uri }) => isContainerKind(kind) && uri !== parent);
  return loadLevels(
    tx,
    realm,
    contents.map(({ uri }) => uri),
  );
}

function signedLeafOf(
  tx: Tx,
  scope: OrgScope,
  decided: DecidedEvent,
  keys: readonly SigningKey[],
): Promise<Result<EventLeafBytes, RecordError>> {
  const draftWith = (salts: Uint8Array | undefined) => draftLeafOf(scope, decided, salts);
  const { named, toRecord } = decided;
  return signEvent(tx, scope, { named, keys, draftWith, signature: toRecord.signature });
}

/** The leaf of a decided event up to its signature, with the salts given where there are any. */
export function draftLeafOf(
  scope: OrgScope,
  { named, loaded, toRecord, statement }: DecidedEvent,
  salts: Uint8Array | undefined,
): LeafDraft {
  const subjects = [
    ...named.request.packs.map(({ uri }) => ({ kind: 'sgtin' as const, uri, place: loaded.packs.get(uri) })),
    ...named.request.objects.map(({ kind, uri }) => ({ kind, uri, place: loaded.objects.get(uri) })),
  ];
  const imported = toRecord.originalRecordTime !== undefined;
  const { corrects } = statement;
  const { documentSha256 } = toRecord;
  return draftLeaf(scope, named, { subjects, imported, corrects, documentSha256, salts });
}

async function write(tx: Tx, scope: OrgScope, decided: DecidedEvent, leaf: EventLeafBytes): Promise<bigint> {
  const changes = entryChanges(decided.decision);
  if (changes.length > 0) await changeEntries(tx, scope, changes);
  const appended = await appendEvent(tx, appendedRecording(scope, decided, leaf));
  const { stays, refolded } = containmentChanges(decided);
  await saveContainment(tx, scope.realm, stays, refolded);
  await saveContents(tx, scope.realm, changedContents(decided.decision));
  return appended.pid;
}
