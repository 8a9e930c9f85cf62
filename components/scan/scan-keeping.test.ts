import { expect, test } from 'vitest';
import { scanTexts } from '../texts/en/scan.ts';
import type { PackAnswer } from './pack-answer.ts';
import type { ScanEntry } from './scan-machine.ts';
import { DEFAULT_SETTINGS, parseSettings } from './scan-settings.ts';
import { rowsAnswered, rowsAsked, rowsKept, rowsSetAside, rowsSettled, undoOf } from './session-rows.ts';

const ENTRY: ScanEntry = {
  requestId: 'r1',
  pack: { gtin: '09506000134352', serial: 'SN0001', batch: 'ABC123', expiry: '280531', mode: 'scan' },
  at: '2026-11-20T10:00:00Z',
};

const ANSWER: PackAnswer = {
  operation: 'op',
  verdict: 'supply',
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
};

test.each([null, '', 'x', '7', '{"sound":"loud"}'])(
  'settings that cannot be read (%s) take their defaults',
  (text) => {
    expect(parseSettings(text)).toEqual(DEFAULT_SETTINGS);
  },
);

test('a setting that was kept is kept', () => {
  expect(parseSettings('{"sound":false,"nextScan":"finish"}')).toEqual({
    ...DEFAULT_SETTINGS,
    sound: false,
    nextScan: 'finish',
  });
});

test('a pack is one line of the session from reading to supply, and says until when it may be undone', () => {
  const asked = rowsAsked(rowsAsked([], ENTRY), ENTRY);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ progress: 'sent', verdict: null });
  const nowMs = Date.UTC(2026, 10, 20);
  const change = { requestId: 'c1', target: 'supplied', reason: undefined } as const;
  const done = rowsAnswered(asked, 'r1', ANSWER, { change, nowMs });
  expect(done[0]).toMatchObject({
    progress: 'answered',
    verdict: 'supply',
    target: 'supplied',
    undoUntil: '2026-11-30T00:00:00.000Z',
    ledger: { status: 'recorded' },
  });
  const undone = rowsAnswered(done, 'r1', ANSWER, { change: { ...change, target: 'active' }, nowMs });
  expect(undone[0]).toMatchObject({ target: 'active', undoUntil: null });
});

test('a pack without an answer is shown as kept, one in the quarantine box as set aside', () => {
  const rows = rowsAsked([], ENTRY);
  expect(rowsKept(rows, 'r1')[0]?.progress).toBe('kept');
  expect(rowsSetAside(rows, 'r1')[0]?.progress).toBe('set-aside');
});

test('a pack that the device decided is kept until the register has it', () => {
  const offline = { mayGoOn: false, listMadeAt: null, decidedAt: null };
  const kept = rowsAnswered(rowsAsked([], ENTRY), 'r1', { ...ANSWER, offline }, undefined);
  expect(kept[0]).toMatchObject({ progress: 'kept', verdict: 'supply' });
  const { gtin, serial } = ENTRY.pack;
  expect(rowsSettled(kept, new Set([`${gtin}/${serial}`]))[0]?.progress).toBe('kept');
  expect(rowsSettled(kept, new Set())[0]?.progress).toBe('answered');
});

test('a supply says how many days are left to undo it, and after ten days that they are over', () => {
  const nowMs = Date.UTC(2026, 10, 20);
  const change = { requestId: 'c1', target: 'supplied', reason: undefined } as const;
  const [row] = rowsAnswered(rowsAsked([], ENTRY), 'r1', ANSWER, { change, nowMs });
  const [verified] = rowsAnswered(rowsAsked([], ENTRY), 'r1', ANSWER, undefined);
  if (!row || !verified) throw new Error('a line');
  const said = (afterDays: number) => {
    const at = nowMs + afterDays * 86_400_000;
    const until = undoOf(row, at);
    return typeof until === 'number' ? scanTexts.undoLeft(until, at) : until;
  };
  expect([0, 0.01, 8.5, 9, 9.99].map(said)).toEqual([
    '10 days left',
    '10 days left',
    '2 days left',
    '1 day left',
    '1 day left',
  ]);
  expect([10, 10.01, 100].map(said)).toEqual(['over', 'over', 'over']);
  expect(undoOf(verified, nowMs)).toBeUndefined();
  const [undone] = rowsAnswered([row], 'r1', ANSWER, { change: { ...change, target: 'active' }, nowMs });
  expect(undone && undoOf(undone, nowMs)).toBeUndefined();
});
