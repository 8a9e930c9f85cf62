import type pg from 'pg';
import type { Brand } from '../kernel/brand.ts';
import { pool } from './pool.ts';

/** A connection inside a transaction that {@link inTransaction} will commit or roll back. */
export type Tx = Brand<pg.PoolClient, 'Tx'>;

/** Whatever can run a statement that needs no transaction of its own. */
export type Db = Pick<pg.PoolClient, 'query'>;

/** What was read is no longer so: somebody else wrote in between. {@link inTransaction} begins anew. */
export class StaleRead extends Error {
  override readonly name = 'StaleRead';
}

const TRIES = 10;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/**
 * Runs `work` in one READ COMMITTED transaction and commits when it resolves; any error rolls back and is thrown.
 * A serialization failure, a deadlock and a {@link StaleRead} run `work` again from the start, up to ten times with growing,
 * random pauses, so `work` must have no effect but through `tx`.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(work);
    } catch (error) {
      if (attempt === TRIES || !isTransient(error)) throw error;
      await pause(Math.random() * 2 ** attempt);
    }
  }
}

async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    // Not awaited: BEGIN travels with the first statement of `work`, and fails with it where the connection is gone.
    const begun = client.query('begin');
    begun.catch(() => {});
    const result = await work(client as Tx);
    await begun;
    const { command } = await client.query('commit');
    // Where a statement failed and `work` went on all the same, COMMIT rolls back, and that is no error to PostgreSQL.
    if (command !== 'COMMIT') throw new Error('a statement of the transaction failed: nothing was written');
    return result;
  } catch (error) {
    broken = await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The reason why the connection is of no further use, where the rollback itself fails. */
async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isTransient(error: unknown): boolean {
  if (error instanceof StaleRead) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
