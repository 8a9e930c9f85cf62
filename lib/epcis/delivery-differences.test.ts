import { expect, test } from 'vitest';
import { parseGtin } from '../gs1/gtin.ts';
import { parseSerial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { instantOf, type OffsetMinutes } from '../kernel/instant.ts';
import { buildObjectEvent } from './build-object-event.ts';
import { type DeliveryDifference, differencesField, differencesIn } from './delivery-differences.ts';
import { parseEvent } from './parse-event.ts';

const gtin = parseGtin('09506000134352');
const serial = parseSerial('A/1');
const at = instantOf(Date.UTC(2026, 10, 20));
if (!gtin.ok || !serial.ok || !at.ok) throw new Error('a test’s own values');
const MISSING: DeliveryDifference = {
  ...{ gtin: gtin.value, serial: serial.value },
  ...{ kind: 'missing', reason: 'damaged' },
};

const read = (differences: Json) => {
  const document = buildObjectEvent({
    ...{ eventTime: at.value, eventTimeZoneOffset: 0 as OffsetMinutes, action: 'OBSERVE', epcList: [] },
    vialog: { differences },
  });
  const parsed = parseEvent(document, undefined);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return differencesIn(parsed.value);
};

test('what a receiver says of a delivery comes back out of the event that says it', () => {
  expect(
    read(differencesField([MISSING, { ...MISSING, kind: 'wrong-batch', reason: 'left-aside' }])),
  ).toEqual([MISSING, { ...MISSING, kind: 'wrong-batch', reason: 'left-aside' }]);
});

test('names packs by their Digital Links, with every word under our namespace', () => {
  expect(differencesField([MISSING])).toEqual([
    {
      'vialog:pack': 'https://id.gs1.org/01/09506000134352/21/A%2F1',
      'vialog:kind': 'missing',
      'vialog:reason': 'damaged',
    },
  ]);
});

test('passes over what others have written there', () => {
  expect(
    read(['text', 7, { 'vialog:pack': 'urn:x:1', 'vialog:kind': 'missing', 'vialog:reason': 'damaged' }]),
  ).toEqual([]);
  expect(
    read([{ pack: 'https://id.gs1.org/01/09506000134352/21/A', kind: 'missing', reason: 'damaged' }]),
  ).toEqual([]);
});
