import { numberText } from '../../format/number-text.ts';
import type { NeedRow } from '../../home/home-data.ts';

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
    recall: many('1 open recall concerns you', 'open recalls concern you'),
    expiring: many('1 pack expires soon', 'packs expire soon'),
    'silent-sites': many('1 site has gone silent', 'sites have gone silent'),
  } satisfies Record<NeedRow['kind'], (count: number) => string>,
  recent: 'Last recorded here',
  recentNone: 'Nothing has been recorded here yet.',
  begin: {
    scan: 'Scan a pack',
    register: 'Register a batch',
    ship: 'Ship packs',
    receive: 'Receive a delivery',
    batches: 'Look at your batches',
    anomalies: 'Look at the anomalies',
    ledger: 'Check the ledger',
  },
} as const;
