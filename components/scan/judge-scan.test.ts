import { expect, test } from 'vitest';
import { judgeScan } from './judge-scan.ts';
import { checkManualEntry } from './manual-entry-check.ts';
import { markedText } from './marked-text.ts';

const WEDGE = { source: 'wedge', thisYear: 2026 } as const;

test('a whole code is a pack, read by a scanner', () => {
  const judged = judgeScan('010950600013435217280531' + '10ABC123\u001d21SN0001', WEDGE);
  expect(judged).toEqual({
    kind: 'pack',
    pack: { gtin: '09506000134352', serial: 'SN0001', batch: 'ABC123', expiry: '280531', mode: 'scan' },
  });
});

test('a code without batch and expiry is not sent, and keeps what it said', () => {
  const judged = judgeScan('010950600013435221SN0001', { ...WEDGE, source: 'camera' });
  expect(judged).toMatchObject({ kind: 'incomplete', known: { serial: 'SN0001', batch: '', expiry: '' } });
});

test('the code of a case is told from that of a pack', () => {
  expect(judgeScan('00095060001343520004', { ...WEDGE, source: 'camera' }).kind).not.toBe('pack');
});

test('a code whose separator was lost is a fault with its place', () => {
  const judged = judgeScan('010950600013435217280531' + '10ABC12321SN0001', WEDGE);
  expect(judged.kind).toBe('fault');
});

test('typing forgives blanks between groups and nothing else', () => {
  const typed = { gtin: '0 9506000 13435 2', serial: ' SN0001 ', batch: 'ABC123', expiry: '28 05 31' };
  expect(checkManualEntry(typed, 2026)).toEqual({
    ok: true,
    value: { gtin: '09506000134352', serial: 'SN0001', batch: 'ABC123', expiry: '280531', mode: 'manual' },
  });
});

test('every field with a fault says its own', () => {
  const typed = { gtin: '9506000134351', serial: 'SN 0001', batch: '', expiry: '281331' };
  const checked = checkManualEntry(typed, 2026);
  expect(checked).toMatchObject({
    ok: false,
    error: {
      gtin: { code: 'gtin/check-digit', want: 2 },
      serial: { code: 'serial/character', at: 2 },
      batch: { code: 'lot/empty' },
      expiry: { code: 'expiry/month' },
    },
  });
});

test('what was read is shown with the separator by name and the faulty characters apart', () => {
  const pieces = markedText('AB\u001dC^D', 4, 1);
  expect(pieces.map(({ text }) => text)).toEqual(['AB', 'GS', 'C', '^', 'D']);
  expect(pieces.filter(({ faulty }) => faulty).map(({ text }) => text)).toEqual(['^']);
  expect(pieces.filter(({ named }) => named).map(({ text }) => text)).toEqual(['GS']);
});

test('a missing character is an empty place between its neighbours', () => {
  expect(markedText('AB', 1, 0).map(({ text, faulty }) => [text, faulty])).toEqual([
    ['A', false],
    ['', true],
    ['B', false],
  ]);
});
