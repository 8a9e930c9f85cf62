import type { OrgScope } from '../custody/org-scope.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { type NamedEvent, nameEvent } from './named-event.ts';
import { recordNamed } from './record-event.ts';
import type { EventToRecord, RecordError, RecordedEvent } from './recorded-event.ts';
import { isRefusal, saveRefusal } from './save-refusal.ts';

/** Why an event of a list is not recorded; `at` is its index. */
export interface EventFault {
  readonly at: number;
  readonly error: RecordError;
}

/** So many faults are enough to mend a document by. */
const MOST_FAULTS = 100;

/** Ends the transaction with nothing written. */
class NoneRecorded extends Error {
  override readonly name = 'NoneRecorded';
  readonly faults: readonly (EventFault & { readonly named: NamedEvent })[];

  constructor(faults: NoneRecorded['faults']) {
    super('none of the events is recorded');
    this.faults = faults;
  }
}

/**
 * Records all events of a list in one transaction, or none of them (EPCIS 2.0, `rollback`), each after those before it. What is
 * refused is told for every event, up to a hundred faults, and kept as {@link recordEvent} keeps it. `kept` says what is wanted of
 * each: a long list of decisions fills the memory. It must have no effect.
 */
export async function recordEvents<T>(
  scope: OrgScope,
  events: readonly EventToRecord[],
  kept: (recorded: RecordedEvent) => T,
): Promise<Result<readonly T[], readonly EventFault[]>> {
  try {
    return ok(await inTransaction((tx) => recordAll(tx, scope, events, kept)));
  } catch (error) {
    if (!(error instanceof NoneRecorded)) throw error;
    for (const { at, named, error: fault } of error.faults) {
      const toRecord = events[at];
      if (toRecord && isRefusal(fault)) await saveRefusal(scope, named, toRecord, fault);
    }
    return err(error.faults.map(({ at, error: fault }) => ({ at, error: fault })));
  }
}

async function recordAll<T>(
  tx: Tx,
  scope: OrgScope,
  events: readonly EventToRecord[],
  kept: (recorded: RecordedEvent) => T,
): Promise<readonly T[]> {
  const faults: (EventFault & { readonly named: NamedEvent })[] = [];
  const recorded: T[] = [];
  for (const [at, toRecord] of events.entries()) {
    const named = nameEvent(scope, toRecord.event);
    const result = await recordNamed(tx, scope, named, { toRecord, askFirst: undefined });
    if (result.ok) recorded.push(kept(result.value));
    else faults.push({ at, named, error: result.error });
    if (faults.length === MOST_FAULTS) break;
  }
  if (faults.length > 0) throw new NoneRecorded(faults);
  return recorded;
}
