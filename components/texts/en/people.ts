import type { PeopleRow } from '../../../lib/queries/people-screen.ts';

type Role = PeopleRow['members'][number]['places'][number]['role'];

/** Texts of the people of an organisation. */
export const peopleTexts = {
  title: 'People',
  intro:
    'Who works for the organisation, as what and where. A role at a place holds there before that of the whole organisation.',
  roles: { admin: 'Administrator', operator: 'Operator', viewer: 'Viewer' } satisfies Record<Role, string>,
  roleHelp: 'Administrators also manage people, keys and grants. Operators record. Viewers read.',
  none: '–',
  whole: 'Whole organisation',
  places: 'Roles',
  change: 'Change roles',
  of: (email: string) => `of ${email}`,
  save: 'Save',
  saved: 'The roles are changed.',
  removeHint: 'Without any role the person is out of the organisation at once.',
  self: 'You',
  factor: 'second factor',
  noFactor: 'no second factor',
  passkeys: (count: number) => (count === 1 ? '1 passkey' : `${count} passkeys`),
  lastSignIn: 'signed in',
  neverSignedIn: 'has not signed in yet',
  invite: {
    title: 'Invite somebody',
    email: 'E-mail address',
    days: 'Days until it expires',
    submit: 'Make the invitation',
    link: 'Invitation link',
    linkText:
      'Shown this once. Send it to the person yourself: it can be used once, for this address and these roles only.',
    copy: 'link',
  },
  invitations: {
    title: 'Invitations',
    none: 'None yet.',
    open: 'open until',
    accepted: 'accepted',
    revoked: 'taken back',
    expired: 'expired',
    revoke: 'Take back',
    revokeLabel: (email: string) => `Take back the invitation of ${email}`,
    done: 'The invitation is taken back.',
  },
  demand: {
    title: 'Second factor for everybody',
    on: 'Demanded. Nobody speaks for the organisation in a session that a password alone opened.',
    off: 'Not demanded.',
    text: 'Who has none is led to set one up at the next click. API keys are not affected.',
    turnOn: 'Demand it',
    turnOff: 'Demand it no more',
    done: 'It is changed.',
  },
} as const;
