import { numberText } from '../../format/number-text.ts';
import type { ExtraReason, MissingReason } from '../../shipping/shipping-data.ts';

const packs = (count: number): string => (count === 1 ? '1 pack' : `${numberText(count)} packs`);

/** Texts of Ship and Receive. */
export const shippingTexts = {
  ship: {
    title: 'Ship',
    intro: 'Say where the packs go, scan them, and hand them over. The receiver sees them announced at once.',
    to: 'To',
    toHint: 'A place of a trading partner.',
    choose: 'Choose a place',
    noPartners: 'There is no partner to ship to yet',
    noPartnersText: 'The platform’s administrator connects organisations.',
    reference: 'Delivery number',
    referenceHint: 'Your own number, if you have one. The receiver sees it.',
    packs: 'Packs',
    empty: 'Nothing scanned yet',
    emptyText: 'Scan packs, or cases and pallets, with a hand scanner, or paste codes, one in a line.',
    checking: 'Looking them up',
    unitPacks: (count: number) => `Case or pallet with ${packs(count)}`,
    fit: (count: number) => `${packs(count)} ready to ship`,
    unfit: (count: number) => `${packs(count)} cannot be shipped from here`,
    unfitText: 'Left out of this delivery. Put aside, and clear up why.',
    submit: (count: number) => `Ship ${packs(count)}`,
    needPlace: 'Choose where they go.',
    done: 'Shipped',
    doneText: (count: number) => `${packs(count)} on the way. The receiver sees the delivery now.`,
    another: 'Ship another delivery',
    see: 'See this delivery',
  },
  receive: {
    title: 'Receive',
    intro: 'Deliveries on their way to you.',
    none: 'No delivery is on its way',
    noneText: 'When a partner ships packs to you, the delivery is announced here.',
    columns: { from: 'From', reference: 'Delivery', shipped: 'Shipped', packs: 'Packs' },
    noReference: 'without number',
    open: 'Receive',
    heading: (from: string) => `Delivery from ${from}`,
    announced: 'Announced',
    difference: 'Difference',
    scanned: 'Scanned',
    progress: (matched: number, all: number) => `${numberText(matched)} of ${numberText(all)} scanned`,
    notStarted: 'What is missing or extra shows here as soon as something is scanned.',
    nothingCame: 'Nothing of it is here',
    noDifference: 'So far everything scanned was announced.',
    complete: 'All there. Nothing missing, nothing extra.',
    missing: (count: number) => `${packs(count)} missing`,
    extra: (count: number) => `${packs(count)} not as announced`,
    reasonOf: (serial: string) => `Why ${serial} is missing`,
    reasonAll: 'Reason for all',
    scannedNone: 'Scan a case or pallet to take it whole, or the packs as you unpack them.',
    spotChecks: (seen: number, inferred: number) =>
      seen === 0
        ? 'All taken from the label. Scan some of the packs themselves as a spot check.'
        : `${packs(seen)} checked, ${packs(inferred)} taken from the label.`,
    units: 'Cases and pallets',
    oneByOne: 'Check pack by pack',
    oneByOneOf: (sscc: string) => `Check pack by pack: ${sscc}`,
    unitCount: (count: number) => `${packs(count)} in it`,
    accept: 'Take it into stock all the same',
    announcedAs: (batch: string) => `announced with batch ${batch}`,
    finish: (count: number) => `Receive ${packs(count)}`,
    finishWithDifference: (count: number) =>
      count === 0
        ? 'Record the differences, receive nothing'
        : `Receive ${packs(count)}, with the differences`,
    differenceNote:
      'Finishing with differences is allowed. They are recorded, and the sender sees the same page.',
    done: 'Received',
    doneText: (count: number) =>
      count === 0
        ? 'Nothing was taken. The sender sees the differences.'
        : `${packs(count)} ${count === 1 ? 'is' : 'are'} yours now.`,
    see: 'See what is recorded of this delivery',
    back: 'To the deliveries',
    missingReasons: {
      'not-checked': 'Not checked yet',
      'not-in-delivery': 'Not in the delivery',
      damaged: 'Damaged, left with the carrier',
    } satisfies Record<MissingReason, string>,
    extraReasons: {
      'not-announced': 'Not announced',
      'wrong-batch': 'Other batch or expiry than announced',
    } satisfies Record<ExtraReason, string>,
  },
  delivery: {
    heading: (from: string, to: string) => `Delivery from ${from} to ${to}`,
    shipped: packs,
    receipts: 'What the receiver recorded',
    noReceipts: 'Nothing of this delivery has been received yet.',
    received: (count: number) => (count === 0 ? 'Nothing received' : `${packs(count)} received`),
    noDifferences: 'No differences.',
    more: (count: number) => `And ${packs(count)} more; the page of each pack says what was said of it.`,
  },
  reading: {
    listening: 'Hand scanner ready',
    paste: 'Paste codes',
    pasteLabel: 'Codes, one in a line',
    pasteHint: 'As a scanner sends them, or with brackets: (01)…(21)…',
    take: 'Add these',
    notPack: 'This is the code of a batch, a product or a place, not of a pack, a case or a pallet.',
    line: (line: number, text: string) => `Line ${numberText(line)}: ${text}`,
    twice: 'This is in the list already.',
    remove: 'Remove',
    removeOf: (serial: string) => `Remove ${serial}`,
  },
  group: { count: packs, more: 'Serials' },
  checksFailed: (count: number) =>
    count === 1
      ? '1 pack that you scanned is not in its case by the record'
      : `${numberText(count)} packs that you scanned are not in their cases by the record`,
  checksFailedText:
    'The delivery is received all the same. Count what is in the case, and tell the sender of the difference.',
  withoutEffect: (count: number) =>
    count === 1
      ? '1 pack was recorded without effect'
      : `${numberText(count)} packs were recorded without effect`,
} as const;
