import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { CaptureErrorBehaviour, DocumentToCapture } from '../service/capture-document.ts';
import type { ApiError } from './api-error.ts';
import { parseIdempotencyKey } from './parse-idempotency-key.ts';
import { parseSignatures } from './parse-signatures.ts';
import { readCaptureBody } from './read-capture-body.ts';

/** Reads a capture request whole (EPCIS 2.0 section 12.7.1). The first fault of a document is told, with a list of all. */
export async function parseCaptureRequest(request: Request): Promise<Result<DocumentToCapture, ApiError>> {
  const errorBehaviour = parseErrorBehaviour(request.headers.get('gs1-capture-error-behaviour'));
  if (!errorBehaviour) return err({ code: 'header/error-behaviour', path: 'GS1-Capture-Error-Behaviour' });
  const key = parseIdempotencyKey(request.headers);
  if (!key.ok) return key;

  const body = await readCaptureBody(request);
  if (!body.ok) return body;
  const { document, json, bytes } = body.value;
  const signatures = parseSignatures(request.headers, document.events.length);
  if (!signatures.ok) return signatures;
  const digest = sha256(bytes);
  const keyed =
    key.value === undefined ? undefined : { key: key.value, digest: keyedDigest(digest, errorBehaviour) };
  return ok({ document, json, sha256: hexOf(digest), errorBehaviour, signatures: signatures.value, keyed });
}

const keyedDigest = (body: Uint8Array, errorBehaviour: CaptureErrorBehaviour): Uint8Array =>
  sha256(utf8Of(`capture ${errorBehaviour} ${hexOf(body)}`));

function parseErrorBehaviour(header: string | null): CaptureErrorBehaviour | undefined {
  if (header === null) return 'rollback';
  return header === 'rollback' || header === 'proceed' ? header : undefined;
}
