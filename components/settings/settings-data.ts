import type { AccountRow } from '../../lib/queries/account-screen.ts';
import type { FormAction } from '../frame/frame-data.ts';
import type { ActionAnswer } from '../ui/problem-data.ts';

/** A secret for an authenticator app, and the recovery codes: shown once. */
export interface NewFactor {
  /** A picture of the QR code, as a data address. */
  readonly picture: string;
  /** The same to be typed, in base32. */
  readonly key: string;
  readonly recoveryCodes: readonly string[];
}

/** What the cards about signing in can ask the server to do. */
export interface FactorActions {
  /** Reads `password`. */
  readonly begin: (form: FormData) => Promise<ActionAnswer<NewFactor>>;
  /** Reads `code`. */
  readonly confirm: (form: FormData) => Promise<ActionAnswer<null>>;
  /** Reads `password`. */
  readonly remove: (form: FormData) => Promise<ActionAnswer<null>>;
  /** Reads `password`. */
  readonly renewCodes: (form: FormData) => Promise<ActionAnswer<readonly string[]>>;
}

export interface PasskeyActions {
  /** What the browser is to make, as JSON (WebAuthn level 3 section 5.1). */
  readonly ask: () => Promise<ActionAnswer<PublicKeyCredentialCreationOptionsJSON>>;
  readonly keep: (response: unknown, name: string) => Promise<ActionAnswer<null>>;
  /** Reads `id`. */
  readonly remove: (form: FormData) => Promise<ActionAnswer<null>>;
}

export interface AccountScreenProps {
  readonly account: AccountRow;
  readonly factor: FactorActions;
  readonly passkey: PasskeyActions;
  /** Reads `id`. */
  readonly endSession: (form: FormData) => Promise<ActionAnswer<null>>;
  readonly signOutEverywhere: FormAction;
  /** True for who may see the organisation's settings too. */
  readonly isAdmin: boolean;
}
