import type { LedgerStatus } from '../../ui/ledger-data.ts';

/** Texts of the small parts that every page uses. */
export const controlTexts = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying. Select the text instead.',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  working: 'Working',
  required: 'needed',
  optional: 'optional',
  loading: 'Loading',
  toasts: 'Messages',
  notKnown: 'not known',
  expiry: 'Expiry',
  printedAs: (printed: string) => `printed ${printed}`,
  siteTime: (clock: string, place: string) => `${clock} in ${place}`,
  identifiers: {
    gtin: 'GTIN',
    gln: 'GLN',
    sscc: 'SSCC',
    serial: 'Serial',
    batch: 'Batch',
    hash: 'Hash',
    event: 'Event',
  },
  ledger: {
    recorded: 'Recorded',
    included: 'In the log',
    witnessed: 'Witnessed',
  } satisfies Record<LedgerStatus, string>,
  ledgerMeaning: {
    recorded: 'Stored for good; it gets its number in the log within seconds.',
    included: 'It has its number in the published log; taking it out or changing it would show.',
    witnessed: 'It is in the log, and independent witnesses have signed the log since.',
  } satisfies Record<LedgerStatus, string>,
  entry: (index: string) => `entry ${index}`,
  problem: {
    heading: 'That did not work',
    code: (code: string) => `Code ${code}`,
    retryAfter: (time: string) => `Try again in ${time}.`,
  },
  offline: {
    title: 'No connection',
    text: 'Nothing is lost. This page goes on by itself when the connection is back.',
  },
  noAnswer: {
    title: 'No answer came.',
    text: 'Perhaps the connection was lost. Trying again is safe: nothing is recorded twice.',
  },
  crashed: {
    title: 'This page could not be shown',
    text: 'The fault is ours, and nothing you recorded is affected.',
    again: 'Try again',
  },
  notFound: {
    title: 'There is nothing at this address',
    text: 'It may never have existed, or it is not yours to see.',
    home: 'Go to Home',
  },
  progress: {
    counts: (done: string, total: string) => `${done} of ${total}`,
    rate: (rate: string) => `${rate} a second`,
    left: (time: string) => `about ${time} left`,
    waiting: 'waiting to start',
  },
  pager: { label: 'Pages', next: 'Next page', first: 'First page', end: 'That is all.' },
  table: {
    sortedUp: 'sorted, smallest first',
    sortedDown: 'sorted, largest first',
    sortBy: (column: string) => `Sort by ${column}`,
    clearFilters: 'Clear filters',
    apply: 'Apply',
    filters: 'Filters',
    all: 'All',
  },
} as const;
