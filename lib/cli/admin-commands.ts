/** An option of a command: whether it must be given, and whether it may be given more than once. */
export interface AdminOption {
  readonly value: string;
  readonly help: string;
  readonly required?: boolean;
  readonly multiple?: boolean;
}

/** A command of `vialog admin` as its help tells it; what it does stands in admin/. */
export interface AdminCommand {
  readonly summary: string;
  readonly options: Readonly<Record<string, AdminOption>>;
  /** Options without a value. */
  readonly switches?: Readonly<Record<string, string>>;
}

const required = (value: string, help: string): AdminOption => ({ value, help, required: true });
const optional = (value: string, help: string): AdminOption => ({ value, help });
const several = (value: string, help: string): AdminOption => ({ value, help, multiple: true });

const ORGANISATION = required('GLN', 'the organisation');
const PASSWORD = {
  'password-stdin':
    'read the password from standard input; else it is asked for, or made where nobody can be asked',
};

export const ADMIN_COMMANDS = {
  'create-administrator': {
    summary: 'make an administrator of the platform',
    options: { email: required('EMAIL', 'to sign in with'), name: required('NAME', 'as others see it') },
    switches: PASSWORD,
  },
  'create-organisation': {
    summary: 'register an organisation',
    options: {
      gln: required('GLN', 'its Global Location Number'),
      name: required('NAME', 'as others see it'),
      role: required(
        'ROLE',
        'manufacturer, contract-manufacturer, logistics, wholesaler, pharmacy, hospital, clinic, regulator, auditor',
      ),
      country: required('CC', 'ISO 3166-1, two capital letters'),
      'owner-group': optional('NAME', 'organisations of one chain, whose internal moves need no record'),
    },
    switches: { sandbox: 'apart from everybody: its packs never meet the others’' },
  },
  'add-location': {
    summary: 'register a place of an organisation, or mend what is known of it',
    options: {
      organisation: ORGANISATION,
      gln: required('GLN', 'of the place'),
      name: required('NAME', 'as others see it'),
      kind: required('KIND', 'plant, warehouse, pharmacy, hospital, clinic, office'),
      country: required('CC', 'ISO 3166-1, two capital letters'),
      city: required('CITY', 'where it is'),
      'time-zone': required('ZONE', 'an IANA name, such as Europe/Berlin'),
      latitude: optional('DEGREES', 'north of the equator'),
      longitude: optional('DEGREES', 'east of Greenwich'),
    },
  },
  'add-licence': {
    summary: 'note what an organisation is licensed for',
    options: {
      organisation: ORGANISATION,
      activity: required('ACTIVITY', 'manufacture, wholesale, dispense, import'),
      market: required('MARKET', 'a country, or a union such as EU'),
      from: required('DATE', 'the first day, YYYY-MM-DD'),
      to: optional('DATE', 'the last day, YYYY-MM-DD'),
    },
  },
  suspend: {
    summary: 'note a time in which the licences of an organisation do not hold',
    options: {
      organisation: ORGANISATION,
      from: required('DATE', 'the first day, YYYY-MM-DD'),
      to: optional('DATE', 'the last day, YYYY-MM-DD'),
    },
  },
  'add-import-approval': {
    summary: 'note a leave to bring a product from one market into another',
    options: {
      organisation: ORGANISATION,
      gtin: required('GTIN', 'of the product'),
      'from-market': required('CC', 'where it is made for'),
      'to-market': required('CC', 'where it may be brought'),
      from: required('DATE', 'the first day, YYYY-MM-DD'),
      to: optional('DATE', 'the last day, YYYY-MM-DD'),
    },
  },
  'assign-prefix': {
    summary: 'assign a GS1 company prefix: its GTINs are the organisation’s from now on',
    options: { organisation: ORGANISATION, prefix: required('DIGITS', '4 to 12 digits') },
  },
  'add-agent': {
    summary: 'let one organisation report for another',
    options: {
      principal: required('GLN', 'who is reported for'),
      agent: required('GLN', 'who may report'),
      until: optional('TIME', 'such as 2027-12-31T23:59:59Z; without it, until it is changed'),
    },
  },
  'create-user': {
    summary: 'make a person who works for an organisation',
    options: {
      organisation: ORGANISATION,
      email: required('EMAIL', 'to sign in with'),
      name: required('NAME', 'as others see it'),
      role: required('ROLE', 'admin, operator, viewer'),
      location: optional('GLN', 'the one place they work at; without it, the whole organisation'),
    },
    switches: PASSWORD,
  },
  'issue-key': {
    summary: 'make an API key; its text is shown this once',
    options: {
      organisation: ORGANISATION,
      name: required('NAME', 'what it is for'),
      location: optional('GLN', 'the one place it speaks for; without it, the whole organisation'),
      role: optional('ROLE', 'admin, operator (the default), viewer'),
      scope: several('SCOPE', 'capture, packs, query, verify, administer; without it, all but administer'),
      days: optional('N', 'how long it works; 365 days when absent'),
    },
  },
  'revoke-key': {
    summary: 'end an API key at once',
    options: { organisation: ORGANISATION, id: required('ID', 'as list-keys shows it') },
  },
  invite: {
    summary: 'make a link by which a person joins an organisation, once; it is shown this once',
    options: {
      organisation: ORGANISATION,
      email: required('EMAIL', 'whom it is for'),
      role: required('ROLE', 'admin, operator, viewer'),
      location: several('GLN', 'a place they work at; without it, the whole organisation'),
      days: optional('N', 'how long it can be accepted, 1 to 30; 7 when absent'),
    },
  },
  'demand-second-factor': {
    summary: 'demand a second factor of the people of an organisation',
    options: { organisation: ORGANISATION },
    switches: { off: 'demand it no more' },
  },
  'reset-second-factor': {
    summary: 'take a person’s second factor and passkeys away, for who has lost them all',
    options: { email: required('EMAIL', 'whom they sign in as') },
  },
  'give-grant': {
    summary: 'let another organisation see what one reports; it is stated in the log',
    options: {
      from: required('GLN', 'whose records'),
      to: required('GLN', 'who may see them'),
      show: optional('HOW', 'whole (the default) or outline: kind, time and country'),
      event: optional('ID', 'one event, 32 hexadecimal digits'),
      gtin: optional('GTIN', 'events about this product'),
      batch: optional('BATCH', 'of the product'),
      serial: optional('SERIAL', 'of the product'),
      begins: optional('TIME', 'such as 2027-01-01T00:00:00Z; without it, at once'),
      until: optional('TIME', 'such as 2027-12-31T23:59:59Z; without it, until it is revoked'),
    },
  },
  'revoke-grant': {
    summary: 'end a grant at once; it is stated in the log',
    options: { organisation: ORGANISATION, id: required('ID', 'as list-grants shows it') },
  },
  'list-grants': {
    summary: 'what an organisation has granted and was granted',
    options: { organisation: ORGANISATION },
  },
  recover: {
    summary: 'put back what a database restored from a backup has lost of the log; run it before npm start',
    options: { from: required('URL|DIR', 'a mirror, or a copy of the log’s files') },
  },
  'list-organisations': { summary: 'every organisation, with prefixes and agents', options: {} },
  'list-locations': { summary: 'the places of an organisation', options: { organisation: ORGANISATION } },
  'list-licences': { summary: 'the licences of an organisation', options: { organisation: ORGANISATION } },
  'list-users': { summary: 'every person, with their organisations', options: {} },
  'list-keys': { summary: 'the API keys of an organisation', options: { organisation: ORGANISATION } },
} as const satisfies Readonly<Record<string, AdminCommand>>;

export type AdminCommandName = keyof typeof ADMIN_COMMANDS;
