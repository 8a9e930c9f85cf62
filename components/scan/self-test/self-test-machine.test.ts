import { expect, test } from 'vitest';
import { SELF_TEST_SYMBOLS } from '../../../lib/scan/self-test-symbol.ts';
import { scannedInto, type Workstation } from '../../../lib/scan/typing-scanner-in-tests.ts';
import { afterScan, type SelfTestState } from './self-test-machine.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const START: SelfTestState = { at: 'first' };

const played = (workstation: Workstation, texts = SELF_TEST_SYMBOLS.map(({ text }) => text)): SelfTestState =>
  texts.reduce<SelfTestState>((state, text) => afterScan(state, scannedInto(workstation, text), NOW), START);

const WELL_SET: Workstation = { scanner: 'german', computer: 'german', identifier: true };

test('a well set scanner passes after three scans', () => {
  const state = played(WELL_SET);
  expect(state).toMatchObject({ at: 'done', findings: [] });
  expect('profile' in state && state.profile?.madeAt).toBe(NOW);
});

test('a scanner of another language is learnt, and told of', () => {
  expect(played({ ...WELL_SET, scanner: 'us' })).toMatchObject({
    at: 'done',
    findings: [{ code: 'self-test/keyboard-layout', scanner: 'us', host: 'german' }],
    profile: { version: 1 },
  });
});

test('a scanner that drops separators ends the test after two scans, and nothing is kept', () => {
  const state = played({ ...WELL_SET, separator: 'none' });
  expect(state).toMatchObject({ at: 'done', findings: [{ code: 'self-test/separator-lost' }] });
  expect('profile' in state && state.profile).toBeFalsy();
});

test('codes scanned in another order prove nothing', () => {
  const [first, second] = SELF_TEST_SYMBOLS;
  expect(played(WELL_SET, [second.text, first.text])).toMatchObject({
    at: 'done',
    findings: [{ code: 'self-test/unreadable' }],
  });
  const state = played(WELL_SET, [first.text, second.text, first.text]);
  expect(state).toMatchObject({ at: 'done', findings: [{ code: 'self-test/proof-failed' }] });
  expect('profile' in state && state.profile).toBeFalsy();
});
