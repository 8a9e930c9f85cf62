import { createHash, randomBytes } from 'node:crypto';
import type { NoteSigner } from '../ledger/signed-note.ts';
import { type LogHead, loadLogHead, openLog } from '../store/ledger-log.ts';
import { pool } from '../store/pool.ts';
import { newPublisher, type Publisher, runPublisherOnce } from './publisher.ts';
import { newSequencer, runSequencerOnce, type Sequencer } from './sequencer.ts';

export const ORIGIN = 'vialog.example/test';
export const SIGNER: NoteSigner = {
  name: ORIGIN,
  seed: Uint8Array.from(createHash('sha256').update('test').digest()),
};

/** A log that seals and publishes whenever it is asked to. */
export interface LogInTests {
  readonly sequencer: Sequencer;
  readonly publisher: Publisher;
}

export async function logInTests(): Promise<LogInTests> {
  await openLog(ORIGIN);
  return {
    sequencer: newSequencer({ batchAgeMs: 0, observationsEveryMs: 0 }),
    publisher: newPublisher({ signer: SIGNER, everyMs: 0 }),
  };
}

/** Queues `count` leaves of random content, and gives their ids in the order of the queue. */
export async function queueLeaves(count: number, bytes = 200): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomBytes(16).toString('hex'));
  await pool().query(
    `insert into ledger.pending (log_id, event_id, leaf)
     select 1, k.id::uuid, k.leaf from unnest($1::text[], $2::bytea[]) with ordinality as k (id, leaf, n) order by k.n`,
    [ids, ids.map(() => randomBytes(bytes))],
  );
  return ids;
}

/** Seals until nothing waits any more, then publishes. */
export async function sealAndPublish({ sequencer, publisher }: LogInTests): Promise<void> {
  while ((await runSequencerOnce(sequencer)).kind === 'sealed');
  await runPublisherOnce(publisher);
}

/** The head as the database has it. */
export async function headInTests(): Promise<LogHead> {
  const head = await loadLogHead();
  if (!head) throw new Error('the log is not open');
  return head;
}

/** Changes the ledger's tables as only who owns them can: past the triggers that refuse it. */
export async function tamper(sql: string): Promise<void> {
  const client = await pool().connect();
  const triggers = (verb: 'disable' | 'enable') =>
    ['entry', 'tile', 'checkpoint']
      .map((table) => `alter table ledger.${table} ${verb} trigger user;`)
      .join('');
  try {
    await client.query(`${triggers('disable')} ${sql}; ${triggers('enable')}`);
  } finally {
    client.release();
  }
}
