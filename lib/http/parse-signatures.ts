import { parseBase64 } from '../kernel/base64.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiError } from './api-error.ts';

const MEMBER = /^e(0|[1-9][0-9]*)=:([A-Za-z0-9+/]{86}==):$/;
const FAULT = err({ code: 'header/signature', path: 'Signature' } as const);

/**
 * Reads the header `Signature`: a dictionary of byte sequences (RFC 8941 sections 3.2 and 3.3.5), `e0=:…:, e1=:…:`, with the signature of each
 * event of the document under its place there. `undefined` without the header. Errors: `header/signature`.
 */
export function parseSignatures(
  headers: Headers,
  events: number,
): Result<readonly Uint8Array[] | undefined, ApiError> {
  const header = headers.get('signature');
  if (header === null) return ok(undefined);
  const members = header.split(',').map((member) => MEMBER.exec(member.trim()));
  const signatures = new Map<number, Uint8Array>();
  for (const member of members) {
    const bytes = member && parseBase64(member[2] ?? '');
    if (!bytes) return FAULT;
    signatures.set(Number(member[1]), bytes);
  }
  const inOrder = Array.from({ length: events }, (_, at) => signatures.get(at));
  const given = inOrder.filter((bytes) => bytes !== undefined);
  return given.length === events && members.length === events ? ok(given) : FAULT;
}
