import type { NeedRow } from '../../../lib/queries/home.ts';
import { numberText } from '../../format/number-text.ts';

const many = (one: string, more: string) => (count: number) =>
  count === 1 ? one : `${numberText(count)} ${more}`;

/** Texts of Home. */
export const homeTexts = {
  title: 'What needs you now',
  nothing: 'Nothing waits for you',
  nothingText: 'Deliveries to receive, findings and unfinished work show up here.',
  needs: {
    receive: many('1 delivery on its way to you', 'deliveries on their way to you'),
    findings: many('1 finding to look at', 'findings to look at'),
    'set-aside': many('1 pack in quarantine', 'packs in quarantine'),
    'registration-running': many('1 registration is running', 'registrations are running'),
    'registration-faults': many('1 registration with rows to mend', 'registrations with rows to mend'),
    recall: many('1 pack of a recalled batch in your stock', 'packs of a recalled batch in your stock'),
    expiring: many('1 pack expires soon', 'packs expire soon'),
  } satisfies Record<NeedRow['kind'], (count: number) => string>,
  first: {
    title: 'Begin here',
    action: {
      register:
        'Register your first batch: product, batch number, expiry date, and the serial numbers of its packs.',
      receive: 'Receive a delivery: once a partner ships to you, it is announced there.',
      scan: 'Scan a pack: it says at once whether it may be supplied.',
      anomalies: 'Look at the findings of your country: what is wrong somewhere shows up there first.',
      ledger: 'Check the ledger: what is recorded can be proved there.',
    },
  },
  recent: 'Last recorded here',
  recentNone: 'Nothing has been recorded here yet.',
  begin: {
    scan: 'Scan a pack',
    register: 'Register a batch',
    ship: 'Ship packs',
    receive: 'Receive a delivery',
    containers: 'Pack cases and pallets',
    batches: 'Look at your batches',
    labels: 'Print labels',
    trends: 'Look at the trends',
    anomalies: 'Look at the anomalies',
    ledger: 'Check the ledger',
  },
} as const;
