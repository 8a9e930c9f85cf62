import { randomBytes } from 'node:crypto';
import {
  commitField,
  type FieldName,
  payloadRoot,
  type StatementFieldName,
} from '../evidence/field-commitment.ts';
import { concatBytes } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Hash } from '../ledger/hash.ts';
import type { FieldCommitments } from './event-record.ts';

const SALT_BYTES = 32;

/** One group of fields that a leaf commits to. */
interface FieldToSeal {
  readonly name: FieldName | StatementFieldName;
  readonly value: Json;
}

/** The root that goes into a leaf, and what is kept to open it. */
export interface SealedFields {
  readonly root: Hash;
  readonly kept: FieldCommitments;
}

/** Commits to groups of fields, with fresh salts but where `given` holds as many as they need. */
export function sealFields(groups: readonly FieldToSeal[], given?: Uint8Array): SealedFields {
  const sorted = groups.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const length = SALT_BYTES * sorted.length;
  const salts = given?.length === length ? given : randomBytes(length);
  const committed = sorted.map(({ name, value }, at) => {
    const salt = salts.subarray(at * SALT_BYTES, (at + 1) * SALT_BYTES);
    return { name, commitment: commitField(salt, name, value) };
  });
  const kept: FieldCommitments = {
    names: committed.map(({ name }) => name),
    salts,
    commitments: concatBytes(...committed.map(({ commitment }) => commitment)),
  };
  return { root: payloadRoot(committed), kept };
}
