import { mayReport } from '../../custody/authority/may-report.ts';
import { decide } from '../../custody/decide.ts';
import type { Decision, PackOutcome } from '../../custody/decision.ts';
import { INITIAL_STATE } from '../../custody/initial-state.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { needsHistory } from '../../custody/record-on-pack.ts';
import type { Statement } from '../../custody/statement.ts';
import { statementOf } from '../../custody/statement-of.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { loadSigningKeys } from '../../store/actor-keys.ts';
import { allInOrder } from '../../store/all-in-order.ts';
import { appendEvent, type Recording } from '../../store/append-event.ts';
import { appendFreshPacks, type FreshPacks } from '../../store/append-fresh-packs.ts';
import { type LoadedCustody, loadCustody } from '../../store/load-custody.ts';
import type { Tx } from '../../store/transaction.ts';
import { principalsIn, recordingOf } from '../custody-recording.ts';
import { draftLeaf, type LeafDraft } from '../event-leaf.ts';
import { appendedRecording } from '../event-recording.ts';
import { signEvent } from '../event-signer.ts';
import { type NamedEvent, nameEvent } from '../named-event.ts';
import type { EventToRecord, RecordError } from '../recorded-event.ts';
import { gtinHoldersIn, speechOf } from '../speech-of.ts';

/** A commissioning of packs that nobody is expected to have named before, with all that can be worked out without the database. */
export interface FreshCommissioning {
  readonly toRecord: EventToRecord;
  readonly named: NamedEvent;
  readonly draft: LeafDraft;
}

/** Works out names, hashes and the unsigned leaf of a commissioning as they are where none of its packs was named before. */
export function freshCommissioning(scope: OrgScope, toRecord: EventToRecord): FreshCommissioning {
  const named = nameEvent(scope, toRecord.event);
  const { packs, objects } = named.request;
  const subjects = [...packs.map(({ uri }) => ({ kind: 'sgtin' as const, uri })), ...objects];
  const draft = draftLeaf(scope, named, {
    subjects: subjects.map((subject) => ({ ...subject, place: undefined })),
    corrects: undefined,
    imported: false,
    documentSha256: toRecord.documentSha256,
  });
  return { toRecord, named, draft };
}

/** What became of it; `not-fresh`: something is known of one of the packs, so that only `recordNamed` can say. */
export type FreshOutcome = 'recorded' | 'not-fresh';

/** On its way to the database, which needs as long to write it as working out the next one takes. */
export interface SentCommissioning {
  readonly outcome: Promise<FreshOutcome>;
}

const SAVEPOINT = 'fresh_packs';
const NOT_FRESH: SentCommissioning = { outcome: Promise.resolve('not-fresh') };

/**
 * Records a commissioning by the rules of any other event, but asks them once: of packs that nobody has named before all are alike, so
 * what holds for the first holds for each. Nothing is written where it turns out otherwise. Resolves when all is sent; nothing else may be
 * asked of `tx` before the outcome is there. Errors: `capture/not-yours`, `capture/refused`.
 */
export async function sendFresh(
  tx: Tx,
  scope: OrgScope,
  fresh: FreshCommissioning,
): Promise<Result<SentCommissioning, RecordError>> {
  const { named, toRecord, draft } = fresh;
  const [first] = named.request.packs;
  if (!first || named.request.packs.some(({ gtin }) => gtin !== first.gtin)) return ok(NOT_FRESH);
  const alone: NamedEvent = { ...named, request: { ...named.request, packs: [first] } };
  const [keys, loaded] = await allInOrder([
    loadSigningKeys(tx, scope.organisation),
    loadCustody(tx, scope, alone.request),
  ]);
  if (loaded.recorded) return ok(NOT_FRESH);

  const speech = speechOf(named);
  const gtinHolders = gtinHoldersIn(speech.gtins, loaded);
  const facts = { principals: principalsIn(scope, loaded), places: loaded.locations, gtinHolders };
  const refusal = mayReport(scope, speech, facts);
  if (refusal) return err({ code: 'capture/not-yours', refusal });

  const { recordedAt } = toRecord;
  const said = recordingOf(scope, named, loaded, { recordedAt: recordedAt, levels: 0 });
  const statement = statementOf(toRecord.event, said);
  const decided = decideForFirst(statement, loaded);
  if (decided === undefined) return ok(NOT_FRESH);
  if (decided.decision.kind === 'refused')
    return err({ code: 'capture/refused', breaches: decided.decision.breaches });

  const { decision } = decided;
  if (!isPlain(decision.packs.get(first.uri))) return ok(NOT_FRESH);
  const leaf = await signEvent(tx, scope, { named, keys, draftWith: () => draft, signature: undefined });
  if (!leaf.ok) return leaf;
  const whole = { named: alone, toRecord, loaded, statement, decision };
  const recording = appendedRecording(scope, whole, leaf.value);
  const [change] = recording.packs;
  if (!change) return ok(NOT_FRESH);
  const packs: FreshPacks = {
    ...{ event: named.ref, gtin: first.gtin, packs: named.request.packs, state: change.state },
  };
  const outcome = written(tx, scope, recording, packs);
  // Who sent it awaits it in the end; until then a failure is nobody's yet.
  outcome.catch(() => {});
  return ok({ outcome });
}

async function written(
  tx: Tx,
  scope: OrgScope,
  recording: Recording,
  packs: FreshPacks,
): Promise<FreshOutcome> {
  const [, , isWritten] = await allInOrder([
    tx.query(`savepoint ${SAVEPOINT}`),
    appendEvent(tx, { ...recording, packs: [] }),
    appendFreshPacks(tx, scope, packs),
  ]);
  await tx.query(isWritten ? `release ${SAVEPOINT}` : `rollback to ${SAVEPOINT}`);
  return isWritten ? 'recorded' : 'not-fresh';
}

/** `undefined` where more than the state of the first pack would have to be known. */
function decideForFirst(
  statement: Statement,
  loaded: LoadedCustody,
): { readonly decision: Decision } | undefined {
  if (needsHistory(INITIAL_STATE, statement)) return undefined;
  const alone = { ...statement, packs: statement.packs.slice(0, 1) };
  const { batches, products, parties } = loaded;
  const nothing = { packs: new Map(), containers: new Map(), containerHolders: new Map() };
  return { decision: decide(alone, { ...nothing, batches, products, parties }) };
}

/** Applied, and nothing to remark: else each pack has its own remarks in the event's flags. */
const isPlain = (outcome: PackOutcome | undefined): boolean =>
  outcome?.effect === 'applied' &&
  outcome.breaches.length === 0 &&
  outcome.changed.length === 0 &&
  outcome.takesPlaceOf === undefined;
