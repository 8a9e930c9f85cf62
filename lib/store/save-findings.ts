import type { Finding, Withdrawal } from '../anomaly/finding.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Tx } from './transaction.ts';

const SAVE = {
  name: 'save-finding',
  text: `insert into finding (id, realm, detector, kind, severity, status, title, observed, expected, innocent, clears, action, packs, lots,
      parties, locations, countries, events, observations, raised_at, visible_at, parameters, rank)
    values ($1, $2, $3, $4, $5, case when $20::timestamptz <= $23 then 'open' else 'pending' end, $6, $7, $8, $9, $10, $11, $12, $13,
      $14, $15, $16, $17, $18, $19, $20, $21, $22)
    on conflict (id) do nothing`,
};

/**
 * Keeps findings, and gives how many are new: the same evidence found again is the same finding, and what became of it stays. Until its
 * settle window has ended at `now` one is pending, and nobody's.
 */
export async function saveFindings(tx: Tx, findings: readonly Finding[], now: Instant): Promise<number> {
  const saved = await Promise.all(
    findings.map((finding) => tx.query({ ...SAVE, values: [...valuesOf(finding), new Date(now)] })),
  );
  return saved.filter(({ rowCount }) => rowCount === 1).length;
}

const valuesOf = (finding: Finding): unknown[] => [
  finding.id,
  finding.realm,
  finding.detector,
  finding.kind,
  finding.severity,
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
  finding.parameters,
  finding.rank,
];

/** Opens the pending findings whose settle window has ended at `now`, and gives how many. */
export async function openSettledFindings(tx: Tx, now: Instant): Promise<number> {
  const { rowCount } = await tx.query(
    `update finding set status = 'open' where status = 'pending' and visible_at <= $1`,
    [new Date(now)],
  );
  return rowCount ?? 0;
}

/** Withdraws findings that later data explained. One that a person has closed stays closed. */
export async function withdrawFindings(tx: Tx, withdrawals: readonly Withdrawal[]): Promise<void> {
  if (withdrawals.length === 0) return;
  await tx.query({
    name: 'withdraw-findings',
    text: `update finding f set status = 'withdrawn', cleared_by = k.by, cleared_at = k.at
      from unnest($1::text[], $2::uuid[], $3::timestamptz[]) as k (id, by, at) where f.id = k.id and f.status in ('pending', 'open')`,
    values: [
      withdrawals.map(({ finding }) => finding),
      withdrawals.map(({ clearedBy }) => clearedBy ?? null),
      withdrawals.map(({ at }) => new Date(at)),
    ],
  });
}
