import type { CounterVerdict, Severity } from '../custody/counter/counter-answer.ts';
import type { OrgScope, Realm } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';
import type { Observation, ObservationCode } from './save-observation.ts';
import type { Db } from './transaction.ts';

/** An observation as it is kept. */
export interface StoredObservation extends Observation {
  readonly realm: Realm;
  readonly organisation: Gln;
  readonly location: Gln | undefined;
  /** Opens the commitment in the log. */
  readonly salt: Uint8Array;
}

interface Row {
  readonly id: string;
  readonly realm: Realm;
  readonly at: Date;
  readonly organisation: Gln;
  readonly location: Gln | null;
  readonly device: string | null;
  readonly entry_mode: Observation['entryMode'];
  readonly operation: string;
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot | null;
  readonly expiry: string | null;
  readonly verdict: CounterVerdict;
  readonly code: ObservationCode;
  readonly severity: Severity;
  readonly reasons: Json;
  readonly salt: Buffer;
}

const observationOf = (row: Row): StoredObservation => ({
  id: row.id,
  realm: row.realm,
  at: instantOfDate(row.at),
  organisation: row.organisation,
  location: row.location ?? undefined,
  device: row.device ?? undefined,
  entryMode: row.entry_mode,
  operation: row.operation,
  gtin: row.gtin,
  serial: row.serial,
  lot: row.lot ?? undefined,
  expiry: row.expiry ?? undefined,
  verdict: row.verdict,
  code: row.code,
  severity: row.severity,
  reasons: row.reasons,
  salt: row.salt,
});

const COLUMNS = `o.id, o.realm, o.at, o.organisation, o.location, o.device, o.entry_mode, o.operation, o.gtin, o.serial, o.lot, o.expiry,
  o.verdict, o.code, o.severity, o.reasons, o.salt`;

/** What the scope's own organisation observed of a pack, latest first, `limit` at most. */
export async function loadOwnObservations(
  scope: OrgScope,
  gtin: Gtin,
  serial: Serial,
  limit: number,
): Promise<readonly StoredObservation[]> {
  const { rows } = await pool().query<Row>({
    name: 'own-observations',
    text: `select ${COLUMNS} from observation o where o.realm = $1 and o.gtin = $2 and o.serial = $3 and o.organisation = $4
      order by o.at desc, o.id limit $5`,
    values: [scope.realm, gtin, serial, scope.organisation, limit],
  });
  return rows.map(observationOf);
}

/** What the scope's place observed since `since`, latest first; a scope of the whole organisation asks of all its places. */
export async function loadPlaceObservations(
  scope: OrgScope,
  since: Instant,
  limit: number,
): Promise<readonly StoredObservation[]> {
  const { rows } = await pool().query<Row>({
    name: 'place-observations',
    text: `select ${COLUMNS} from observation o where o.realm = $1 and o.organisation = $2 and ($3::text is null or o.location = $3)
        and o.at >= $4 order by o.at desc, o.id limit $5`,
    values: [scope.realm, scope.organisation, scope.location, new Date(since), limit],
  });
  return rows.map(observationOf);
}

/**
 * Observations of organisations that the leaf named `leafEvent` covers, for the detectors, in the order of the leaf. No scope stands
 * before it. Checks by the public are left out: anybody may make any number of them up.
 */
export async function loadObservationsOfLeaf(
  db: Db,
  leafEvent: string,
): Promise<readonly StoredObservation[]> {
  const { rows } = await db.query<Row>({
    name: 'observations-of-leaf',
    text: `select ${COLUMNS} from ledger.observation_member m join observation o on o.id = m.observation
      where m.leaf_event = $1 and o.organisation is not null order by m.ord`,
    values: [leafEvent],
  });
  return rows.map(observationOf);
}
