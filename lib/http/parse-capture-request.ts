import { sha256 } from '#sha256';
import { parseCaptureDocument } from '../epcis/parse-capture-document.ts';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { CaptureErrorBehaviour, DocumentToCapture } from '../service/capture-document.ts';
import type { ApiError } from './api-error.ts';
import { parseIdempotencyKey } from './parse-idempotency-key.ts';
import { readJson } from './read-json.ts';

/** 64 MiB, about 200,000 events of one pack. */
const MOST_CAPTURE_BYTES = 64 * 1024 * 1024;

const MEDIA_TYPES: ReadonlySet<string> = new Set(['application/json', 'application/ld+json']);

/** Reads a capture request whole (EPCIS 2.0 section 12.7.1). The first fault of a document is told, with a list of all. */
export async function parseCaptureRequest(request: Request): Promise<Result<DocumentToCapture, ApiError>> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!MEDIA_TYPES.has(type)) return err({ code: 'media-type/unsupported', path: 'Content-Type' });
  const errorBehaviour = parseErrorBehaviour(request.headers.get('gs1-capture-error-behaviour'));
  if (!errorBehaviour) return err({ code: 'header/error-behaviour', path: 'GS1-Capture-Error-Behaviour' });
  const key = parseIdempotencyKey(request.headers);
  if (!key.ok) return key;

  const body = await readJson(request, MOST_CAPTURE_BYTES);
  if (!body.ok) return body;
  const { value, bytes } = body.value;
  const document = parseCaptureDocument(value);
  if (!document.ok) {
    const [first] = document.error;
    const errors = document.error.map((fault): Json => ({ ...fault }));
    return err({ code: first?.code ?? 'epcis/not-json', ...first, members: { errors } });
  }
  const digest = sha256(bytes);
  const keyed =
    key.value === undefined ? undefined : { key: key.value, digest: keyedDigest(digest, errorBehaviour) };
  return ok({ document: document.value, json: value as Json, sha256: hexOf(digest), errorBehaviour, keyed });
}

const keyedDigest = (body: Uint8Array, errorBehaviour: CaptureErrorBehaviour): Uint8Array =>
  sha256(utf8Of(`capture ${errorBehaviour} ${hexOf(body)}`));

function parseErrorBehaviour(header: string | null): CaptureErrorBehaviour | undefined {
  if (header === null) return 'rollback';
  return header === 'rollback' || header === 'proceed' ? header : undefined;
}
