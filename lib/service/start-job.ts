import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../custody/org-scope.ts';
import { hexOf } from '../kernel/bytes.ts';
import { queueJob } from '../store/job-queue.ts';
import { insertJob, type NewJob } from '../store/jobs.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';

/** Work for later, without the name that it gets. */
export interface JobOrder extends Omit<NewJob, 'id'> {
  /** Keeps what the job works on, in tables of its own and in the job's own transaction. */
  readonly keep?: (tx: Tx, id: string) => Promise<void>;
}

const ID_BYTES = 16;

/** Keeps a job and has it run, or neither. `before` is written in the same transaction. Gives the job's id, 32 hex digits. */
export function startJob(
  scope: OrgScope,
  order: JobOrder,
  before: (tx: Tx, id: string) => Promise<void> = async () => {},
): Promise<string> {
  return inTransaction(async (tx) => {
    const id = hexOf(randomBytes(ID_BYTES));
    await before(tx, id);
    await insertJob(scope, { ...order, id }, tx);
    await order.keep?.(tx, id);
    await queueJob(tx, id);
    return id;
  });
}
