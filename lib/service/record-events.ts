import type { OrgScope } from '../custody/org-scope.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { lockObjects, lockPacks } from '../store/lock-objects.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { type NamedEvent, nameEvent } from './named-event.ts';
import { type AskFirst, type Coded, recordNamed } from './record-event.ts';
import type { EventToRecord, RecordError, RecordedEvent } from './recorded-event.ts';
import { isRefusal, MOST_OBSERVED, saveRefusal } from './save-refusal.ts';

/** Why an event of a list is not recorded; `at` is its index. */
export interface EventFault<E extends Coded = never> {
  readonly at: number;
  readonly error: RecordError | E;
}

/** So many faults are enough to mend a document by. */
const MOST_FAULTS = 100;

/** Ends the transaction with nothing written. */
class NoneRecorded extends Error {
  override readonly name = 'NoneRecorded';
}

interface NamedFault<E extends Coded> extends EventFault<E> {
  readonly named: NamedEvent;
}

/**
 * Records all events of a list in one transaction, or none of them (EPCIS 2.0, `rollback`), each after those before it. What is
 * refused is told for every event, up to a hundred faults, and kept as {@link recordEvent} keeps it. `kept` says what is wanted of
 * each, for a long list of decisions fills the memory; it must have no effect. A doubt that `askFirst` has counts as a fault.
 */
export async function recordEvents<T, E extends Coded = never>(
  scope: OrgScope,
  events: readonly EventToRecord[],
  kept: (recorded: RecordedEvent) => T,
  askFirst?: AskFirst<E>,
): Promise<Result<readonly T[], readonly EventFault<E>[]>> {
  const list: readonly NamedToRecord[] = events.map((toRecord) => ({
    toRecord,
    named: nameEvent(scope, toRecord.event),
  }));
  let faults: readonly NamedFault<E>[] = [];
  try {
    return ok(
      await inTransaction(async (tx) => {
        const recorded: T[] = [];
        await lockAll(tx, scope, list);
        faults = await recordAll(tx, scope, { list, askFirst }, (one) => recorded.push(kept(one)));
        if (faults.length > 0) throw new NoneRecorded();
        return recorded;
      }),
    );
  } catch (error) {
    if (!(error instanceof NoneRecorded)) throw error;
    await keepRefusals(scope, events, faults);
    return err(faults.map(({ at, error: reason }) => ({ at, error: reason })));
  }
}

interface NamedToRecord {
  readonly toRecord: EventToRecord;
  readonly named: NamedEvent;
}

/** In one order before the first event, so that two lists which name the same things wait for each other and never in a ring. */
export async function lockAll(tx: Tx, scope: OrgScope, list: readonly NamedToRecord[]): Promise<void> {
  if (list.length < 2) return;
  const packs = new Map(list.flatMap(({ named }) => named.request.packs.map((pack) => [pack.uri, pack])));
  const objects = new Map(list.flatMap(({ named }) => named.request.objects.map((one) => [one.uri, one])));
  await lockPacks(tx, scope.realm, [...packs.values()]);
  await lockObjects(tx, scope.realm, [...objects.values()]);
}

interface ListToRecord<E extends Coded> {
  readonly list: readonly NamedToRecord[];
  readonly askFirst: AskFirst<E> | undefined;
}

async function recordAll<E extends Coded>(
  tx: Tx,
  scope: OrgScope,
  { list, askFirst }: ListToRecord<E>,
  done: (recorded: RecordedEvent) => void,
): Promise<readonly NamedFault<E>[]> {
  const faults: NamedFault<E>[] = [];
  for (const [at, { toRecord, named }] of list.entries()) {
    const result = await recordNamed(tx, scope, named, { toRecord, askFirst });
    if (result.ok) done(result.value);
    else faults.push({ at, named, error: result.error });
    if (faults.length === MOST_FAULTS) break;
  }
  return faults;
}

/** Of a list as of one event: a hundred observations, or one bad document would write more than a good one does. */
async function keepRefusals<E extends Coded>(
  scope: OrgScope,
  events: readonly EventToRecord[],
  faults: readonly NamedFault<E>[],
): Promise<void> {
  let left = MOST_OBSERVED;
  for (const { at, named, error } of faults) {
    const toRecord = events[at];
    if (toRecord && isRefusal(error)) left -= await saveRefusal(scope, named, toRecord, error, left);
  }
}
