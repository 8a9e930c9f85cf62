import { numberText } from '../../format/number-text.ts';
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
    default:
      return fieldFaultText(fault);
  }
}

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
    countFault: 'A whole number from 1 to 100,000.',
    made: (length: number, alphabet: number) => `Drawn at random: ${length} characters out of ${alphabet}.`,
    guess: (oneIn: string) => `Chance that an invented serial is one of these: ${oneIn}`,
    guessPoor:
      'That is too likely: the law asks for less than 1 in 10,000. Ask for longer serials of this product.',
    make: (count: number) => `Make ${count === 1 ? '1 serial' : `${numberText(count)} serials`}`,
    paste: 'Serial numbers, one in a line',
    take: 'Read the list',
    file: 'CSV or text file',
    fileHint: 'One serial in a line, or a column headed “serial”.',
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
    refused: (count: number) => `${numberText(count)} rows were not taken`,
    refusedText: 'The other packs are registered. Mend these and register them as a list of their own.',
    ship: 'Ship packs',
    another: 'Register another batch',
    lost: 'The state of the work cannot be read just now. It is asked again by itself.',
  },
} as const;
