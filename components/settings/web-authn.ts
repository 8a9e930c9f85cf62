import type { Json } from '../../lib/kernel/canonical-json.ts';

/** True where this browser can make and use passkeys, and reads their options as JSON (WebAuthn level 3 section 5.1). */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Lets the device make a passkey; `undefined` where the person or the device does not want to. */
export async function makePasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
): Promise<Json | undefined> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return answered(() => navigator.credentials.create({ publicKey }));
}

/** Lets the person choose one of their passkeys and prove that it is theirs; `undefined` where they do not. */
export async function provePasskey(
  options: PublicKeyCredentialRequestOptionsJSON,
): Promise<Json | undefined> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return answered(() => navigator.credentials.get({ publicKey }));
}

async function answered(ask: () => Promise<Credential | null>): Promise<Json | undefined> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? (credential.toJSON() as unknown as Json) : undefined;
  } catch {
    return undefined;
  }
}
