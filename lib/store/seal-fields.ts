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

/** Commits to groups of fields with fresh salts: the root that goes into the leaf, and what is kept to open it. */
export function sealFields(groups: readonly FieldToSeal[]): {
  readonly root: Hash;
  readonly kept: FieldCommitments;
} {
  const sorted = groups.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const salts = randomBytes(SALT_BYTES * sorted.length);
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
