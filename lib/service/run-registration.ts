import { sgtinUri } from '../gs1/digital-link.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { momentOf } from '../kernel/instant.ts';
import { awaitSequenced } from '../store/ledger-entries.ts';
import { type JobToRun, reportJob } from '../store/run-jobs.ts';
import { eventChunks } from './event-chunks.ts';
import { eventFaultJson } from './event-fault-json.ts';
import { jobAuthority } from './job-authority.ts';
import type { JobEnd } from './job-end.ts';
import { type Occasion, occasionOf, ownEvent, staysHere } from './own-event.ts';
import { recordEvent } from './record-event.ts';
import type { RegisterPayload } from './register-batch.ts';
import { unmovedPacks } from './unmoved-packs.ts';

/** Who asks for the batch finds it: the job waits so long for the sequencer before it calls itself finished. */
const SEQUENCED_WITHIN_MS = 2_000;

/**
 * Commissions the packs of a batch, a thousand in an event. Each event has an id of its own made from the job's, so what was done before
 * a crash is found done. A serial number that is commissioned with another content meanwhile is told as a fault of its row.
 */
export async function runRegistration(job: JobToRun): Promise<JobEnd> {
  const payload = job.payload as unknown as RegisterPayload;
  const occasion = await occasionOf(job.scope, payload.at);
  const rows = new Map(payload.serials.map((serial, at) => [serial, at + 1]));
  let settled = 0;
  let failed = job.failed;
  let latest: bigint | undefined;
  for (const [at, serials] of eventChunks(payload.serials).entries()) {
    settled += serials.length;
    if (settled <= job.done + job.failed) continue;
    const scope = await jobAuthority(job);
    if (!scope) return 'failed';
    const now = { ...occasion, recordedAt: momentOf(Date.now()) };
    const recorded = await recordEvent(scope, commissioning(job, payload, { at, serials, occasion: now }));
    if (!recorded.ok) {
      const error = eventFaultJson({ at, error: recorded.error });
      await reportJob(job.id, { done: 0, failed: serials.length, errors: [error] });
      return 'failed';
    }
    const unmoved = await unmovedPacks(scope, recorded.value.ref, recorded.value.decision);
    const errors = unmoved.map(({ serial, code }): Json => ({ row: rows.get(serial) ?? 0, serial, code }));
    await reportJob(job.id, { done: serials.length - errors.length, failed: errors.length, errors });
    failed += errors.length;
    latest = recorded.value.pid ?? latest;
  }
  if (latest !== undefined) await awaitSequenced(latest, SEQUENCED_WITHIN_MS);
  return failed === 0 ? 'succeeded' : 'failed';
}

interface Chunk {
  readonly at: number;
  readonly serials: readonly Serial[];
  readonly occasion: Occasion;
}

function commissioning(
  { id, scope }: JobToRun,
  { gtin, lot, expiry }: RegisterPayload,
  { at, serials, occasion }: Chunk,
) {
  return ownEvent(
    scope,
    `register\0${id}\0${at}`,
    {
      action: 'ADD',
      bizStep: 'commissioning',
      disposition: 'active',
      epcList: serials.map((serial) => sgtinUri(gtin, serial)),
      ...staysHere(scope.location),
      lotNumber: lot,
      itemExpirationDate: expiry,
    },
    occasion,
  );
}
