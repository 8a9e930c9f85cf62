import { APIError } from 'better-auth/api';

interface Verified {
  readonly verification: {
    readonly registrationInfo?: { readonly userVerified: boolean };
    readonly authenticationInfo?: { readonly userVerified: boolean };
  };
}

/**
 * Refuses a passkey that did not verify its holder (flag UV, WebAuthn level 3 section 6.1): without a PIN or a finger it would be
 * something that somebody has, and no second factor.
 */
export async function requireVerifiedHolder({ verification }: Verified): Promise<void> {
  const { registrationInfo, authenticationInfo } = verification;
  if ((registrationInfo ?? authenticationInfo)?.userVerified !== true)
    throw new APIError('UNAUTHORIZED', { message: 'the authenticator has not verified its holder' });
}
