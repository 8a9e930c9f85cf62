import type { FindingListRow } from '../../../lib/queries/findings-screen.ts';
import { numberText } from '../../format/number-text.ts';

/** Texts of Anomalies. */
export const anomaliesTexts = {
  title: 'Anomalies',
  intro: 'What does not fit together, worst first. A finding is no verdict on anybody.',
  asOf: 'The log has been read up to',
  none: 'Nothing matches',
  noneText: 'No finding fits these filters.',
  noneAtAll: 'No findings',
  noneAtAllText: 'The detectors have read the log and found nothing that needs a person.',
  count: (count: number) => (count === 1 ? '1 on this page' : `${numberText(count)} on this page`),
  packs: (count: number) => (count === 1 ? '1 pack' : `${numberText(count)} packs`),
  places: (names: readonly string[]) =>
    names.length <= 2 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`,
  filters: {
    q: 'Search',
    qHint: 'Serial, batch, GTIN or words',
    severity: 'Severity',
    kind: 'Kind',
    status: 'State',
    detector: 'Detector',
    country: 'Country',
    any: 'All',
  },
  kinds: {
    'data-quality': 'Data quality',
    case: 'Case',
  } satisfies Record<FindingListRow['kind'], string>,
  statuses: {
    pending: 'Waiting for late data',
    open: 'Open',
    withdrawn: 'Cleared by later data',
    closed: 'Closed',
  } satisfies Record<FindingListRow['status'], string>,
  finding: {
    observed: 'Observed',
    expected: 'Expected',
    innocent: 'Innocent causes considered',
    noInnocent: 'None applies to this kind of finding.',
    clears: 'What would clear it',
    action: 'What to do',
    events: 'The events concerned',
    noEvents: 'No recorded event is concerned; it rests on what was scanned.',
    photo: 'The photo',
    photoAlt: 'Photo that came with the report',
    observations: 'Scans it rests on',
    packs: 'Packs',
    batches: 'Batches',
    parties: 'Organisations',
    raised: 'Raised',
    detector: 'Detector',
    cleared: 'Cleared by later data',
    back: 'All anomalies',
    operations: {
      verify: 'verified',
      supplied: 'tried to supply',
      active: 'tried to undo',
    } as Readonly<Record<string, string>>,
  },
} as const;
