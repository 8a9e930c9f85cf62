import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Tx } from './transaction.ts';

/** A leaf that was handed out for signing. */
export interface StoredLeafDraft {
  readonly keyId: string;
  readonly signedBytes: Uint8Array;
  readonly salts: Uint8Array;
}

/** So long after it was handed out a leaf may come back signed. */
const KEPT = `interval '1 day'`;

/** Keeps what was handed out for an event, in place of what was handed out before; too old ones go. */
export async function saveLeafDraft(
  tx: Tx,
  scope: OrgScope,
  event: EventRef,
  { keyId, signedBytes, salts }: StoredLeafDraft,
): Promise<void> {
  await tx.query({
    name: 'save-leaf-draft',
    text: `with old as (delete from leaf_draft where made_at < now() - ${KEPT} and event <> $1)
      insert into leaf_draft (event, organisation, key_id, signed_bytes, field_salts, made_at) values ($1, $2, $3, $4, $5, now())
      on conflict (event) do update set organisation = excluded.organisation, key_id = excluded.key_id,
        signed_bytes = excluded.signed_bytes, field_salts = excluded.field_salts, made_at = excluded.made_at`,
    values: [event, scope.organisation, keyId, signedBytes, salts],
  });
}

/** What was handed out for an event of the scope's organisation, and is no older than a day. */
export async function loadLeafDraft(
  tx: Tx,
  scope: OrgScope,
  event: EventRef,
): Promise<StoredLeafDraft | undefined> {
  const { rows } = await tx.query<{
    readonly key_id: string;
    readonly signed_bytes: Uint8Array;
    readonly field_salts: Uint8Array;
  }>({
    name: 'leaf-draft',
    text: `select key_id, signed_bytes, field_salts from leaf_draft
      where event = $1 and organisation = $2 and made_at > now() - ${KEPT}`,
    values: [event, scope.organisation],
  });
  const [row] = rows;
  return row && { keyId: row.key_id, signedBytes: row.signed_bytes, salts: row.field_salts };
}

/** Forgets what was handed out for an event: its salts are kept with the event from now on, and nowhere else. */
export async function dropLeafDraft(tx: Tx, event: EventRef): Promise<void> {
  await tx.query({
    name: 'drop-leaf-draft',
    text: 'delete from leaf_draft where event = $1',
    values: [event],
  });
}
