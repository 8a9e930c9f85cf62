import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObjectEvent } from './epcis-event.ts';
import { parseEvent } from './parse-event.ts';

const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { ext: 'https://example.com/' },
];

const EVENT = {
  type: 'ObjectEvent',
  eventTime: '2026-11-20T08:00:00.250+01:00',
  eventTimeZoneOffset: '+01:00',
  action: 'ADD',
  epcList: ['https://id.gs1.org/01/09520001234569/21/1'],
};

function faultsOf(json: unknown): readonly string[] {
  const parsed = parseEvent(json, CONTEXT);
  return parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} ${path}`);
}

function read(members: object): ObjectEvent {
  const parsed = parseEvent({ ...EVENT, ...members }, CONTEXT);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  if (parsed.value.type !== 'ObjectEvent') throw new Error(parsed.value.type);
  return parsed.value;
}

describe('a fault of an event is told with its code and place', () => {
  const report = (members: object) => ({
    sensorElementList: [{ sensorReport: [{ type: 'Mass', ...members }] }],
  });
  const rows: readonly (readonly [string, object, readonly string[]])[] = [
    ['an unprefixed field', { colour: 'red' }, ['epcis/unknown-field /colour']],
    ['the draft name of type', { isA: 'ObjectEvent' }, ['epcis/unknown-field /isA']],
    ['a name with a slash', { 'a/b': 1 }, ['epcis/unknown-field /a~1b']],
    ['an eventID that is no URI', { eventID: '17' }, ['epcis/uri /eventID']],
    ['a time without a zone', { eventTime: '2026-11-20T08:00:00' }, ['epcis/date-time /eventTime']],
    ['a day that is not', { eventTime: '2026-02-30T08:00:00Z' }, ['epcis/date-time /eventTime']],
    ['a time that is a number', { eventTime: 1_700_000_000 }, ['epcis/not-text /eventTime']],
    ['an offset beyond 14 hours', { eventTimeZoneOffset: '+14:01' }, ['epcis/offset /eventTimeZoneOffset']],
    ['an offset that is Z', { eventTimeZoneOffset: 'Z' }, ['epcis/offset /eventTimeZoneOffset']],
    ['an epcList that is text', { epcList: 'urn:x:1' }, ['epcis/not-a-list /epcList']],
    ['an EPC twice', { epcList: ['urn:x:1', 'urn:x:2', 'urn:x:1'] }, ['epcis/duplicate /epcList/2']],
    [
      'an EPC longer than any index takes',
      { epcList: [`urn:x:${'1'.repeat(1_995)}`] },
      ['epcis/uri /epcList/0'],
    ],
    ['an eventID as long', { eventID: `urn:x:${'1'.repeat(1_995)}` }, ['epcis/uri /eventID']],
    ['an EPC with a space', { epcList: ['urn:x:1 2'] }, ['epcis/uri /epcList/0']],
    [
      'a class without epcClass',
      { quantityList: [{ quantity: 1 }] },
      ['epcis/required /quantityList/0/epcClass'],
    ],
    [
      'a unit in words',
      { quantityList: [{ epcClass: 'urn:x:1', uom: 'box' }] },
      ['epcis/value /quantityList/0/uom'],
    ],
    [
      'an extended quantity',
      { quantityList: [{ epcClass: 'urn:x:1', 'a:b': 1 }] },
      ['epcis/unknown-field /quantityList/0/a:b'],
    ],
    ['an unknown step', { bizStep: 'teleporting' }, ['epcis/value /bizStep']],
    [
      'an unknown step in the URN of the CBV',
      { bizStep: 'urn:epcglobal:cbv:bizstep:teleporting' },
      ['epcis/value /bizStep'],
    ],
    ['a disposition as a step', { bizStep: 'urn:epcglobal:cbv:disp:active' }, ['epcis/value /bizStep']],
    ['an empty set', { persistentDisposition: { set: [] } }, ['epcis/empty-list /persistentDisposition/set']],
    ['neither set nor unset', { persistentDisposition: {} }, ['epcis/required /persistentDisposition/set']],
    ['a place without id', { readPoint: { 'ext:room': 1 } }, ['epcis/required /readPoint/id']],
    ['a source without type', { sourceList: [{ source: 'urn:x:1' }] }, ['epcis/required /sourceList/0/type']],
    [
      'a destination in the source list',
      { sourceList: [{ type: 'location', destination: 'urn:x:1' }] },
      ['epcis/required /sourceList/0/source', 'epcis/unknown-field /sourceList/0/destination'],
    ],
    ['an unprefixed field in ilmd', { ilmd: { lot: 'A' } }, ['epcis/unknown-field /ilmd/lot']],
    ['ilmd without ADD', { action: 'OBSERVE', ilmd: {} }, ['epcis/ilmd-without-add /ilmd']],
    [
      'an error declaration without time',
      { errorDeclaration: {} },
      ['epcis/required /errorDeclaration/declarationTime'],
    ],
    [
      'an unknown reason',
      { errorDeclaration: { declarationTime: EVENT.eventTime, reason: 'sorry' } },
      ['epcis/value /errorDeclaration/reason'],
    ],
    ['a certificate that is a number', { certificationInfo: [1] }, ['epcis/not-text /certificationInfo/0']],
    [
      'no sensor report',
      { sensorElementList: [{ sensorReport: [] }] },
      ['epcis/empty-list /sensorElementList/0/sensorReport'],
    ],
    [
      'a report of nothing',
      { sensorElementList: [{ sensorReport: [{ value: 1 }] }] },
      ['epcis/required /sensorElementList/0/sensorReport/0/type'],
    ],
    [
      'a value in words',
      report({ value: 'warm' }),
      ['epcis/not-a-number /sensorElementList/0/sensorReport/0/value'],
    ],
    [
      'a yes',
      report({ booleanValue: 'yes' }),
      ['epcis/not-a-boolean /sensorElementList/0/sensorReport/0/booleanValue'],
    ],
    [
      'an odd hexBinary',
      report({ hexBinaryValue: 'xyz' }),
      ['epcis/value /sensorElementList/0/sensorReport/0/hexBinaryValue'],
    ],
    [
      'a type of GS1 that is not',
      report({ type: 'https://gs1.org/voc/Mood' }),
      ['epcis/value /sensorElementList/0/sensorReport/0/type'],
    ],
    ['a context that is text', { '@context': 'x' }, ['epcis/context /@context']],
    ['no kind at all', { type: undefined }, ['epcis/not-json /type']],
    ['a kind of no standard', { type: 'FireEvent' }, ['epcis/value /type']],
    ['a kind that is a number', { type: 1 }, ['epcis/not-text /type']],
    ["somebody's own kind", { type: 'https://example.com/MyEvent' }, ['epcis/kind-not-supported /type']],
    ['a type that is no kind', { type: 'Event' }, ['epcis/value /type']],
    ['half a character', { 'ext:a': '\ud800' }, ['epcis/character /ext:a']],
    ['NUL in a name', { 'ext:a': { 'b\0': 1 } }, ['epcis/character /ext:a']],
    ['a number beyond all numbers', { 'ext:a': JSON.parse('1e999') }, ['epcis/not-json /ext:a']],
  ];
  test.each(rows)('%s', (_what, members, faults) => {
    expect(faultsOf({ ...EVENT, ...members })).toEqual(faults);
  });

  test('an event about nothing', () => {
    const { epcList: _none, ...event } = EVENT;
    expect(faultsOf(event)).toEqual(['epcis/no-objects /epcList']);
    expect(faultsOf({ ...event, quantityList: [] })).toEqual(['epcis/no-objects /epcList']);
    const sensorElementList = [{ sensorReport: [{ type: 'Mass' }] }];
    expect(faultsOf({ ...event, sensorElementList })).toEqual(['epcis/no-objects /epcList']);
    expect(faultsOf({ ...event, sensorElementList, readPoint: { id: 'geo:1,2' } })).toEqual([]);
  });
});

describe('hostile input is answered, never thrown at', () => {
  test('deep nesting', () => {
    const deep = JSON.parse(`${'{"ext:a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    expect(faultsOf({ ...EVENT, 'ext:a': deep })[0]).toMatch(/^epcis\/too-deep /);
  });

  test('a loop', () => {
    const loop: Record<string, unknown> = { ...EVENT };
    loop['ext:self'] = loop;
    expect(faultsOf(loop)[0]).toMatch(/^epcis\/too-deep /);
  });

  test('names of the prototype', () => {
    const event = JSON.parse(
      '{"__proto__":{"action":"ADD"},"constructor":1,"hasOwnProperty":1,"type":"ObjectEvent","toString":{}}',
    );
    const faults = faultsOf(event);
    expect(faults).toContain('epcis/required /action');
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) {
      expect(faults).toContain(`epcis/unknown-field /${name}`);
    }
  });

  test('names of the prototype inside an extension are kept as the data they are', () => {
    const event = JSON.parse(JSON.stringify(EVENT).replace('{', '{"ext:a":{"__proto__":{"x":1}},'));
    const parsed = parseEvent(event, CONTEXT);
    expect(parsed.ok && JSON.stringify(parsed.value.document)).toBe(JSON.stringify(event));
  });

  test('a million equal EPCs', () => {
    expect(faultsOf({ ...EVENT, epcList: Array.from({ length: 1_000_000 }, () => 'urn:x:1') })).toHaveLength(
      100,
    );
  });

  test('anything at all', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (value) => {
        expect(parseEvent(value, undefined).ok).toBe(false);
      }),
    );
  });

  test('anything at all in any member', () => {
    const name = fc.constantFrom(
      'epcList',
      'readPoint',
      'ilmd',
      'sensorElementList',
      'sourceList',
      '@context',
      'a:b',
    );
    fc.assert(
      fc.property(name, fc.anything(), (member, value) => {
        expect(() => parseEvent({ ...EVENT, [member]: value }, CONTEXT)).not.toThrow();
      }),
    );
  });
});

describe('what is read', () => {
  test('times, and identifiers as received', () => {
    const event = read({});
    expect(event.eventTime).toBe(Date.parse('2026-11-20T07:00:00.250Z'));
    expect(event.eventTimeZoneOffset).toBe(60);
    expect(event.epcList).toEqual(EVENT.epcList);
    expect(event.document).toEqual(EVENT);
  });

  test.each([
    'shipping',
    'urn:epcglobal:cbv:bizstep:shipping',
    'https://ref.gs1.org/cbv/BizStep-shipping',
    'https://ns.gs1.org/cbv/BizStep-shipping',
    'cbv:BizStep-shipping',
  ])('%s is the step shipping', (bizStep) => {
    expect(read({ bizStep }).bizStep).toBe('shipping');
  });

  test("a step of somebody else's stays his", () => {
    expect(read({ bizStep: 'https://example.com/steps/shipping' }).bizStep).toBe(
      'https://example.com/steps/shipping',
    );
    expect(read({ bizStep: 'cbv:BizStep-teleporting' }).bizStep).toBe('cbv:BizStep-teleporting');
  });

  test('types of lists and reasons in all spellings', () => {
    const event = read({
      sourceList: [{ type: 'urn:epcglobal:cbv:sdt:owning_party', source: 'urn:x:1' }],
      destinationList: [{ type: 'possessing_party', destination: 'urn:x:2' }],
      bizTransactionList: [
        { type: 'https://ref.gs1.org/cbv/BTT-po', bizTransaction: 'urn:x:3' },
        { bizTransaction: 'urn:x:4' },
      ],
      errorDeclaration: {
        declarationTime: EVENT.eventTime,
        reason: 'cbv:ER-did_not_occur',
        correctiveEventIDs: ['urn:x:5'],
      },
    });
    expect(event.sourceList).toEqual([{ type: 'owning_party', id: 'urn:x:1' }]);
    expect(event.destinationList).toEqual([{ type: 'possessing_party', id: 'urn:x:2' }]);
    expect(event.bizTransactionList).toEqual([
      { type: 'po', id: 'urn:x:3' },
      { type: undefined, id: 'urn:x:4' },
    ]);
    expect(event.errorDeclaration).toMatchObject({
      reason: 'did_not_occur',
      correctiveEventIDs: ['urn:x:5'],
    });
  });

  test("the event's own context adds to the document's, and wins", () => {
    const event = read({ '@context': [{ ext: 'https://mine.example/', b: { '@id': 'urn:b:' } }] });
    expect([...event.namespaces]).toEqual([
      ['ext', 'https://mine.example/'],
      ['b', 'urn:b:'],
    ]);
    expect(event.context).toEqual([...CONTEXT, { ext: 'https://mine.example/', b: { '@id': 'urn:b:' } }]);
  });

  test('lower-case letters and leap seconds of RFC 3339', () => {
    expect(read({ eventTime: '2026-11-20t07:00:00z' }).eventTime).toBe(Date.UTC(2026, 10, 20, 7));
    expect(read({ eventTime: '2016-12-31T23:59:60Z' }).eventTime).toBe(Date.UTC(2017, 0, 1));
  });
});
