import { describe, expect, test } from 'vitest';
import { actionOf } from './action-of.ts';
import type { EpcisEvent, EventKind } from './epcis-event.ts';
import { objectsNamed } from './objects-named.ts';
import { parseEvent } from './parse-event.ts';

const CONTEXT = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'];
const WHEN = { eventTime: '2026-11-20T08:00:00Z', eventTimeZoneOffset: '+00:00' };
const CASE = 'urn:epc:id:sscc:0952000.0000000001';
const PACK = 'urn:epc:id:sgtin:0952000.012345.1';
const LOT = { epcClass: 'urn:epc:class:lgtin:0952000.012345.L1', quantity: 3 };

const AGGREGATION = { type: 'AggregationEvent', ...WHEN, action: 'ADD', parentID: CASE, childEPCs: [PACK] };
const ASSOCIATION = { ...AGGREGATION, type: 'AssociationEvent' };
const TRANSACTION = {
  type: 'TransactionEvent',
  ...WHEN,
  action: 'ADD',
  parentID: CASE,
  bizTransactionList: [{ type: 'po', bizTransaction: 'urn:x:po:1' }],
  epcList: [PACK],
};
const TRANSFORMATION = {
  type: 'TransformationEvent',
  ...WHEN,
  inputQuantityList: [LOT],
  outputEPCList: [PACK],
};

const without = (event: object, ...names: readonly string[]): object =>
  Object.fromEntries(Object.entries(event).filter(([name]) => !names.includes(name)));

const faultsOf = (json: unknown): readonly string[] => {
  const parsed = parseEvent(json, CONTEXT);
  return parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} ${path}`);
};

function read(json: object): EpcisEvent {
  const parsed = parseEvent(json, CONTEXT);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

describe('each kind demands its own fields', () => {
  const rows: readonly (readonly [string, object, readonly string[]])[] = [
    ['an aggregation', AGGREGATION, []],
    ['an aggregation without action', without(AGGREGATION, 'action'), ['epcis/required /action']],
    ['an aggregation of nothing', without(AGGREGATION, 'childEPCs'), ['epcis/no-objects /childEPCs']],
    ['an aggregation of an empty list', { ...AGGREGATION, childEPCs: [] }, ['epcis/no-objects /childEPCs']],
    [
      'an aggregation of a batch alone',
      { ...without(AGGREGATION, 'childEPCs'), childQuantityList: [LOT] },
      [],
    ],
    ['a parent that takes nothing out by name', { ...AGGREGATION, action: 'DELETE', childEPCs: [] }, []],
    ['packs put into nothing', without(AGGREGATION, 'parentID'), ['epcis/required /parentID']],
    [
      'packs taken out of nothing',
      { ...without(AGGREGATION, 'parentID'), action: 'DELETE' },
      ['epcis/required /parentID'],
    ],
    ['packs seen together', { ...without(AGGREGATION, 'parentID'), action: 'OBSERVE' }, []],
    ['a parent that is no URI', { ...AGGREGATION, parentID: '7' }, ['epcis/uri /parentID']],
    ['a child twice', { ...AGGREGATION, childEPCs: [PACK, PACK] }, ['epcis/duplicate /childEPCs/1']],
    ['the list of another kind', { ...AGGREGATION, epcList: [PACK] }, ['epcis/unknown-field /epcList']],
    ['instance data of a bond', { ...AGGREGATION, ilmd: {} }, ['epcis/unknown-field /ilmd']],
    [
      'a persistent disposition, which the XSD allows',
      { ...AGGREGATION, persistentDisposition: { set: ['damaged'] } },
      [],
    ],
    ['an association', ASSOCIATION, []],
    [
      'things seen fixed to nothing',
      { ...without(ASSOCIATION, 'parentID'), action: 'OBSERVE' },
      ['epcis/required /parentID'],
    ],
    ['a transaction', TRANSACTION, []],
    [
      'a transaction without its list',
      without(TRANSACTION, 'bizTransactionList'),
      ['epcis/required /bizTransactionList'],
    ],
    [
      'a transaction with none in its list',
      { ...TRANSACTION, bizTransactionList: [] },
      ['epcis/empty-list /bizTransactionList'],
    ],
    ['a transaction of nothing', without(TRANSACTION, 'epcList'), ['epcis/no-objects /epcList']],
    ['a transaction that lets all go', { ...without(TRANSACTION, 'epcList'), action: 'DELETE' }, []],
    ['a transformation', TRANSFORMATION, []],
    [
      'a transformation with an action',
      { ...TRANSFORMATION, action: 'ADD' },
      ['epcis/unknown-field /action'],
    ],
    [
      'a transformation out of nothing',
      without(TRANSFORMATION, 'inputQuantityList'),
      ['epcis/no-objects /inputEPCList'],
    ],
    [
      'a transformation into nothing',
      without(TRANSFORMATION, 'outputEPCList'),
      ['epcis/no-objects /outputEPCList'],
    ],
    [
      'one side of a named transformation',
      { ...without(TRANSFORMATION, 'outputEPCList'), transformationID: 'urn:x:t:1' },
      [],
    ],
    [
      'no side of a named transformation',
      { ...without(TRANSFORMATION, 'inputQuantityList', 'outputEPCList'), transformationID: 'urn:x:t:1' },
      ['epcis/no-objects /inputEPCList'],
    ],
    ['a transformation with instance data', { ...TRANSFORMATION, ilmd: { 'cbvmda:lotNumber': 'L2' } }, []],
  ];
  test.each(rows)('%s', (_what, json, faults) => {
    expect(faultsOf(json)).toEqual(faults);
  });
});

test('every kind names its objects, parents before children and inputs before outputs', () => {
  const named = [AGGREGATION, ASSOCIATION, TRANSACTION, TRANSFORMATION].map((json) =>
    objectsNamed(read(json)),
  );
  const quantity = { ...LOT, uom: undefined };
  expect(named).toEqual([
    { epcs: [CASE, PACK], classes: [] },
    { epcs: [CASE, PACK], classes: [] },
    { epcs: [CASE, PACK], classes: [] },
    { epcs: [PACK], classes: [quantity] },
  ]);
});

test('a transformation brings its outputs into being', () => {
  expect(actionOf(read(TRANSFORMATION))).toBe('ADD');
  expect(actionOf(read({ ...AGGREGATION, action: 'OBSERVE' }))).toBe('OBSERVE');
});

test('a kind that a caller does not take is refused by name', () => {
  const taken = new Set<EventKind>(['ObjectEvent']);
  expect(parseEvent(AGGREGATION, CONTEXT, taken)).toMatchObject({
    ok: false,
    error: [{ code: 'epcis/kind-not-supported', path: '/type' }],
  });
});
