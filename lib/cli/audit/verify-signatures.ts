import { ed25519VerifyApart } from '#ed25519';
import type { EntrySignature } from '../../evidence/log-audit.ts';
import { AuditFailure } from './audit-failure.ts';

/** Verifies the actors' signatures of some entries, on every core. Throws an {@link AuditFailure} with the first that does not hold. */
export async function verifySignatures(signatures: readonly EntrySignature[]): Promise<void> {
  const held = await Promise.all(
    signatures.map(({ publicKey, message, signature }) => ed25519VerifyApart(publicKey, message, signature)),
  );
  const wrong = signatures[held.indexOf(false)];
  if (wrong)
    throw new AuditFailure(
      'signature/invalid',
      `Entry ${wrong.index} is not what its actor signed: signature/invalid.`,
    );
}
