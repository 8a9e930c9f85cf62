import type { EpcisEvent } from '../../epcis/epcis-event.ts';
import { fieldGroupsOf } from '../../evidence/event-fields.ts';
import {
  commitField,
  type FieldName,
  payloadRoot,
  type StatementFieldName,
} from '../../evidence/field-commitment.ts';
import { equalBytes } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { HASH_BYTES, type Hash, hashAt } from '../../ledger/hash.ts';
import type { EventToCheck } from '../../store/fsck/event-pages.ts';
import { ownDocumentSha256 } from '../own-document-sha256.ts';
import { type FaultPlace, type FsckFault, faultAt } from './fsck-fault.ts';

/** The commitments of a payload as a row keeps them, with the values that they should open to. */
export interface KeptPayload {
  readonly names: readonly string[];
  readonly salts: Uint8Array;
  readonly commitments: Uint8Array;
  /** By name; `undefined`: what it opens to is not kept here. */
  readonly values: ReadonlyMap<string, Json | undefined>;
  /** The column that the values stand in. */
  readonly column: string;
  /** The groups whose salts must be gone, with their values. */
  readonly erased: readonly string[];
  /** The values are known to be unchanged: then it is the salt that does not fit. */
  readonly isSound: boolean;
}

/** What is wrong with a payload: its names, its commitments against the leaf's root, and each opening. */
export function payloadFaults(kept: KeptPayload, root: Hash, place: FaultPlace): readonly FsckFault[] {
  const { names, salts, commitments, values } = kept;
  const bytes = names.length * HASH_BYTES;
  const isSorted = names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
  if (!isSorted || names.length !== values.size || names.some((name) => !values.has(name)))
    return [faultAt(place, 'payload-names', 'field_names', 'are not the groups of its fields')];
  if (commitments.length !== bytes)
    return [faultAt(place, 'payload-commitments', 'field_commitments', 'are not one for each group')];
  if (salts.length !== bytes)
    return [faultAt(place, 'payload-salts', 'field_salts', 'are not one for each group')];
  const committed = names.map((name, at) => ({ name, commitment: hashAt(commitments, at) }));
  if (!equalBytes(payloadRoot(committed), root))
    return [faultAt(place, 'payload-root', 'field_commitments', 'do not give the payload root of the leaf')];
  return committed.flatMap(({ name, commitment }, at) => {
    const salt = salts.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    if (kept.erased.includes(name))
      return salt.every((byte) => byte === 0)
        ? []
        : [faultAt(place, 'payload-erased', 'field_salts', `of the erased group ${name} is left`)];
    return opens(salt, name, values.get(name), commitment)
      ? []
      : [faultAt(place, 'payload-opening', kept.isSound ? 'field_salts' : kept.column, `group ${name}`)];
  });
}

function opens(salt: Uint8Array, name: string, value: Json | undefined, commitment: Hash): boolean {
  if (value === undefined) return true;
  return equalBytes(commitField(salt, name as FieldName | StatementFieldName, value), commitment);
}

/** The payload of an event. What it came in is opened where the server made it itself; of others only the reporter has the bytes. */
export function eventPayload(row: EventToCheck, event: EpcisEvent, isSound: boolean): KeptPayload {
  const own = ownDocumentSha256(row.document);
  const at = row.field_names.indexOf('document');
  const salt = row.field_salts.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  const isOwn =
    at !== -1 &&
    salt.length === HASH_BYTES &&
    row.field_commitments.length >= (at + 1) * HASH_BYTES &&
    equalBytes(commitField(salt, 'document', own), hashAt(row.field_commitments, at));
  const digests = { eventHash: row.event_hash, documentSha256: own };
  const groups = fieldGroupsOf(event, digests);
  const values = new Map<string, Json | undefined>(groups.map(({ name, value }) => [name, value]));
  if (!isOwn) values.set('document', undefined);
  for (const name of row.erased) values.set(name, undefined);
  const { field_names: names, field_salts: salts, field_commitments: commitments } = row;
  return { names, salts, commitments, values, column: 'document', isSound, erased: row.erased };
}
