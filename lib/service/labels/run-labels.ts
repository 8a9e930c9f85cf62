import { setImmediate } from 'node:timers/promises';
import type { OrgScope } from '../../custody/org-scope.ts';
import type { Label } from '../../gs1/labels/label.ts';
import { logisticLabel } from '../../gs1/labels/logistic-label.ts';
import { packLabel } from '../../gs1/labels/pack-label.ts';
import type { Serial } from '../../gs1/serial.ts';
import { momentOf } from '../../kernel/instant.ts';
import {
  appendLabelPiece,
  beginLabelFile,
  completeLabelFile,
  dropLabelFile,
} from '../../store/label-files.ts';
import { loadPacksToLabel } from '../../store/packs-to-label.ts';
import type { JobToRun } from '../../store/run-jobs.ts';
import { jobAuthority } from '../job-authority.ts';
import type { JobEnd } from '../job-end.ts';
import { labelFileFacts } from './label-file-facts.ts';
import type { LabelWriter } from './label-writer.ts';
import { openLabelWriter } from './open-label-writer.ts';
import type { LabelPayload } from './order-labels.ts';

/** Labels between two looks at whether the job goes on; about half a megabyte of the largest form. */
const STEP = 250;
/** A file is fetched within a week. */
const KEPT_MS = 7 * 24 * 3_600_000;

const keptUntil = () => momentOf(Date.now() + KEPT_MS);

/**
 * Makes a file of labels, a step at a time, so that no more than a step is in memory. A job that was begun before begins its file anew:
 * the same labels make the same file. A cancelled job, or one whose orderer may speak no more, leaves none.
 */
export async function runLabels(job: JobToRun): Promise<JobEnd> {
  const payload = job.payload as unknown as LabelPayload;
  const { name, contentType, kind } = labelFileFacts(payload);
  await beginLabelFile(job.id, { name, contentType, expiresAt: keptUntil() });
  const file = new FileInSteps(job.id, (sink) => openLabelWriter(payload.form, kind, sink));
  for await (const labels of labelSteps(job, payload)) {
    const goesOn = labels !== undefined && (await file.add(labels));
    if (!goesOn) {
      await dropLabelFile(job.id);
      return 'failed';
    }
  }
  if (!(await file.end())) {
    await dropLabelFile(job.id);
    return 'failed';
  }
  await completeLabelFile(job.id, keptUntil());
  return 'succeeded';
}

/** The labels of a job, step by step; `undefined` where who asked for them may no more. */
async function* labelSteps(
  job: JobToRun,
  payload: LabelPayload,
): AsyncGenerator<readonly Label[] | undefined> {
  if (payload.labels === 'packs') return yield* packSteps(job, payload);
  for (let at = 0; at < payload.ssccs.length; at += STEP) {
    const scope = await jobAuthority(job);
    yield scope && payload.ssccs.slice(at, at + STEP).map(logisticLabel);
  }
}

async function* packSteps(
  job: JobToRun,
  payload: Extract<LabelPayload, { labels: 'packs' }>,
): AsyncGenerator<readonly Label[] | undefined> {
  const { gtin, lot, most } = payload;
  let from: Serial | null = payload.from;
  for (let left = most; left > 0; ) {
    const scope: OrgScope | undefined = await jobAuthority(job);
    if (!scope) return yield undefined;
    // One more than is drawn: it is where the next step begins.
    const packs = await loadPacksToLabel(scope, { gtin, lot, from: from ?? undefined, limit: STEP + 1 });
    const drawn = packs.slice(0, Math.min(STEP, left));
    yield drawn.map(({ serial, expiry }) => packLabel({ gtin, lot, serial, expiry }));
    const next = packs[STEP];
    if (!next) return;
    from = next.serial;
    left -= drawn.length;
  }
}

/** The file of a job while it is made. */
class FileInSteps {
  readonly #job: string;
  readonly #writer: LabelWriter;
  #waiting: Uint8Array[] = [];
  #ord = 0;

  constructor(job: string, open: (sink: (bytes: Uint8Array) => void) => LabelWriter) {
    this.#job = job;
    this.#writer = open((bytes) => this.#waiting.push(bytes));
  }

  /** False where the job was cancelled. */
  async add(labels: readonly Label[]): Promise<boolean> {
    for (const label of labels) {
      this.#writer.add(label);
      // A label takes a millisecond: requests of the same process wait no longer than that.
      await setImmediate();
    }
    return this.#flush(labels.length);
  }

  async end(): Promise<boolean> {
    await this.#writer.end();
    return this.#flush(0);
  }

  async #flush(labels: number): Promise<boolean> {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    const kept = await appendLabelPiece(this.#job, { ord: this.#ord, bytes, labels });
    if (bytes.length > 0) this.#ord++;
    return kept;
  }
}
