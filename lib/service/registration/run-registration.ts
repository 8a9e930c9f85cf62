import type { OrgScope } from '../../custody/org-scope.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { awaitSequenced } from '../../store/ledger-entries.ts';
import { ownLatestPending } from '../../store/own-pending.ts';
import { pool } from '../../store/pool.ts';
import type { ProductRow } from '../../store/products.ts';
import { saveCheckedRows } from '../../store/registration-faults.ts';
import {
  enterPhase,
  loadRegistrationOfJob,
  type Registration,
  type RegistrationPhase,
  refuseRegistration,
  setJobCounts,
  showProgress,
} from '../../store/registrations.ts';
import type { JobToRun } from '../../store/run-jobs.ts';
import { jobAuthority } from '../job-authority.ts';
import type { JobOutcome } from '../job-end.ts';
import { mayCommission } from '../may-commission.ts';
import { checkRegistration } from './check-registration.ts';
import { generateRegistration } from './generate-registration.ts';
import { recordRegistration } from './record-registration.ts';

/** Who asks for the batch finds it: the job waits so long for the sequencer before it calls itself finished. */
const SEQUENCED_WITHIN_MS = 2_000;

/** A step towards the end: the work of one phase, or an end. */
type Step = JobOutcome | 'next';

/**
 * Brings a registration as far as it can go: makes what is to be made, checks, waits for whoever must mend or agree, and records. Each
 * phase goes on where it stood; recording begins anew, because nothing of it was kept.
 */
export async function runRegistration(job: JobToRun): Promise<JobOutcome> {
  for (;;) {
    const registration = await loadRegistrationOfJob(job.id);
    if (!registration) throw new Error('a registration and its job are kept together');
    const step = await stepOf(job, registration);
    if (step !== 'next') return step;
  }
}

async function stepOf(job: JobToRun, registration: Registration): Promise<Step> {
  switch (registration.phase) {
    case 'uploading':
    case 'mending':
    case 'checked':
      return 'waiting';
    case 'refused':
      return 'failed';
    case 'done':
      return 'succeeded';
    case 'generating':
    case 'checking':
    case 'recording':
      return work(job, registration);
  }
}

async function work(job: JobToRun, registration: Registration): Promise<Step> {
  const scope = await jobAuthority(job);
  if (!scope) return refused(job, { code: 'auth/forbidden' });
  const product = await mayCommission(scope, registration.gtin);
  if (!product.ok) return refused(job, product.error as unknown as Json);
  const given = { job, scope, product: product.value, registration };
  switch (registration.phase) {
    case 'generating':
      return generate(given);
    case 'checking':
      return check(given);
    default:
      return record(given);
  }
}

interface Given {
  readonly job: JobToRun;
  readonly scope: OrgScope;
  readonly product: ProductRow;
  readonly registration: Registration;
}

async function refused({ id }: JobToRun, reason: Json): Promise<Step> {
  await refuseRegistration(id, reason);
  return 'failed';
}

async function entered(job: JobToRun, from: RegistrationPhase, to: RegistrationPhase): Promise<Step> {
  await enterPhase(pool(), job.id, { from, to });
  return 'next';
}

async function generate({ job, scope, product, registration }: Given): Promise<Step> {
  const made = await generateRegistration(scope, product, registration);
  if (made.ok) return entered(job, 'generating', 'checking');
  return refused(job, { ...made.error });
}

async function check({ job, scope, product, registration }: Given): Promise<Step> {
  const checked = await checkRegistration(scope, product, registration);
  if (!checked.ok) return refused(job, { ...checked.error });
  const { given, leftOut, startsByItself } = registration;
  await setJobCounts(job.id, { total: given - leftOut, done: 0, failed: checked.value });
  if (checked.value > 0) return entered(job, 'checking', 'mending');
  return entered(job, 'checking', startsByItself ? 'recording' : 'checked');
}

async function record({ job, scope, registration }: Given): Promise<Step> {
  const mayGoOn = async (packs: number) =>
    (await showProgress(job.id, packs)) && (await jobAuthority(job)) !== undefined;
  const recorded = await recordRegistration(scope, registration, mayGoOn);
  if (recorded.ok) {
    const latest = await ownLatestPending(scope);
    if (latest !== undefined) await awaitSequenced(latest, SEQUENCED_WITHIN_MS);
    return 'next';
  }
  const { error } = recorded;
  const { given, leftOut } = registration;
  await setJobCounts(job.id, { total: given - leftOut, done: 0, failed: 0 });
  if (error.code !== 'registration/rows-taken') return refused(job, { code: error.code });
  // All rows are looked at again: others may have been taken too.
  await saveCheckedRows(job.id, 0, error.faults);
  return entered(job, 'recording', 'checking');
}
