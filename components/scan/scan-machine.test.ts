import { expect, test } from 'vitest';
import type { PackAnswer, PackOutcome, Verdict } from './pack-answer.ts';
import { nextScanState, questionOf, type ScanAction, type ScanEntry, START } from './scan-machine.ts';

const entry = (requestId: string, serial = 'SN0001'): ScanEntry => ({
  requestId,
  pack: { gtin: '09506000134352', serial, batch: 'ABC123', expiry: '280531', mode: 'scan' },
  at: '2026-11-20T10:00:00Z',
});

const answerWith = (verdict: Verdict): PackAnswer => ({
  operation: 'op',
  verdict,
  reasons: [],
  state: 'active',
  packState: 'active',
  batchState: 'released',
  productState: 'marketed',
  product: { gtin: '09506000134352', name: 'Demo' },
  batch: 'ABC123',
  expiry: '2028-05-31',
  alert: { raised: false, id: null, visibleTo: [] },
  ledger: { status: 'recorded', index: null, receipt: null },
});

const good = (verdict: Verdict, status: 200 | 404 | 409 = 200): PackOutcome => ({
  kind: 'answer',
  status,
  answer: answerWith(verdict),
});

const NO_CONNECTION: PackOutcome = {
  kind: 'problem',
  problem: { code: 'scan/no-connection', title: 'No connection' },
};

const supply = { requestId: 'c1', target: 'supplied', reason: undefined } as const;

const run = (...actions: readonly ScanAction[]) => actions.reduce(nextScanState, START);

test('a scan is asked for at once, and its answer shown', () => {
  const asked = run({ do: 'read', entry: entry('r1') });
  expect(questionOf(asked.stage)?.requestId).toBe('r1');
  const judged = nextScanState(asked, { do: 'answered', requestId: 'r1', outcome: good('supply') });
  expect(judged.stage.at).toBe('judged');
  expect(questionOf(judged.stage)).toBeUndefined();
});

test('supplying asks again under an id of its own, and ends in changed', () => {
  const state = run(
    { do: 'read', entry: entry('r1') },
    { do: 'answered', requestId: 'r1', outcome: good('supply') },
    { do: 'change', change: supply },
  );
  expect(questionOf(state.stage)?.requestId).toBe('c1');
  const done = nextScanState(state, { do: 'answered', requestId: 'c1', outcome: good('supply') });
  expect(done.stage.at).toBe('changed');
});

test('a supply that is refused shows the new verdict, never a success', () => {
  const state = run(
    { do: 'read', entry: entry('r1') },
    { do: 'answered', requestId: 'r1', outcome: good('supply') },
    { do: 'change', change: supply },
    { do: 'answered', requestId: 'c1', outcome: good('set-aside', 409) },
  );
  expect(state.stage).toMatchObject({ at: 'judged', answer: { verdict: 'set-aside' } });
});

test('an answer that comes for an older question changes nothing', () => {
  const state = run(
    { do: 'read', entry: entry('r1') },
    { do: 'answered', requestId: 'r1', outcome: good('set-aside') },
    { do: 'read', entry: entry('r2') },
    { do: 'answered', requestId: 'r1', outcome: good('supply') },
  );
  expect(state.stage).toMatchObject({ at: 'asking', entry: { requestId: 'r2' } });
});

test('another pack read while one may be supplied waits its turn', () => {
  const state = run(
    { do: 'read', entry: entry('r1') },
    { do: 'answered', requestId: 'r1', outcome: good('supply') },
    { do: 'read', entry: entry('r2', 'SN0002') },
  );
  expect(state.stage.at).toBe('judged');
  expect(state.waiting?.requestId).toBe('r2');
  expect(nextScanState(state, { do: 'next' })).toMatchObject({
    stage: { at: 'asking', entry: { requestId: 'r2' } },
    waiting: undefined,
  });
});

test('the same pack read twice by a twitching trigger does not wait for itself', () => {
  const state = run(
    { do: 'read', entry: entry('r1') },
    { do: 'answered', requestId: 'r1', outcome: good('supply') },
    { do: 'read', entry: entry('r2') },
  );
  expect(state.waiting).toBeUndefined();
});

test('a pack to be set aside or scanned again gives way to the next scan', () => {
  for (const verdict of ['rescan', 'set-aside'] as const) {
    const state = run(
      { do: 'read', entry: entry('r1') },
      { do: 'answered', requestId: 'r1', outcome: good(verdict) },
      { do: 'read', entry: entry('r2') },
    );
    expect(state.stage).toMatchObject({ at: 'asking', entry: { requestId: 'r2' } });
  }
});

test('a misread never takes a question or a supply verdict off the screen', () => {
  const misread: ScanAction = { do: 'misread', why: { kind: 'other', read: '00...' } };
  expect(run({ do: 'read', entry: entry('r1') }, misread).stage.at).toBe('asking');
  const judged = run(
    { do: 'read', entry: entry('r1') },
    { do: 'answered', requestId: 'r1', outcome: good('supply') },
    misread,
  );
  expect(judged.stage.at).toBe('judged');
  expect(run(misread).stage.at).toBe('unread');
});

test('without an answer the pack stays, and is asked for again under the same id', () => {
  const failed = run(
    { do: 'read', entry: entry('r1') },
    { do: 'answered', requestId: 'r1', outcome: NO_CONNECTION },
  );
  expect(failed.stage.at).toBe('failed');
  expect(questionOf(nextScanState(failed, { do: 'retry' }).stage)?.requestId).toBe('r1');
});

test('a supply whose answer was lost is retried as the same supply, which records nothing twice', () => {
  const failed = run(
    { do: 'read', entry: entry('r1') },
    { do: 'answered', requestId: 'r1', outcome: good('supply') },
    { do: 'change', change: supply },
    { do: 'answered', requestId: 'c1', outcome: NO_CONNECTION },
  );
  const again = nextScanState(failed, { do: 'retry' });
  expect(questionOf(again.stage)).toMatchObject({ requestId: 'c1', change: { target: 'supplied' } });
});

test('nothing moves on while a question is open', () => {
  const asking = run({ do: 'read', entry: entry('r1') });
  expect(nextScanState(asking, { do: 'next' })).toBe(asking);
});
