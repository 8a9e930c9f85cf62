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
  deeds: {
    'session/bound': 'moved to another place',
    'api-key/issued': 'made a key',
    'api-key/revoked': 'revoked a key',
    'pack/opened': 'opened the path of a pack',
    'pack/path': 'opened the path of a pack',
    'event/erased': 'erased fields of an event',
    'finding/bundle': 'took the evidence of a case',
    'person/invited': 'invited somebody',
    'person/changed': 'changed somebody’s roles',
    'person/removed': 'took somebody out',
    'invitation/revoked': 'took an invitation back',
    'second-factor/demanded': 'demands a second factor from now on',
    'second-factor/not-demanded': 'demands no second factor any more',
  },
  by: (means: string) => `by ${means}`,
} as const;
