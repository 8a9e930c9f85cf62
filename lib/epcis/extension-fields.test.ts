import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Json } from '../kernel/canonical-json.ts';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { ilmdLotAndExpiry } from './ilmd-lot-and-expiry.ts';
import { parseCaptureDocument } from './parse-capture-document.ts';
import { parseEvent } from './parse-event.ts';
import { vialogExtension } from './vialog-extension.ts';
import { VIALOG_NAMESPACE } from './vialog-namespace.ts';

function read(members: object, context: Json = []) {
  const event = {
    type: 'ObjectEvent',
    eventTime: '2026-11-20T08:00:00Z',
    eventTimeZoneOffset: '+00:00',
    action: 'ADD',
    epcList: ['urn:x:1'],
    ...members,
  };
  const parsed = parseEvent(event, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

describe('batch and expiry of a commissioning', () => {
  test.each([
    ['cbvmda', []],
    ['cbvmda', [{ cbvmda: 'urn:epcglobal:cbv:mda' }]],
    ['cbvmda', [{ cbvmda: 'urn:epcglobal:cbv:mda:' }]],
    ['md', [{ md: 'urn:epcglobal:cbv:mda#' }]],
    ['md', [{ md: 'https://ref.gs1.org/cbv/mda/' }]],
    ['urn:epcglobal:cbv:mda', []],
  ])('under the prefix %s of %j', (prefix, context) => {
    const ilmd = { [`${prefix}:lotNumber`]: 'L-7', [`${prefix}:itemExpirationDate`]: '2028-05-31' };
    expect(ilmdLotAndExpiry(read({ ilmd }, context))).toEqual({ lot: 'L-7', expiry: '2028-05-31' });
  });

  test("somebody else's lotNumber is not ours to read", () => {
    const ilmd = { 'x:lotNumber': 'L-7', 'cbvmda:itemExpirationDate': '2028-02-30' };
    expect(ilmdLotAndExpiry(read({ ilmd }))).toEqual({ lot: undefined, expiry: undefined });
    expect(ilmdLotAndExpiry(read({}))).toEqual({ lot: undefined, expiry: undefined });
  });

  test('as text beside XML attributes, as a number, and with a time behind the date', () => {
    const ilmd = {
      'cbvmda:lotNumber': { '#text': 'L-8' },
      'cbvmda:itemExpirationDate': '2028-05-31T00:00:00Z',
    };
    expect(ilmdLotAndExpiry(read({ ilmd }))).toEqual({ lot: 'L-8', expiry: '2028-05-31' });
    expect(ilmdLotAndExpiry(read({ ilmd: { 'cbvmda:lotNumber': 77 } })).lot).toBe('77');
  });

  test.skipIf(!haveVectors)(`a published event of all fields names its lot${vectorsNote}`, () => {
    const path =
      'epcis/gs1-epcis/json-2.0/WithFullCombinationOfFields/object_event_all_possible_fields.jsonld';
    const parsed = parseCaptureDocument(JSON.parse(readFileSync(vectorPath(path), 'utf8')));
    expect(parsed.ok && parsed.value.events.map(ilmdLotAndExpiry)).toEqual([
      { lot: 'ABC123', expiry: undefined },
    ]);
  });
});

describe('fields of our own namespace', () => {
  test('are found under any prefix and in full', () => {
    expect(vialogExtension(read({ 'v:reason': 'sample' }, [{ v: VIALOG_NAMESPACE }]), 'reason')).toBe(
      'sample',
    );
    expect(vialogExtension(read({ [`${VIALOG_NAMESPACE}reach`]: ['DE', 'AT'] }), 'reach')).toEqual([
      'DE',
      'AT',
    ]);
  });

  test('are not found under our prefix when it is bound to nothing or to another namespace', () => {
    expect(vialogExtension(read({ 'vialog:reason': 'sample' }), 'reason')).toBeUndefined();
    const elsewhere = read({ 'vialog:reason': 'sample' }, [{ vialog: 'https://example.com/' }]);
    expect(vialogExtension(elsewhere, 'reason')).toBeUndefined();
  });
});
