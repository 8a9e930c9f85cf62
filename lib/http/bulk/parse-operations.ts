import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { MOST_LINES } from '../../service/operations/operations-job.ts';
import type { OperationsOrder } from '../../service/operations/order-operations.ts';
import type { ApiError } from '../api-error.ts';
import { parseIdempotencyKey } from '../parse-idempotency-key.ts';
import { readJson } from '../read-json.ts';

/** 400 bytes for each of {@link MOST_LINES} lines. */
const MOST_BYTES = 40_000_000;

/** Reads `{ "operations": [ … ] }`. Errors: those of a JSON body, `body/invalid`, `operations/count`, `header/idempotency-key`. */
export async function parseOperations(request: Request): Promise<Result<OperationsOrder, ApiError>> {
  const key = parseIdempotencyKey(request.headers);
  if (!key.ok) return key;
  const body = await readJson(request, MOST_BYTES);
  if (!body.ok) return body;
  const lines = linesIn(body.value.value as Json);
  if (!lines) return err({ code: 'body/invalid', path: '/operations', detail: 'A list was expected here.' });
  if (lines.length === 0 || lines.length > MOST_LINES)
    return err({ code: 'operations/count', path: '/operations', detail: `From 1 to ${MOST_LINES} lines.` });
  const digest = sha256(utf8Of(`operations ${hexOf(sha256(body.value.bytes))}`));
  return ok({ lines, keyed: key.value === undefined ? undefined : { key: key.value, digest } });
}

function linesIn(body: Json): readonly Json[] | undefined {
  if (typeof body !== 'object' || body === null || !('operations' in body)) return undefined;
  const { operations } = body;
  return Array.isArray(operations) ? operations : undefined;
}
