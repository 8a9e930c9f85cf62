import type { AuthorityCode } from '../custody/authority/authority-codes.ts';
import type { CounterVerdict, Severity } from '../custody/counter/counter-answer.ts';
import type { CounterCode } from '../custody/counter/counter-codes.ts';
import type { CustodyCode } from '../custody/custody-codes.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { pool } from './pool.ts';
import type { Db } from './transaction.ts';

/** What decided: the counter's table, or why the attempt was refused whatever the state of the pack. */
export type ObservationCode = CounterCode | AuthorityCode | CustodyCode;

/** A verification or a refused attempt, as custody.md 3 wants it kept. */
export interface Observation {
  /** The operation's id, 32 hex digits. */
  readonly id: string;
  readonly at: Instant;
  readonly device: string | undefined;
  readonly entryMode: 'scan' | 'manual';
  /** `verify`, `history`, the state change that was refused, or `capture` for an event that was. */
  readonly operation: string;
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot | undefined;
  /** As read: YYMMDD. */
  readonly expiry: string | undefined;
  readonly verdict: CounterVerdict;
  readonly code: ObservationCode;
  readonly severity: Severity;
  /** Every reason of the verdict with its facts, for the detectors. */
  readonly reasons: Json;
}

/** The observation's place in the log: a salted commitment that the next observations leaf covers. */
export interface ObservationSeal {
  /** 32 bytes. */
  readonly salt: Uint8Array;
  /** 32 bytes. */
  readonly commitment: Uint8Array;
}

const SAVE = {
  name: 'save-observation',
  text: `with o as (
      insert into observation (id, realm, at, organisation, location, device, entry_mode, operation, gtin, serial, lot, expiry,
        verdict, code, severity, salt, reasons)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $18) on conflict (id) do nothing returning id)
    insert into ledger.observation_pending (observation, commitment) select id, $17 from o`,
};

/**
 * Keeps an observation and queues its commitment for the log, in one round trip and, without `db`, in a transaction of its own.
 * Durable when it resolves. False where an observation of this id is kept already; nothing is changed then.
 */
export async function saveObservation(
  scope: OrgScope,
  observation: Observation,
  seal: ObservationSeal,
  db: Db = pool(),
): Promise<boolean> {
  const { rowCount } = await db.query({
    ...SAVE,
    values: [
      observation.id,
      scope.realm,
      new Date(observation.at),
      scope.organisation,
      scope.location,
      observation.device,
      observation.entryMode,
      observation.operation,
      observation.gtin,
      observation.serial,
      observation.lot,
      observation.expiry,
      observation.verdict,
      observation.code,
      observation.severity,
      seal.salt,
      seal.commitment,
      JSON.stringify(observation.reasons),
    ],
  });
  return rowCount === 1;
}
