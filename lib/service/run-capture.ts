import { parseCaptureDocument } from '../epcis/parse-capture-document.ts';
import { parseBase64 } from '../kernel/base64.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { momentOf } from '../kernel/instant.ts';
import { awaitSequenced } from '../store/ledger-entries.ts';
import { type JobToRun, reportJob } from '../store/run-jobs.ts';
import type { CapturePayload } from './capture-document.ts';
import { eventFaultJson } from './event-fault-json.ts';
import { jobAuthority } from './job-authority.ts';
import type { JobEnd } from './job-end.ts';
import { recordEvent } from './record-event.ts';
import { type EventFault, recordEvents } from './record-events.ts';
import type { EventToRecord } from './recorded-event.ts';

/** Who asks for what the job captured, finds it: the job waits so long for the sequencer before it calls itself finished. */
const SEQUENCED_WITHIN_MS = 2_000;

/** So many faults of one job are kept. */
const MOST_FAULTS = 100;

/** After so many events the job says how far it has come. */
const REPORTED_EVERY = 50;

/**
 * Captures the document of a job, all of its events or none. Begun again after a crash it records nothing twice: an event has one id,
 * however often it comes.
 */
export const captureAllOrNone = (job: JobToRun): Promise<JobEnd> => allOrNone(job, eventsOf(job));

/** Captures those events of a document that can be recorded, one by one. Begun again it goes on behind its last report. */
export const captureOneByOne = (job: JobToRun): Promise<JobEnd> => oneByOne(job, eventsOf(job));

/** An event of the document, without the time of its recording: that is its transaction's. */
type Captured = Omit<EventToRecord, 'recordedAt'>;

function eventsOf(job: JobToRun): readonly Captured[] {
  const payload = job.payload as unknown as CapturePayload;
  const parsed = parseCaptureDocument(payload.json);
  if (!parsed.ok) throw new Error('a document that was read without fault is so no more');
  const { events } = parsed.value;
  return events.map((event, at) => {
    const signature = payload.signatures?.[at];
    return {
      ...{ event, documentSha256: payload.sha256 },
      signature: signature === undefined ? undefined : parseBase64(signature),
    };
  });
}

const recordedNow = (event: Captured): EventToRecord => ({ ...event, recordedAt: momentOf(Date.now()) });

async function allOrNone(job: JobToRun, events: readonly Captured[]): Promise<JobEnd> {
  const scope = await jobAuthority(job);
  if (!scope) return 'failed';
  const recorded = await recordEvents(scope, events.map(recordedNow), ({ pid }) => pid);
  if (!recorded.ok) {
    await reportJob(job.id, { done: 0, failed: events.length, errors: recorded.error.map(eventFaultJson) });
    return 'failed';
  }
  await sequenced(recorded.value.findLast((pid) => pid !== undefined));
  await reportJob(job.id, { done: events.length - job.done, failed: 0, errors: [] });
  return 'succeeded';
}

/** `proceed`: what is behind the last report is done again, and changes nothing. */
async function oneByOne(job: JobToRun, events: readonly Captured[]): Promise<JobEnd> {
  let failed = job.failed;
  let latest: bigint | undefined;
  for (let from = job.done + job.failed; from < events.length; from += REPORTED_EVERY) {
    const scope = await jobAuthority(job);
    if (!scope) return 'failed';
    const faults: EventFault[] = [];
    const chunk = events.slice(from, from + REPORTED_EVERY);
    for (const [at, event] of chunk.entries()) {
      const recorded = await recordEvent(scope, recordedNow(event));
      if (recorded.ok) latest = recorded.value.pid ?? latest;
      else faults.push({ at: from + at, error: recorded.error });
    }
    const errors: readonly Json[] = faults.slice(0, Math.max(0, MOST_FAULTS - failed)).map(eventFaultJson);
    await reportJob(job.id, { done: chunk.length - faults.length, failed: faults.length, errors });
    failed += faults.length;
  }
  await sequenced(latest);
  return failed === 0 ? 'succeeded' : 'failed';
}

async function sequenced(pid: bigint | undefined): Promise<void> {
  if (pid !== undefined) await awaitSequenced(pid, SEQUENCED_WITHIN_MS);
}
