import { parseUtf8 } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiError } from './api-error.ts';
import { jsonFaultAt } from './json-fault-at.ts';
import { readBytes } from './read-bytes.ts';

/** A JSON body, and the bytes it came as: the ledger commits to what was received, not to what we made of it. */
export interface JsonBody {
  readonly value: unknown;
  readonly bytes: Uint8Array;
}

/** RFC 8259 section 8.1 lets a reader ignore it, and published EPCIS documents begin with it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Reads a body of at most `limitBytes`. It is read piece by piece, so that a lying `Content-Length` costs us nothing. */
export async function readJson(request: Request, limitBytes: number): Promise<Result<JsonBody, ApiError>> {
  const bytes = await readBytes(request, limitBytes);
  if (!bytes)
    return err({ code: 'body/too-large', detail: `The body may have ${limitBytes} bytes at most.` });
  const text = parseUtf8(bytes)?.replace(BYTE_ORDER_MARK, '');
  if (text === undefined) return err({ code: 'body/not-json', detail: 'The body is not UTF-8.' });
  try {
    return ok({ value: JSON.parse(text) as unknown, bytes });
  } catch {
    return err({ code: 'body/not-json', detail: 'The body is not JSON.', at: jsonFaultAt(text) });
  }
}
