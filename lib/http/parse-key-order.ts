import { z } from 'zod';
import { parseBase64 } from '../kernel/base64.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { KeyOrder } from '../service/keys/draft-key.ts';
import type { SignedKeyDraft } from '../service/keys/register-key.ts';
import type { ApiError } from './api-error.ts';

const bytes = z.string().transform((text, context) => {
  const read = parseBase64(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'must be base64 with padding' });
  return z.NEVER;
});
const signature = bytes.refine(({ length }) => length === 64, 'must be 64 bytes');
const keyId = z.string().regex(/^[0-9a-f]{16}$/, 'must be 16 hexadecimal digits');

const order = z.strictObject({ publicKey: bytes, replaces: keyId.optional(), signer: keyId.optional() });
const draft = z.strictObject({ signed: bytes, possession: signature, authority: signature.optional() });

/** Reads the body that asks for the draft of a key. Every fault is told with its JSON pointer. */
export function parseKeyOrder(body: unknown): Result<KeyOrder, ApiError> {
  const read = order.safeParse(body);
  if (!read.success) return faultOf(read.error);
  const { publicKey, replaces, signer } = read.data;
  return ok({ publicKey, replaces, signer });
}

/** Reads the body that brings a draft back. Likewise. */
export function parseSignedKeyDraft(body: unknown): Result<SignedKeyDraft, ApiError> {
  const read = draft.safeParse(body);
  if (!read.success) return faultOf(read.error);
  const { signed, possession, authority } = read.data;
  return ok({ signed, possession, authority });
}

function faultOf(error: z.ZodError): Result<never, ApiError> {
  const errors = error.issues.map(({ path, message }) => ({
    path: path.map((key) => `/${String(key)}`).join(''),
    detail: message,
  }));
  return err({ code: 'body/invalid', ...errors[0], members: { errors } });
}
