import type { OrgScope } from '../custody/org-scope.ts';
import { equalBytes } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { pool } from './pool.ts';
import type { Db } from './transaction.ts';

/** An answer that was given, to be given again word for word. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: Json;
}

/** A request under an `Idempotency-Key`, and the digest of all of it. */
export interface KeyedRequest {
  /** Unique within the organisation. */
  readonly key: string;
  /** 32 bytes. */
  readonly digest: Uint8Array;
}

/** The key was used for another request. */
export interface IdempotencyError {
  readonly code: 'idempotency/other-request';
}

/** The answer given under this key before; `undefined` for a new one. Errors: `idempotency/other-request`. */
export async function loadKeptAnswer(
  scope: OrgScope,
  { key, digest }: KeyedRequest,
): Promise<Result<KeptAnswer | undefined, IdempotencyError>> {
  const { rows } = await pool().query<KeptAnswer & { readonly request_digest: Buffer }>({
    name: 'kept-answer',
    text: 'select request_digest, status, body from idempotency where organisation = $1 and key = $2',
    values: [scope.organisation, key],
  });
  const [row] = rows;
  if (!row) return ok(undefined);
  if (!equalBytes(row.request_digest, digest)) return err({ code: 'idempotency/other-request' });
  return ok({ status: row.status, body: row.body });
}

/** Keeps an answer under its key. What was kept first stays: of two at once the second asks {@link loadKeptAnswer} again. */
export async function keepAnswer(
  scope: OrgScope,
  { key, digest }: KeyedRequest,
  { status, body }: KeptAnswer,
  db: Db = pool(),
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'keep-answer',
    text: `insert into idempotency (organisation, key, request_digest, status, body) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    values: [scope.organisation, key, digest, status, JSON.stringify(body)],
  });
  return rowCount === 1;
}

/** How long an answer can be asked for again under its key. */
const KEPT_FOR = '30 days';

/** Forgets the answers that nobody will ask for any more. */
export async function forgetOldAnswers(): Promise<void> {
  await pool().query('delete from idempotency where created_at < now() - $1::interval', [KEPT_FOR]);
}
