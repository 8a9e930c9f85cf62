import type { UseLogRow } from '../../../lib/queries/log-of-use-screen.ts';

/** Texts of the log of sign-ins, key uses and what was done. */
export const useLogTexts = {
  title: 'Log of use',
  intro:
    'Who signed in, which keys were used, and what was opened or changed. Of addresses only the network is kept.',
  kinds: {
    own: 'My sign-ins',
    people: 'Sign-ins',
    keys: 'Key uses',
    deeds: 'What was done',
  } satisfies Record<UseLogRow['kind'], string>,
  kindsLabel: 'Kinds of log',
  none: 'Nothing yet',
  uses: 'uses:',
  events: {
    'signed-in': 'signed in',
    'refused-password': 'refused: wrong password',
    'refused-code': 'refused: wrong code',
    'signed-out': 'signed out',
    'sessions-ended': 'ended sessions',
    'second-factor-on': 'turned the second factor on',
    'second-factor-off': 'turned the second factor off',
    'second-factor-renewed': 'moved the second factor to another app',
    'recovery-codes-renewed': 'made new recovery codes',
    'passkey-added': 'added a passkey',
    'passkey-removed': 'removed a passkey',
    'invitation-accepted': 'accepted an invitation',
  },
  by: (means: string) => `by ${means}`,
} as const;
