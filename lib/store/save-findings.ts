import type { Realm } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Finding } from './findings.ts';
import type { Tx } from './transaction.ts';

/** Keeps findings of one realm. One that is kept already is made what is given, but a closed one stays closed. */
export async function saveFindings(tx: Tx, realm: Realm, findings: readonly Finding[]): Promise<void> {
  for (const finding of findings) {
    await tx.query({ ...SAVE_FINDING, values: findingValues(realm, finding) });
  }
}

const SAVE_FINDING = {
  name: 'save-finding',
  text: `insert into finding (id, realm, detector, kind, severity, status, title, observed, expected, innocent, clears, action, packs, lots,
      parties, locations, countries, events, observations, raised_at, visible_at, cleared_by, cleared_at, parameters, rank)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
    on conflict (id) do update set severity = excluded.severity, status = excluded.status, title = excluded.title,
      observed = excluded.observed, expected = excluded.expected, innocent = excluded.innocent, clears = excluded.clears,
      action = excluded.action, packs = excluded.packs, lots = excluded.lots, parties = excluded.parties,
      locations = excluded.locations, countries = excluded.countries, events = excluded.events,
      observations = excluded.observations, visible_at = excluded.visible_at, cleared_by = excluded.cleared_by,
      cleared_at = excluded.cleared_at, rank = excluded.rank
    where finding.status <> 'closed'`,
};

const dateOrNull = (at: Instant | undefined): Date | null => (at === undefined ? null : new Date(at));

const findingValues = (realm: Realm, finding: Finding): unknown[] => [
  finding.id,
  realm,
  finding.detector,
  finding.kind,
  finding.severity,
  finding.status,
  finding.title,
  finding.observed,
  finding.expected,
  JSON.stringify(finding.innocent),
  finding.clears,
  finding.action,
  finding.packs,
  finding.lots,
  finding.parties,
  finding.locations,
  finding.countries,
  finding.events,
  finding.observations,
  new Date(finding.raisedAt),
  new Date(finding.visibleAt),
  finding.clearedBy ?? null,
  dateOrNull(finding.clearedAt),
  finding.parameters,
  finding.rank,
];

/** Opens the pending findings whose settle window ended by `now`, and gives how many. */
export async function openSettledFindings(tx: Tx, now: Instant): Promise<number> {
  const { rowCount } = await tx.query(
    `update finding set status = 'open' where status = 'pending' and visible_at <= $1`,
    [new Date(now)],
  );
  return rowCount ?? 0;
}

/** Withdraws findings that are not closed: the event `by` has exonerated them. */
export async function withdrawFindings(
  tx: Tx,
  ids: readonly string[],
  by: EventRef | undefined,
  at: Instant,
): Promise<void> {
  await tx.query(
    `update finding set status = 'withdrawn', cleared_by = $2, cleared_at = $3 where id = any ($1::text[]) and status in ('pending', 'open')`,
    [ids, by ?? null, new Date(at)],
  );
}
