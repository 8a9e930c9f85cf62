import { compareBytes, equalBytes, hexOf, utf8Of } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { err, type Result } from '../kernel/result.ts';
import { type Hash, hashOf } from '../ledger/hash.ts';
import { commit, isOpening, type Opening } from './commitment.ts';
import {
  type Membership,
  type MembershipError,
  membershipOf,
  rootOf,
  verifyMembership,
} from './membership.ts';

/** The commitment to one group of an event's fields, under the group's name. */
export interface CommittedField {
  readonly name: string;
  readonly commitment: Hash;
}

export type FieldError = MembershipError | { readonly code: 'field/malformed' };

const DOMAIN = 'dpl-field/v1';

/** The groups of every event. An extension's fields are a group of their own, {@link extensionField}. */
export type FieldName =
  | 'what'
  | 'when'
  | 'where'
  | 'why'
  | 'who'
  | 'quantity'
  | 'document'
  | 'hash'
  | 'declaration'
  | `extension ${string}`;

/** The groups of a statement about a grant, or about an erasure (`event`, `fields`); `what` and `when` are as of events. */
export type StatementFieldName =
  | 'grant'
  | 'parties'
  | 'what'
  | 'purpose'
  | 'when'
  | 'events'
  | 'event'
  | 'fields';

/**
 * The group that holds the fields of an extension's namespace: `extension <namespace>`, or
 * `extension sha256:<hex>` where that is over the 255 bytes of a name.
 */
export function extensionField(namespace: string): FieldName {
  const name: FieldName = `extension ${namespace}`;
  return utf8Of(name).length <= 255 ? name : `extension sha256:${hexOf(hashOf(utf8Of(namespace)))}`;
}

/** Whether a group may be erased: extensions, which no standard and no rule of custody rests on. Whatever names a person belongs there. */
export const isErasable = (name: string): boolean => name.startsWith('extension ');

/**
 * Commits to a group of fields: SHA-256("dpl-field/v1" || 0x00 || salt || u8 length of name || name || JCS(value)).
 * `salt` is 32 random bytes of its own and `value` has no lone surrogates (RFC 8785); anything else throws.
 */
export const commitField = (salt: Uint8Array, name: FieldName | StatementFieldName, value: Json): Hash =>
  commit(DOMAIN, { name, value, salt });

/** The RFC 6962 root over the commitments, sorted by the bytes of their names. A name used twice throws. */
export const payloadRoot = (fields: readonly CommittedField[]): Hash =>
  rootOf(sortedByName(fields).map((field) => field.commitment));

/** Where a field stands under its event's {@link payloadRoot}; `undefined` where the event has no such field. */
export function fieldMembership(fields: readonly CommittedField[], name: FieldName): Membership | undefined {
  const sorted = sortedByName(fields);
  const index = sorted.findIndex((field) => field.name === name);
  return index === -1
    ? undefined
    : membershipOf(
        sorted.map((field) => field.commitment),
        index,
      );
}

/**
 * Checks that an event with this `payload_root` holds the disclosed field. Everything may come from an adversary.
 * Errors: `field/malformed`, `membership/not-in-the-root`.
 */
export function verifyField(opening: Opening, membership: Membership, root: Hash): Result<void, FieldError> {
  if (!isOpening(opening)) return err({ code: 'field/malformed' });
  return verifyMembership(commit(DOMAIN, opening), membership, root);
}

function sortedByName(fields: readonly CommittedField[]): readonly CommittedField[] {
  const keyed = fields.map((field) => ({ field, key: utf8Of(field.name) }));
  keyed.sort((a, b) => compareBytes(a.key, b.key));
  keyed.forEach(({ field, key }, at) => {
    const before = keyed[at - 1];
    if (before && equalBytes(before.key, key)) throw new Error(`two fields named ${field.name}`);
  });
  return keyed.map(({ field }) => field);
}
