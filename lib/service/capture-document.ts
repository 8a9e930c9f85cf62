import type { OrgScope } from '../custody/org-scope.ts';
import type { CaptureDocument } from '../epcis/parse-capture-document.ts';
import { base64Of } from '../kernel/base64.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { KeyedRequest } from '../store/idempotency.ts';
import type { ReplayError } from './answer-once.ts';
import { startJobOnce } from './start-job-once.ts';

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
  /** Its JSON-LD, as it came or made of the XML that came. */
  readonly json: Json;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly errorBehaviour: CaptureErrorBehaviour;
  /** The organisation's own signatures over the leaves that were handed out, one for each event; none: the platform signs. */
  readonly signatures: readonly Uint8Array[] | undefined;
  /** The request's `Idempotency-Key`, where it has one. */
  readonly keyed: KeyedRequest | undefined;
}

/** What the job is given. */
export interface CapturePayload {
  readonly json: Json;
  readonly sha256: string;
  /** In base64, one for each event. */
  readonly signatures?: readonly string[];
}

/**
 * Takes a document over: durable when it resolves, captured by a job soon after. Gives the job's id. The same document again under the
 * same `Idempotency-Key` is the same job.
 */
export async function captureDocument(
  scope: OrgScope,
  { document, json, sha256, errorBehaviour, signatures, keyed }: DocumentToCapture,
): Promise<Result<string, ReplayError>> {
  const signed = signatures && { signatures: signatures.map(base64Of) };
  const payload: CapturePayload = { json, sha256, ...signed };
  const kind = CAPTURE_JOBS[errorBehaviour];
  return startJobOnce(scope, keyed, async () =>
    ok({ kind, payload: payload as unknown as Json, total: document.events.length }),
  );
}
