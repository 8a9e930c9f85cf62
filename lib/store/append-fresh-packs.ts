import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef, PackState } from '../custody/pack-state.ts';
import { canonicalUriOf } from '../gs1/gs1-id.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Serial } from '../gs1/serial.ts';
import { placeColumnsOf } from './place-columns.ts';
import { packStateText } from './state-columns.ts';
import type { Tx } from './transaction.ts';

/** Packs of one product that nobody has named before, with the state that one event gives all of them. */
export interface FreshPacks {
  readonly event: EventRef;
  readonly gtin: Gtin;
  readonly packs: readonly { readonly serial: Serial; readonly uri: string }[];
  readonly state: PackState;
}

/**
 * Every pack of a commissioning has the same state: it is sent once, and only the serial numbers one by one. Without ON CONFLICT, which
 * looks for each row in vain first: one that is there after all ends the statement, and the caller's savepoint.
 */
const APPEND = {
  name: 'append-fresh-packs',
  text: `with
  named as (
    insert into event_object (realm, uri, counter, event, effect)
    select $1::smallint, $2 || k.encoded, 1, $3::uuid, 'applied' from unnest($4::text[]) as k (encoded)),
  packs as (
    insert into pack (realm, gtin, serial, counter, status, lot, expiry, holder, consignee, location, state, head_event)
    select $1::smallint, $5::text, k.serial, 1, $6::text, $7::text, $8::date, $9::text, $10::text, $11::text, $12::jsonb, $3::uuid
      from unnest($13::text[]) as k (serial))
  update batch set commissioned = true where realm = $1 and gtin = $5 and lot = $7 and not commissioned`,
};

const UNIQUE_VIOLATION = '23505';

/** Writes packs for the first time. False where one of them is there already: then nothing more may be asked of `tx` but a rollback. */
export async function appendFreshPacks(
  tx: Tx,
  scope: OrgScope,
  { event, gtin, packs, state }: FreshPacks,
): Promise<boolean> {
  const { holder, consignee, location } = placeColumnsOf(state);
  const prefix = `${canonicalUriOf({ key: { ai: '01', value: gtin } })}/21/`;
  const values = [
    ...[scope.realm, prefix, event, packs.map(({ uri }) => uri.slice(prefix.length)), gtin],
    ...[state.status, state.lot ?? null, state.expiry ?? null, holder, consignee, location],
    ...[packStateText(state), packs.map(({ serial }) => serial)],
  ];
  try {
    await tx.query({ ...APPEND, values });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}
