import type { OrgScope } from '../custody/org-scope.ts';
import type { CaptureDocument } from '../epcis/parse-capture-document.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type KeyedRequest, keepAnswer, loadKeptAnswer } from '../store/idempotency.ts';
import type { ReplayError } from './answer-once.ts';
import { startJob } from './start-job.ts';

/** What becomes of a document when one of its events cannot be recorded (EPCIS 2.0, `GS1-Capture-Error-Behaviour`). */
export type CaptureErrorBehaviour = 'rollback' | 'proceed';

/** The kinds of job that capture a document. */
export const CAPTURE_JOBS = {
  rollback: 'epcis-capture',
  proceed: 'epcis-capture-proceed',
} as const satisfies Record<CaptureErrorBehaviour, string>;

/** A document that has been read without fault. */
export interface DocumentToCapture {
  readonly document: CaptureDocument;
  /** As it came. */
  readonly json: Json;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly errorBehaviour: CaptureErrorBehaviour;
  /** The request's `Idempotency-Key`, where it has one. */
  readonly keyed: KeyedRequest | undefined;
}

/** What the job is given. */
export interface CapturePayload {
  readonly json: Json;
  readonly sha256: string;
}

/** The same key was used by somebody else in this moment. */
class KeyTaken extends Error {
  override readonly name = 'KeyTaken';
}

/**
 * Takes a document over: durable when it resolves, captured by a job soon after. Gives the job's id. The same document again under the
 * same `Idempotency-Key` is the same job.
 */
export async function captureDocument(
  scope: OrgScope,
  { document, json, sha256, errorBehaviour, keyed }: DocumentToCapture,
): Promise<Result<string, ReplayError>> {
  const known = await keptJob(scope, keyed);
  if (known) return known;
  const payload: CapturePayload = { json, sha256 };
  const kind = CAPTURE_JOBS[errorBehaviour];
  const order = { kind, payload: payload as unknown as Json, total: document.events.length };
  try {
    const id = await startJob(scope, order, async (tx, job) => {
      if (!keyed) return;
      const isNew = await keepAnswer(scope, keyed, { status: 202, body: { job } }, tx);
      if (!isNew) throw new KeyTaken();
    });
    return ok(id);
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error;
    return (await keptJob(scope, keyed)) ?? err({ code: 'request/replayed-differently' });
  }
}

async function keptJob(
  scope: OrgScope,
  keyed: KeyedRequest | undefined,
): Promise<Result<string, ReplayError> | undefined> {
  if (!keyed) return undefined;
  const kept = await loadKeptAnswer(scope, keyed);
  if (!kept.ok) return err({ code: 'request/replayed-differently' });
  const body = kept.value?.body as { readonly job: string } | undefined;
  return body && ok(body.job);
}
