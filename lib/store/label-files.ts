import type { OrgScope } from '../custody/org-scope.ts';
import type { LabelForm } from '../gs1/labels/label-form.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';
import { inTransaction } from './transaction.ts';

/** A file that a job makes. */
export interface NewLabelFile {
  readonly name: string;
  readonly contentType: string;
  readonly expiresAt: Instant;
}

/** Begins the file of a job, from nothing: whatever a worker that died had made of it is dropped. */
export async function beginLabelFile(
  job: string,
  { name, contentType, expiresAt }: NewLabelFile,
): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.query('delete from label_file where job = $1', [job]);
    await tx.query('insert into label_file (job, name, content_type, expires_at) values ($1, $2, $3, $4)', [
      ...[job, name, contentType],
      new Date(expiresAt),
    ]);
    await tx.query('update job set done = 0 where id = $1', [job]);
  });
}

/** What a job has made since the last piece. */
export interface LabelPiece {
  /** Counted from 0. */
  readonly ord: number;
  readonly bytes: Uint8Array;
  /** Labels begun in it. */
  readonly labels: number;
}

/** Appends to the file of a job, and counts. False, and nothing is kept, where the job was cancelled. */
export function appendLabelPiece(job: string, { ord, bytes, labels }: LabelPiece): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query(
      `update job set done = done + $2 where id = $1 and state = 'running'`,
      [job, labels],
    );
    if (rowCount !== 1) return false;
    if (bytes.length === 0) return true;
    await tx.query('insert into label_chunk (job, ord, bytes) values ($1, $2, $3)', [job, ord, bytes]);
    await tx.query('update label_file set size_bytes = size_bytes + $2 where job = $1', [job, bytes.length]);
    return true;
  });
}

/** The file is whole, and may be fetched until `expiresAt`. */
export async function completeLabelFile(job: string, expiresAt: Instant): Promise<void> {
  await pool().query('update label_file set complete = true, expires_at = $2 where job = $1', [
    job,
    new Date(expiresAt),
  ]);
}

/** Drops the file of a job that came to nothing. */
export async function dropLabelFile(job: string): Promise<void> {
  await pool().query('delete from label_file where job = $1', [job]);
}

/** Drops the files that have expired. */
export async function forgetOldLabelFiles(): Promise<void> {
  await pool().query('delete from label_file where expires_at < now()');
}

/** A file that is whole. */
export interface LabelFile extends NewLabelFile {
  readonly job: string;
  readonly sizeBytes: bigint;
}

interface Row {
  readonly name: string;
  readonly content_type: string;
  readonly size_bytes: bigint;
  readonly expires_at: Date;
}

/** The file of a job of the scope's organisation; `undefined` where it is not whole, expired, or somebody else's. */
export async function loadLabelFile(scope: OrgScope, job: string): Promise<LabelFile | undefined> {
  const { rows } = await pool().query<Row>(
    `select f.name, f.content_type, f.size_bytes, f.expires_at from label_file f join job j on j.id = f.job
      where f.job = $1 and j.organisation = $2 and j.realm = $3 and f.complete and f.expires_at > now()`,
    [job, scope.organisation, scope.realm],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { name, content_type: contentType, size_bytes: sizeBytes, expires_at: expiresAt } = row;
  return { job, name, contentType, sizeBytes, expiresAt: instantOfDate(expiresAt) };
}

/** The bytes of a file, piece by piece: one at a time is in memory. The caller has asked {@link loadLabelFile} whether it may. */
export async function* labelPieces({ job }: LabelFile): AsyncGenerator<Uint8Array> {
  for (let ord = 0; ; ord++) {
    const { rows } = await pool().query<{ readonly bytes: Buffer }>(
      'select bytes from label_chunk where job = $1 and ord = $2',
      [job, ord],
    );
    const [row] = rows;
    if (!row) return;
    yield row.bytes;
  }
}

/** What a label job was given, in short. */
export interface LabelOrderFacts {
  readonly form: LabelForm;
  readonly batch: { readonly gtin: string; readonly lot: string } | undefined;
}

/** What jobs of labels were asked for, by their ids. The caller has found the jobs under its scope. */
export async function loadLabelOrders(
  jobs: readonly string[],
): Promise<ReadonlyMap<string, LabelOrderFacts>> {
  const { rows } = await pool().query<{
    readonly id: string;
    readonly form: LabelForm;
    readonly gtin: string | null;
    readonly lot: string | null;
  }>(
    `select id, payload ->> 'form' as form, payload ->> 'gtin' as gtin, payload ->> 'lot' as lot from job where id = any ($1::uuid[])`,
    [jobs],
  );
  return new Map(
    rows.map(({ id, form, gtin, lot }) => [
      id,
      { form, batch: gtin === null || lot === null ? undefined : { gtin, lot } },
    ]),
  );
}
