import 'server-only';
import { recoveryCodesLeft } from '../auth/own-second-factor.ts';
import type { Person } from '../auth/scope-of-session.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { loadPasskeys } from '../store/passkeys.ts';
import { loadSessions } from '../store/sessions.ts';
import { agentText } from './agent-text.ts';

/** What a person sees of how they sign in. */
export interface AccountRow {
  readonly name: string;
  readonly email: string;
  /** `null` while it is off. */
  readonly secondFactor: { readonly codesLeft: number } | null;
  /** One of the person's organisations demands one. */
  readonly isDemanded: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly createdAt: string | null;
    readonly backedUp: boolean;
  }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly isThis: boolean;
    readonly startedAt: string;
    readonly means: 'password' | 'totp' | 'recovery' | 'passkey' | 'demo';
    readonly address: string | null;
    readonly agent: string | null;
  }[];
}

/** How the person signs in, and where they are signed in now. Takes the person in the place of a scope: it is nobody else's. */
export async function accountScreen(person: Person): Promise<AccountRow> {
  const { userId, name, email, hasSecondFactor, memberships } = person;
  const [codesLeft, passkeys, sessions] = await Promise.all([
    hasSecondFactor ? recoveryCodesLeft(userId) : 0,
    loadPasskeys(userId),
    loadSessions(userId),
  ]);
  return {
    ...{ name, email },
    secondFactor: hasSecondFactor ? { codesLeft } : null,
    isDemanded: memberships.some(({ demandsSecondFactor }) => demandsSecondFactor),
    passkeys: passkeys.map((passkey) => ({ ...passkey, createdAt: timeOrNull(passkey.createdAt) })),
    sessions: sessions.map(({ id, startedAt, means, address, agent }) => ({
      id,
      isThis: id === person.sessionId,
      startedAt: instantText(startedAt),
      means: means as AccountRow['sessions'][number]['means'],
      address: address ?? null,
      agent: agentText(agent),
    })),
  };
}

const timeOrNull = (at: Instant | undefined): string | null => (at === undefined ? null : instantText(at));
