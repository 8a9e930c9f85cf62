import type { OrgScope } from '../custody/org-scope.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { instantText } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';

/** An observation with what the log commits to: its value as it was sealed, and all commitments of its leaf. */
export interface SealedObservation {
  /** The observations leaf that covers it. */
  readonly leafEvent: string;
  readonly value: Json;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
  /** Of everything under the same leaf. */
  readonly all: readonly Uint8Array[];
}

interface Row {
  readonly leaf_event: string;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
  readonly all: readonly Uint8Array[];
  readonly at: Date;
  readonly value: Readonly<Record<string, Json>>;
}

/**
 * Those of the observations that the reader may see whole and that the log covers: its own, and to a regulator those made in its country
 * (custody.md 6).
 */
export async function loadSealedObservations(
  { realm, organisation, organisationRole, country }: OrgScope,
  ids: readonly string[],
): Promise<readonly SealedObservation[]> {
  const { rows } = await pool().query<Row>({
    name: 'sealed-observations',
    text: `select m.leaf_event, o.salt, m.commitment, o.at,
        array(select a.commitment from ledger.observation_member a where a.leaf_event = m.leaf_event order by a.ord) as all,
        json_build_object('id', replace(o.id::text, '-', ''), 'device', o.device, 'entryMode', o.entry_mode, 'operation', o.operation,
          'gtin', o.gtin, 'serial', o.serial, 'lot', o.lot, 'expiry', o.expiry, 'verdict', o.verdict, 'code', o.code,
          'severity', o.severity, 'reasons', o.reasons, 'organisation', o.organisation, 'location', o.location) as value
      from observation o join ledger.observation_member m on m.observation = o.id
      where o.id = any ($1::uuid[]) and o.realm = $2
        and (o.organisation = $3 or ($4 and exists (select from location l where l.gln = o.location and l.country = $5)))
      order by o.at, o.id`,
    values: [ids, realm, organisation, organisationRole === 'regulator', country],
  });
  return rows.map(({ leaf_event: leafEvent, salt, commitment, all, at, value }) => ({
    ...{ leafEvent, salt, commitment, all },
    value: { ...value, at: instantText(instantOfDate(at)) },
  }));
}
