import type { OrgScope } from '../custody/org-scope.ts';
import { actorKeyId } from '../evidence/actor-key.ts';
import { encodeKeyLeaf, idOfKeyLeaf, type KeyLeaf } from '../evidence/key-leaf.ts';
import type { Gln } from '../gs1/gln.ts';
import { hexOf } from '../kernel/bytes.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';
import type { Tx } from './transaction.ts';

/** An active key of an organisation. */
export interface SigningKey {
  /** 8 bytes in lower-case hex, as leaves name it. */
  readonly id: string;
  readonly holder: KeyLeaf['holder'];
  readonly publicKey: Uint8Array;
  /** Of a key that the platform holds: the private key, sealed. */
  readonly sealed: Uint8Array | undefined;
}

/**
 * The active keys of an organisation, oldest first. Until `tx` ends none of them ends; where there is none, nobody else makes one
 * meanwhile.
 */
export async function loadSigningKeys(tx: Tx, organisation: Gln): Promise<readonly SigningKey[]> {
  const { rows } = await tx.query<{
    readonly id: string;
    readonly holder: SigningKey['holder'];
    readonly public_key: Uint8Array;
    readonly sealed: Uint8Array | null;
  }>({ name: 'signing-keys', text: 'select * from signing_keys($1)', values: [organisation] });
  return rows.map(({ id, holder, public_key, sealed }) => ({
    ...{ id, holder, publicKey: public_key, sealed: sealed ?? undefined },
  }));
}

/** Keeps others from signing with the organisation's keys, and from changing them, until `tx` ends. Gives the active ones. */
export async function lockSigningKeys(tx: Tx, organisation: Gln): Promise<readonly SigningKey[]> {
  await tx.query({
    name: 'lock-actor-keys',
    text: `select pg_advisory_xact_lock(hashtextextended('vialog.actor-key.' || $1, 0))`,
    values: [organisation],
  });
  return loadSigningKeys(tx, organisation);
}

/** Begins the key of a leaf, and ends the one it replaces. The organisation's keys must be locked. False where there is one of this id. */
export async function beginKey(
  tx: Tx,
  scope: OrgScope,
  leaf: Omit<KeyLeaf, 'type' | 'id'>,
  sealed: Uint8Array | undefined,
): Promise<boolean> {
  const { publicKey, holder, time, replaces } = leaf;
  const { rowCount } = await tx.query({
    name: 'begin-actor-key',
    text: `insert into actor_key (id, organisation, holder, public_key, sealed, replaces, begun_at, begun_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
    values: [
      ...[hexOf(actorKeyId(publicKey)), scope.organisation, holder, publicKey, sealed ?? null],
      ...[replaces ? hexOf(replaces) : null, new Date(time), scope.actor],
    ],
  });
  if (rowCount !== 1) return false;
  if (replaces) await markEnded(tx, scope, hexOf(replaces), time, undefined);
  await queue(tx, leaf);
  return true;
}

/** Ends the key of a leaf. The organisation's keys must be locked, and this one be active. */
export async function endKey(tx: Tx, scope: OrgScope, leaf: Omit<KeyLeaf, 'type' | 'id'>): Promise<void> {
  await markEnded(tx, scope, hexOf(actorKeyId(leaf.publicKey)), leaf.time, leaf.compromisedSince);
  await queue(tx, leaf);
}

async function markEnded(
  tx: Tx,
  scope: OrgScope,
  id: string,
  at: Instant,
  since: Instant | undefined,
): Promise<void> {
  await tx.query({
    name: 'end-actor-key',
    text: `with k as (
        update actor_key set ended_at = $3, ended_by = $4, compromised_since = $5
         where id = $1 and organisation = $2 and ended_at is null returning id)
      insert into access_log (organisation, actor, what, subject) select $2, $4, 'actor-key/ended', id from k`,
    values: [id, scope.organisation, new Date(at), scope.actor, since === undefined ? null : new Date(since)],
  });
}

async function queue(tx: Tx, leaf: Omit<KeyLeaf, 'type' | 'id'>): Promise<void> {
  await tx.query({
    name: 'queue-key-leaf',
    text: 'insert into ledger.pending (log_id, event_id, leaf) values ($1, $2, $3)',
    values: [LOG_ID, hexOf(idOfKeyLeaf(leaf)), encodeKeyLeaf(leaf)],
  });
}

/** A key as its organisation sees it. */
export interface ActorKeyRow {
  readonly id: string;
  readonly holder: SigningKey['holder'];
  readonly publicKey: Uint8Array;
  readonly replaces: string | undefined;
  readonly begunAt: Instant;
  readonly endedAt: Instant | undefined;
  readonly compromisedSince: Instant | undefined;
}

interface ListRow {
  readonly id: string;
  readonly holder: SigningKey['holder'];
  readonly public_key: Uint8Array;
  readonly replaces: string | null;
  readonly begun_at: Date;
  readonly ended_at: Date | null;
  readonly compromised_since: Date | null;
}

/** Every key of the scope's organisation, the ended too, newest first. */
export async function loadActorKeys(scope: OrgScope): Promise<readonly ActorKeyRow[]> {
  const { rows } = await pool().query<ListRow>({
    name: 'actor-keys',
    text: `select id, holder, public_key, replaces, begun_at, ended_at, compromised_since from actor_key
      where organisation = $1 order by begun_at desc, id`,
    values: [scope.organisation],
  });
  return rows.map((row) => ({
    id: row.id,
    holder: row.holder,
    publicKey: row.public_key,
    replaces: row.replaces ?? undefined,
    begunAt: instantOfDate(row.begun_at),
    endedAt: instantOfNullable(row.ended_at),
    compromisedSince: instantOfNullable(row.compromised_since),
  }));
}
