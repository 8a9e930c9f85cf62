import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hexOf } from '../kernel/bytes.ts';
import { EMPTY_ROOT } from '../ledger/hash.ts';
import {
  commitObservation,
  observationMembership,
  observationsRoot,
  verifyObservation,
} from './observation-commitment.ts';

const saltOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const OBSERVATIONS = [1, 2, 3, 4, 5].map((number) => {
  const [salt, value] = [saltOf(number), { number, mode: 'scan', verdict: 'set-aside' }];
  return { salt, value, commitment: commitObservation(salt, value) };
});
const COMMITMENTS = OBSERVATIONS.map((observation) => observation.commitment);

test('a commitment is SHA-256 of domain, salt, name and canonical value', () => {
  const want = createHash('sha256')
    .update('dpl-observation/v1\0')
    .update(saltOf(1))
    .update('\x0bobservation')
    .update('{"mode":"scan","number":1,"verdict":"set-aside"}')
    .digest('hex');
  expect(hexOf(commitObservation(saltOf(1), { number: 1, mode: 'scan', verdict: 'set-aside' }))).toBe(want);
});

test('the root does not depend on the order of the observations', () => {
  const root = hexOf(observationsRoot(COMMITMENTS));
  expect(hexOf(observationsRoot(COMMITMENTS.toReversed()))).toBe(root);
  expect(hexOf(observationsRoot(COMMITMENTS.slice(1)))).not.toBe(root);
});

test('each is proved by its value, salt and path, and by nothing else', () => {
  const root = observationsRoot(COMMITMENTS);
  for (const { salt, value, commitment } of OBSERVATIONS) {
    const membership = observationMembership(COMMITMENTS, commitment);
    if (!membership) throw new Error('not a member');
    const refused = { ok: false, error: { code: 'membership/not-in-the-root' } };
    expect(verifyObservation({ salt, value }, membership, root).ok).toBe(true);
    expect(verifyObservation({ salt, value: { ...value, mode: 'manual' } }, membership, root)).toEqual(
      refused,
    );
    expect(verifyObservation({ salt: saltOf(9), value }, membership, root)).toEqual(refused);
    expect(verifyObservation({ salt: saltOf(9).slice(1), value }, membership, root)).toEqual({
      ok: false,
      error: { code: 'observation/malformed' },
    });
  }
  expect(observationMembership(COMMITMENTS, EMPTY_ROOT)).toBeUndefined();
});
