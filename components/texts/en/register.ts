import { numberText } from '../../format/number-text.ts';
import type { RegistrationProgress, RowToMend } from '../../register/register-data.ts';
import type { SerialRowFault } from '../../register/serial-rows.ts';
import { fieldFaultText } from './fields.ts';

const packs = (count: number): string => (count === 1 ? '1 pack' : `${numberText(count)} packs`);

/** What is wrong with a row. */
export function serialRowFaultText(fault: SerialRowFault): string {
  switch (fault.code) {
    case 'serial/repeated':
      return `The same serial stands in row ${numberText(fault.row)}.`;
    case 'serial/taken':
      return 'The register holds this serial of the product already.';
    case 'serial/policy-length':
      return `Serials of this product have ${fault.want} characters; this has ${fault.length}.`;
    case 'serial/policy-character':
      return `Character ${fault.at + 1} is none that serials of this product are made of.`;
    case 'serial/reserved':
      return `Serials from ${fault.first} to ${fault.last} are reserved.`;
    default:
      return fieldFaultText(fault);
  }
}

const ROW_FAULTS: ReadonlySet<string> = new Set<SerialRowFault['code']>([
  'serial/empty',
  'serial/too-long',
  'serial/character',
  'serial/repeated',
  'serial/taken',
  'serial/policy-length',
  'serial/policy-character',
  'serial/reserved',
]);

/** What is wrong with a row that the server keeps: a fault of its serial, or a rule of custody, whose sentence comes with it. */
export function rowToMendText({ fault, text }: RowToMend): string {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  return ROW_FAULTS.has(code)
    ? serialRowFaultText(fault as SerialRowFault)
    : (text ?? 'This row could not be registered.');
}

const REFUSALS: Readonly<Record<string, string>> = {
  'serials/none': 'No row was left to register. Nothing was stored.',
  'serial-policy/guessable':
    'So many serials of this length could be guessed too easily: the law asks for less than 1 in 10,000. Nothing was stored.',
  'auth/forbidden': 'Who asked for this may not do it any more. Nothing was stored.',
  'serials/not-json': 'The file is not JSON. Nothing was stored.',
  'serials/not-text': 'The file is no text. Nothing was stored.',
  'serials/not-a-commissioning': 'An event of the file is no commissioning of packs. Nothing was stored.',
  'serials/other-batch': 'The file names another batch or expiry date. Nothing was stored.',
};

/** Why the whole of a registration came to nothing. */
export const refusalText = ({ code, text }: NonNullable<RegistrationProgress['refused']>): string =>
  REFUSALS[code] ?? text ?? 'The packs could not be registered. Nothing was stored.';

/** Texts of Register a batch. */
export const registerTexts = {
  title: 'Register a batch',
  intro: 'Every pack gets its entry in the log. Nothing is stored before the last step.',
  change: 'Change',
  go: 'Continue',
  steps: {
    product: 'Product',
    batch: 'Batch and expiry',
    serials: 'Serial numbers',
    check: 'Check and register',
  },
  product: {
    label: 'Product',
    find: 'Find a product by name or number',
    findNone: 'No product of yours is called so.',
    none: 'Your organisation holds no products yet',
    noneText: 'The platform’s administrator assigns them with your company prefix.',
  },
  batch: {
    printed: (digits: string) => `Printed and stored as ${digits}.`,
    past: 'This day has passed.',
    missing: 'The expiry date is missing.',
    label: 'Batch',
    labelHint: 'As printed: capitals, small letters and leading zeros count.',
    expiry: 'Expiry date',
  },
  serials: {
    ways: { generate: 'Make them here', paste: 'Paste them', upload: 'Upload a file' },
    waysLabel: 'Where the serial numbers come from',
    count: 'How many packs',
    countFault: 'A whole number from 1 to 1,000,000.',
    made: (length: number, alphabet: number) => `Drawn at random: ${length} characters out of ${alphabet}.`,
    guess: (oneIn: string) => `Chance that an invented serial is one of these: ${oneIn}`,
    guessPoor:
      'That is too likely: the law asks for less than 1 in 10,000. Ask for longer serials of this product.',
    make: (count: number) => `Make ${count === 1 ? '1 serial' : `${numberText(count)} serials`}`,
    paste: 'Serial numbers, one in a line',
    take: 'Read the list',
    file: 'CSV, text or EPCIS file',
    fileHint:
      'One serial in a line, or a column headed “serial”, or an EPCIS document of the commissioning; up to a million packs.',
    empty: 'There is no serial in it.',
    checking: 'Comparing with the register',
    good: (count: number) => `${packs(count)}, no fault`,
    faulty: (faults: number, all: number) =>
      `${numberText(faults)} of ${numberText(all)} rows need mending. Nothing has been stored.`,
    columns: { row: 'Row', serial: 'Serial', fault: 'What is wrong' },
    more: (count: number) => `and ${numberText(count)} more; mend these first, or download all.`,
    drop: 'Leave out',
    dropAll: 'Leave out all faulty rows',
    download: 'Download the faulty rows',
    downloadName: 'faulty-rows.csv',
    serialOfRow: (row: number) => `Serial in row ${row}`,
  },
  check: {
    packs: 'Packs',
    first: 'First serial',
    last: 'Last serial',
    chance: 'Guess chance',
    label: 'Label of the first pack',
    labelText: 'Hold it against a printed pack: product, batch, expiry and code should be the same.',
    labelFault: 'The label could not be drawn from these values, so the packs could not be scanned either.',
    expiryShort: 'EXP',
    batchShort: 'Lot',
    serialShort: 'SN',
    productShort: 'PC',
    start: (count: number) => `Register ${packs(count)}`,
  },
  progress: {
    title: (batch: string) => `Batch ${batch}`,
    working: 'Registering',
    leave: 'You can leave this page. The work goes on, and its result stays at this address.',
    states: {
      queued: 'Waiting to start',
      running: 'Registering',
      succeeded: 'Registered',
      failed: 'Stopped',
      cancelled: 'Cancelled',
    },
    done: (count: number) => `${packs(count)} registered.`,
    ship: 'Ship packs',
    another: 'Register another batch',
    lost: 'The state of the work cannot be read just now. It is asked again by itself.',
  },
  uploaded: {
    sending: 'Sending the list',
    notTaken: 'The list was not taken',
    phases: {
      uploading: 'Receiving the list',
      generating: 'Making the serials',
      checking: 'Checking every row',
      mending: 'Rows need mending',
      checked: 'Checked',
      recording: 'Registering',
      done: 'Registered',
      refused: 'Stopped',
    },
    mendTitle: 'Mend these rows first',
    checkTitle: 'Check and register',
    waits: 'You can leave this page: it waits for you, and stays at this address.',
    cancel: 'Cancel',
    cancelled: 'Cancelled. Nothing was stored.',
    failed: 'The packs could not be registered. Nothing was stored.',
    batch: 'The batch',
    results: 'Download the result of every row',
  },
} as const;
