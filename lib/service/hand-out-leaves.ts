import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { loadSigningKeys } from '../store/actor-keys.ts';
import { saveLeafDraft } from '../store/leaf-drafts.ts';
import { loadCustody } from '../store/load-custody.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { bytesToSign } from './event-leaf.ts';
import { type NamedEvent, nameEvent } from './named-event.ts';
import { decideNamed, draftLeafOf } from './record-event.ts';
import { lockAll } from './record-events.ts';
import type { EventToRecord, RecordError } from './recorded-event.ts';

/** A leaf to sign. */
export interface HandedOutLeaf {
  readonly ref: EventRef;
  readonly eventId: string;
  /** `undefined` where the event is recorded already. */
  readonly toSign: Uint8Array | undefined;
}

export type HandOutError =
  | RecordError
  | { readonly code: 'key/not-active' }
  | { readonly code: 'leaves/count' };

/** So many signatures fit into the header of one request. */
const MOST_LEAVES = 100;

/**
 * Hands out the leaves of events for signing with the organisation's own key `keyId`. Nothing is recorded; each leaf is kept for a day, in place
 * of what was handed out for the event before. Every event is judged as it would be now, without those in front of it in the list. Errors: those of
 * recording, of the first event that would be refused; `key/not-active`, `leaves/count`.
 */
export async function handOutLeaves(
  scope: OrgScope,
  events: readonly EventToRecord[],
  keyId: string,
): Promise<Result<readonly HandedOutLeaf[], HandOutError>> {
  if (events.length > MOST_LEAVES) return err({ code: 'leaves/count' });
  const list = events.map((toRecord) => ({ toRecord, named: nameEvent(scope, toRecord.event) }));
  return inTransaction(async (tx): Promise<Result<readonly HandedOutLeaf[], HandOutError>> => {
    const keys = await loadSigningKeys(tx, scope.organisation);
    if (!keys.some(({ id, holder }) => id === keyId && holder === 'own'))
      return err({ code: 'key/not-active' });
    await lockAll(tx, scope, list);
    const leaves: HandedOutLeaf[] = [];
    for (const one of list) {
      const leaf = await handOut(tx, scope, one, keyId);
      if (!leaf.ok) return leaf;
      leaves.push(leaf.value);
    }
    return ok(leaves);
  });
}

async function handOut(
  tx: Tx,
  scope: OrgScope,
  { named, toRecord }: { readonly named: NamedEvent; readonly toRecord: EventToRecord },
  keyId: string,
): Promise<Result<HandedOutLeaf, RecordError>> {
  const { ref, eventId } = named;
  const loaded = await loadCustody(tx, scope, named.request);
  if (loaded.recorded) return ok({ ref, eventId, toSign: undefined });
  const decided = await decideNamed(tx, scope, { listed: named, loaded, toRecord });
  if (!decided.ok) return decided;
  const draft = draftLeafOf(scope, decided.value, undefined);
  const signedBytes = bytesToSign(draft, { keyId, platformHeld: false });
  await saveLeafDraft(tx, scope, ref, { keyId, signedBytes, salts: draft.sealed.kept.salts });
  return ok({ ref, eventId, toSign: signedBytes });
}
