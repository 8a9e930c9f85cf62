import { expect, test } from 'vitest';
import { CLOSED_GATE, passSighting, resumeGate } from './camera-gate.ts';
import type { Sighting } from './sighting.ts';
import { sightingOf } from './sighting-of.ts';

const DATAMATRIX = sightingOf('0109506000134352', ']d2');
const BARCODE = sightingOf('9506000134352', ']E0');

const passesAt = (seen: Sighting, times: readonly number[]): readonly number[] => {
  let gate = CLOSED_GATE;
  return times.filter((nowMs) => {
    const next = passSighting(gate, seen, nowMs);
    gate = next.gate;
    return next.pass;
  });
};

const every = (stepMs: number, count: number) => Array.from({ length: count }, (_, at) => at * stepMs);

test('a code that lies in view for a minute is one scan', () => {
  expect(passesAt(DATAMATRIX, every(120, 500))).toEqual([0]);
});

test('a code that was out of view and comes back is another scan', () => {
  expect(passesAt(DATAMATRIX, [0, 120, 240, 4000])).toEqual([0, 4000]);
});

test('another pack is a scan at once', () => {
  const first = passSighting(CLOSED_GATE, DATAMATRIX, 0);
  expect(passSighting(first.gate, { ...DATAMATRIX, text: '0109506003640492' }, 120).pass).toBe(true);
});

test('a pack that still lies in view after its verdict was read is not another scan', () => {
  const first = passSighting(CLOSED_GATE, DATAMATRIX, 0);
  const minuteLater = resumeGate(first.gate, 60_000);
  expect(passSighting(minuteLater, DATAMATRIX, 60_100).pass).toBe(false);
});

test('the product barcode is told of only when it alone stays in view', () => {
  expect(passesAt(BARCODE, every(120, 7))).toEqual([]);
  expect(passesAt(BARCODE, every(120, 12))).toEqual([840]);
  expect(passesAt(BARCODE, every(2000, 12))).toEqual([]);
});

test('a square code that is no sound GS1 data is taken when two looks agree', () => {
  const plain = sightingOf('0109506003640492', ']d1');
  expect(passesAt(plain, every(120, 4))).toEqual([120]);
  expect(passesAt(sightingOf('0109506000134351', ']d2'), every(120, 4))).toEqual([120]);
});

test('a case’s bar code is taken when three looks agree', () => {
  const sscc = sightingOf('00009506005724629331', ']C1');
  expect(passesAt(sscc, every(120, 5))).toEqual([240]);
});
