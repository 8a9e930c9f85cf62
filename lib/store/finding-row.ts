import type { Finding, FindingSeverity } from '../anomaly/finding.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import type { FindingStatus, StoredFinding } from './stored-finding.ts';

/** A row of the table `finding`. */
export interface FindingRow {
  readonly id: string;
  readonly realm: number;
  readonly detector: string;
  readonly kind: Finding['kind'];
  readonly severity: FindingSeverity;
  readonly status: FindingStatus;
  readonly title: string;
  readonly observed: string;
  readonly expected: string;
  readonly innocent: Finding['innocent'];
  readonly clears: string;
  readonly action: string;
  readonly packs: readonly string[];
  readonly lots: readonly string[];
  readonly parties: readonly Gln[];
  readonly locations: readonly Gln[];
  readonly countries: readonly string[];
  readonly events: readonly EventRef[];
  readonly observations: readonly string[];
  readonly raised_at: Date;
  readonly visible_at: Date;
  readonly cleared_by: EventRef | null;
  readonly cleared_at: Date | null;
  readonly parameters: string;
  readonly rank: number;
}

export const findingOf = (row: FindingRow): StoredFinding => ({
  id: row.id,
  realm: row.realm,
  detector: row.detector,
  kind: row.kind,
  severity: row.severity,
  status: row.status,
  title: row.title,
  observed: row.observed,
  expected: row.expected,
  innocent: row.innocent,
  clears: row.clears,
  action: row.action,
  packs: row.packs,
  lots: row.lots,
  parties: row.parties,
  locations: row.locations,
  countries: row.countries,
  events: row.events,
  observations: row.observations,
  raisedAt: instantOfDate(row.raised_at),
  visibleAt: instantOfDate(row.visible_at),
  clearedBy: row.cleared_by ?? undefined,
  clearedAt: instantOfNullable(row.cleared_at),
  parameters: row.parameters,
  rank: row.rank,
});
