import type { OrgScope } from '../custody/org-scope.ts';
import type { Result } from '../kernel/result.ts';
import { allInOrder } from '../store/all-in-order.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { type NamedEvent, nameEvent } from './named-event.ts';
import { recordNamed } from './record-event.ts';
import { lockAll } from './record-events.ts';
import type { EventToRecord, RecordError, RecordedEvent } from './recorded-event.ts';
import { isRefusal, saveRefusal } from './save-refusal.ts';

type Outcome = Result<RecordedEvent, RecordError>;

interface NamedToRecord {
  readonly toRecord: EventToRecord;
  readonly named: NamedEvent;
}

/**
 * Records those events of a list that can be recorded, each after those before it, in one transaction: the same as one by one, and many
 * times quicker. Gives what became of each. Refusals are kept as `recordEvent` keeps them.
 */
export async function recordEach(
  scope: OrgScope,
  events: readonly EventToRecord[],
): Promise<readonly Outcome[]> {
  const list = events.map((toRecord) => ({ toRecord, named: nameEvent(scope, toRecord.event) }));
  const results = await inTransaction(async (tx) => {
    const recorded: Outcome[] = [];
    await lockAll(tx, scope, list);
    for (const wave of wavesOf(list)) recorded.push(...(await recordWave(tx, scope, wave)));
    return recorded;
  });
  for (const [at, result] of results.entries()) {
    const refused = list[at];
    if (refused && !result.ok && isRefusal(result.error))
      await saveRefusal(scope, refused.named, refused.toRecord, result.error);
  }
  return results;
}

/** Events in a row that have nothing in common: what one of them changes, none of the others reads. */
function wavesOf(list: readonly NamedToRecord[]): readonly (readonly NamedToRecord[])[] {
  const waves: NamedToRecord[][] = [];
  let seen = new Set<string>();
  for (const one of list) {
    const names = namesIn(one.named);
    const wave = names.some((name) => seen.has(name)) ? undefined : waves.at(-1);
    if (wave) wave.push(one);
    else {
      waves.push([one]);
      seen = new Set();
    }
    for (const name of names) seen.add(name);
  }
  return waves;
}

const namesIn = ({ request, ref, eventHash }: NamedEvent): readonly string[] => [
  ...[ref, eventHash, ...request.references],
  ...[...request.packs, ...request.objects].map(({ uri }) => uri),
  ...request.batches.map(({ gtin, lot }) => `${gtin} ${lot}`),
];

/** Their statements travel to the database together. */
const recordWave = (tx: Tx, scope: OrgScope, wave: readonly NamedToRecord[]): Promise<readonly Outcome[]> =>
  allInOrder(
    wave.map(({ named, toRecord }) => recordNamed(tx, scope, named, { toRecord, askFirst: undefined })),
  );
