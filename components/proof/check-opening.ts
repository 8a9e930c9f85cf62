import {
  type CommittedField,
  commitField,
  type FieldName,
  payloadRoot,
} from '../../lib/evidence/field-commitment.ts';
import { equalBytes, parseHex } from '../../lib/kernel/bytes.ts';
import { err, ok, type Result } from '../../lib/kernel/result.ts';
import { type Hash, parseHash } from '../../lib/ledger/hash.ts';
import type { EventOpening } from '../pack/pack-data.ts';
import type { ProveError, ProvenEvent } from './proof.ts';

/**
 * Checks that the log commits to exactly the fields shown: each opens its commitment, and all commitments together
 * are under `root`, the payload root in the event's leaf.
 */
export function checkOpening(
  { commitments, fields }: EventOpening,
  root: Hash,
): Result<ProvenEvent['fields'], ProveError> {
  const committed: CommittedField[] = [];
  for (const { name, commitment } of commitments) {
    const hash = parseHash(parseHex(commitment) ?? new Uint8Array(0));
    if (!hash) return err({ code: 'prove/fields', field: name });
    committed.push({ name, commitment: hash });
  }
  const names = new Set(committed.map(({ name }) => name));
  if (names.size !== committed.length || !equalBytes(payloadRoot(committed), root)) {
    return err({ code: 'prove/fields', field: 'all' });
  }
  const wrong = fields.find((field) => !opens(field, committed));
  return wrong
    ? err({ code: 'prove/fields', field: wrong.name })
    : ok({ compared: fields.length, of: committed.length });
}

function opens(field: EventOpening['fields'][number], committed: readonly CommittedField[]): boolean {
  const salt = parseHex(field.salt);
  const target = committed.find(({ name }) => name === field.name);
  if (!target || salt?.length !== 32) return false;
  return equalBytes(commitField(salt, field.name as FieldName, field.value), target.commitment);
}
