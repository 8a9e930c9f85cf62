import type { OrgScope } from '../custody/org-scope.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Prisma } from './generated/client.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import { pool } from './pool.ts';
import { prisma } from './prisma.ts';
import type { Db } from './transaction.ts';

export type JobState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** Long work on behalf of an organisation. */
export interface Job {
  /** 32 hex digits. */
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  /** Items to do, done well, and done in vain. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** What went wrong, item by item, as the job's kind writes it. */
  readonly errors: readonly Json[];
  readonly createdAt: Instant;
  readonly startedAt: Instant | undefined;
  readonly finishedAt: Instant | undefined;
}

/** Work to be done under the authority of the scope that asked for it. */
export interface NewJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: Json;
  readonly total: number;
}

interface Row extends Omit<Job, 'errors' | 'createdAt' | 'startedAt' | 'finishedAt' | 'state'> {
  readonly state: string;
  readonly errors: unknown;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

const SHOWN = {
  id: true,
  kind: true,
  state: true,
  total: true,
  done: true,
  failed: true,
  errors: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} as const;

const jobOf = (row: Row): Job => ({
  ...row,
  id: row.id.replaceAll('-', ''),
  state: row.state as JobState,
  errors: row.errors as readonly Json[],
  createdAt: instantOfDate(row.createdAt),
  startedAt: instantOfNullable(row.startedAt),
  finishedAt: instantOfNullable(row.finishedAt),
});

/** Keeps a job, queued, with the scope that it will run under. {@link queueJob} in the same transaction has it run. */
export async function insertJob(
  scope: OrgScope,
  { id, kind, payload, total }: NewJob,
  db: Db = pool(),
): Promise<void> {
  await db.query(
    `insert into job (id, kind, organisation, realm, scope, payload, state, total) values ($1, $2, $3, $4, $5, $6, 'queued', $7)`,
    [id, kind, scope.organisation, scope.realm, JSON.stringify(scope), JSON.stringify(payload), total],
  );
}

/** A job of the scope's organisation. */
export async function loadJob(scope: OrgScope, id: string): Promise<Job | undefined> {
  const row = await prisma().job.findFirst({
    where: { id, organisation: scope.organisation, realm: scope.realm },
    select: SHOWN,
  });
  return row ? jobOf(row) : undefined;
}

/** Where a page of jobs ends. */
export type JobKey = Pick<Job, 'createdAt' | 'id'>;

/** Jobs of the scope's organisation after `after`, newest first, `limit` at most; of one kind where it is given. */
export async function loadJobs(
  scope: OrgScope,
  { after, kind, limit }: { readonly after?: JobKey; readonly kind?: string; readonly limit: number },
): Promise<readonly Job[]> {
  const createdAt = after && new Date(after.createdAt);
  const rows = await prisma().job.findMany({
    where: {
      organisation: scope.organisation,
      realm: scope.realm,
      ...(kind !== undefined && { kind }),
      ...(after &&
        createdAt && { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { gt: after.id } }] }),
    } satisfies Prisma.JobWhereInput,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
    select: SHOWN,
  });
  return rows.map(jobOf);
}
