import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EpcisEvent, JsonObject } from '../epcis/epcis-event.ts';
import { objectsNamed } from '../epcis/objects-named.ts';
import { parseCaptureDocument } from '../epcis/parse-capture-document.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { glnUri, lgtinUri, partyUri } from '../gs1/digital-link.ts';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { actOf } from './act-of.ts';
import {
  GTIN,
  gln,
  instant,
  LOT,
  MAKER,
  MAKERS_AGENT,
  OTHER_PHARMACY,
  PACK,
  PHARMACY,
  WHOLESALER,
} from './claims-in-tests.ts';
import type { Recording } from './recording.ts';
import { statementOf } from './statement-of.ts';

/** An object event about the demo pack, under the prefixes that our own documents use. */
function event(fields: JsonObject): EpcisEvent {
  const document = parseCaptureDocument({
    '@context': [
      'https://ref.gs1.org/standards/epcis/epcis-context.jsonld',
      { vialog: 'https://vialog.example/ns/' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-10-03T08:00:00Z',
    epcisBody: {
      eventList: [
        {
          type: 'ObjectEvent',
          eventTime: '2026-10-03T09:30:00+02:00',
          eventTimeZoneOffset: '+02:00',
          action: 'OBSERVE',
          epcList: [PACK],
          ...fields,
        },
      ],
    },
  });
  const [first] = document.ok ? document.value.events : [];
  if (!first) throw new Error(JSON.stringify(document));
  return first;
}

const recording = (more: Partial<Recording> = {}): Recording => ({
  event: 'e1',
  reporter: PHARMACY,
  principals: [],
  sandbox: false,
  recordedAt: instant('2026-10-03T07:31:00Z'),
  sessionLocation: PHARMACY.site,
  locations: new Map(),
  corrects: undefined,
  correctives: [],
  lifts: undefined,
  levels: 0,
  repeats: undefined,
  ...more,
});

const LGTIN = lgtinUri(GTIN, LOT);
const batch = { epcList: [], quantityList: [{ epcClass: LGTIN }] };

describe('what an event says', () => {
  test.each([
    ['commission', { action: 'ADD', bizStep: 'commissioning', disposition: 'active' }],
    ['commission', { action: 'ADD', bizStep: 'dispensing', disposition: 'dispensed' }],
    ['supply', { bizStep: 'dispensing', disposition: 'dispensed' }],
    ['supply', { bizStep: 'https://ref.gs1.org/cbv/BizStep-dispensing' }],
    ['supply', { action: 'DELETE', bizStep: 'retail_selling', disposition: 'retail_sold' }],
    ['observe', { bizStep: 'dispensing', disposition: 'partially_dispensed' }],
    ['destroy', { action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed' }],
    ['destroy', { action: 'DELETE', bizStep: 'destroying' }],
    ['observe', { bizStep: 'destroying', disposition: 'damaged' }],
    [
      'export',
      { action: 'DELETE', bizStep: 'decommissioning', disposition: 'inactive', 'vialog:reason': 'exported' },
    ],
    ['observe', { action: 'DELETE', bizStep: 'decommissioning', disposition: 'inactive' }],
    ['sample', { bizStep: 'sampling', disposition: 'inactive', 'vialog:reason': 'sample' }],
    ['sample', { bizStep: 'sampling', disposition: 'inactive' }],
    ['free-sample', { bizStep: 'sampling', disposition: 'inactive', 'vialog:reason': 'free-sample' }],
    ['steal', { disposition: 'stolen' }],
    ['steal', { bizStep: 'inspecting', disposition: 'stolen' }],
    ['lock', { bizStep: 'holding', disposition: 'unavailable', 'vialog:reason': 'locked' }],
    ['observe', { bizStep: 'holding', disposition: 'unavailable' }],
    ['lift', { disposition: 'active', 'vialog:lifts': 'ni:///sha-256;00?ver=CBV2.0' }],
    ['observe', { 'vialog:lifts': 'ni:///sha-256;00?ver=CBV2.0' }],
    [
      'ship',
      { bizStep: 'shipping', disposition: 'in_transit', 'vialog:lifts': 'ni:///sha-256;00?ver=CBV2.0' },
    ],
    ['steal', { disposition: 'stolen', 'vialog:lifts': 'ni:///sha-256;00?ver=CBV2.0' }],
    ['recall', { ...batch, disposition: 'recalled' }],
    ['observe', { disposition: 'recalled' }],
    ['ship', { bizStep: 'shipping', disposition: 'in_transit' }],
    ['ship', { ...batch, bizStep: 'shipping', disposition: 'recalled' }],
    ['return-ship', { bizStep: 'shipping', disposition: 'returned' }],
    ['void-shipping', { bizStep: 'void_shipping' }],
    ['receive', { bizStep: 'receiving', disposition: 'in_progress' }],
    ['receive', { bizStep: 'unpacking' }],
    ['observe', { bizStep: 'inspecting' }],
    ['observe', {}],
    ['observe', { bizStep: 'https://example.org/steps/admiring' }],
  ] as const)('%s is %j', (act, fields) => {
    expect(actOf(event(fields))).toBe(act);
  });
});

describe('a statement', () => {
  test('names each pack once, whatever spelling it comes in, and keeps what is no pack apart', () => {
    const { packs, lots, containers } = statementOf(
      event({
        epcList: [
          'urn:epc:id:sgtin:9506000.013435.A1',
          'https://example.com/some/path/01/09506000134352/21/A1',
          'https://id.gs1.org/01/09506000134352/21/B%2F2',
          'urn:epc:id:sscc:9506000.1111111111',
        ],
        quantityList: [{ epcClass: 'urn:epc:class:lgtin:9506000.013435.L7', quantity: 40 }],
      }),
      recording(),
    );
    expect(packs).toEqual([
      { uri: 'https://id.gs1.org/01/09506000134352/21/A1', gtin: '09506000134352', serial: 'A1' },
      { uri: 'https://id.gs1.org/01/09506000134352/21/B%2F2', gtin: '09506000134352', serial: 'B/2' },
    ]);
    expect(lots).toEqual([
      { uri: 'https://id.gs1.org/01/09506000134352/10/L7', gtin: '09506000134352', lot: 'L7', quantity: 40 },
    ]);
    expect(containers).toEqual(['https://id.gs1.org/00/195060001111111116']);
  });

  test('takes lot and expiry of a commissioning from its master data', () => {
    const { lot, expiry } = statementOf(
      event({
        action: 'ADD',
        bizStep: 'commissioning',
        ilmd: { 'cbvmda:lotNumber': 'L7', 'cbvmda:itemExpirationDate': '2028-05-31' },
      }),
      recording(),
    );
    expect({ lot, expiry }).toEqual({ lot: 'L7', expiry: '2028-05-31' });
  });

  test('takes custody from the possessing party before the owner', () => {
    const { from, to } = statementOf(
      event({
        bizStep: 'shipping',
        disposition: 'in_transit',
        sourceList: [{ type: 'owning_party', source: partyUri(MAKER.gln) }],
        destinationList: [
          { type: 'owning_party', destination: partyUri(OTHER_PHARMACY.gln) },
          { type: 'location', destination: glnUri(WHOLESALER.site) },
          { type: 'possessing_party', destination: partyUri(WHOLESALER.gln) },
        ],
      }),
      recording(),
    );
    expect({ from, to }).toEqual({ from: MAKER.gln, to: WHOLESALER.gln });
  });

  test('stands where the goods are afterwards, else where they were read, else where the session is', () => {
    const readPoint = { id: glnUri(gln(201)) };
    const bizLocation = { id: glnUri(gln(202)) };
    const at = (fields: JsonObject) => statementOf(event(fields), recording()).location;
    expect(at({ readPoint, bizLocation })).toBe(gln(202));
    expect(at({ readPoint })).toBe(gln(201));
    expect(at({})).toBe(PHARMACY.site);
  });

  test('takes country and time zone from its place, else the country from its reporter', () => {
    const place = {
      gln: PHARMACY.site,
      organisation: PHARMACY.gln,
      name: 'A counter abroad',
      country: 'PT',
      timeZone: 'Europe/Lisbon',
    };
    const locations = new Map([[PHARMACY.site, place]]);
    expect(statementOf(event({}), recording({ locations }))).toMatchObject({
      country: 'PT',
      timeZone: 'Europe/Lisbon',
    });
    expect(statementOf(event({}), recording())).toMatchObject({ country: 'DE', timeZone: 'UTC' });
  });

  test('folds at its event time, and at its record time where it claims to lie ahead of it', () => {
    const claimedAt = instant('2026-10-03T07:30:00Z');
    expect(statementOf(event({}), recording())).toMatchObject({ claimedAt, foldedAt: claimedAt });
    const recordedAt = instant('2026-10-03T07:00:00Z');
    expect(statementOf(event({}), recording({ recordedAt }))).toMatchObject({
      claimedAt,
      foldedAt: recordedAt,
    });
  });

  test('speaks for its reporter first, then for those who made it their agent', () => {
    const { speaksFor } = statementOf(event({}), recording({ reporter: MAKERS_AGENT, principals: [MAKER] }));
    expect(speaksFor).toEqual([
      { gln: MAKERS_AGENT.gln, role: 'contract-manufacturer', ownerGroup: undefined },
      { gln: MAKER.gln, role: 'manufacturer', ownerGroup: undefined },
    ]);
  });

  test('tells class and reach of a recall', () => {
    const said = (fields: JsonObject) => {
      const { recallClass, reach } = statementOf(
        event({ ...batch, disposition: 'recalled', ...fields }),
        recording(),
      );
      return { recallClass, reach };
    };
    expect(said({ 'vialog:recallClass': 'I', 'vialog:reach': ['DE', 'FR'] })).toEqual({
      recallClass: 'I',
      reach: ['DE', 'FR'],
    });
    expect(said({ 'vialog:reach': 'PT' })).toEqual({ recallClass: undefined, reach: ['PT'] });
    expect(said({ 'vialog:recallClass': 'IV', 'vialog:reach': 7 })).toEqual({
      recallClass: undefined,
      reach: [],
    });
  });

  test('that declares an error is no repetition of the event that it declares', () => {
    const declared = recording({ corrects: 'e0', repeats: 'e0' });
    expect(statementOf(event({}), declared)).toMatchObject({ corrects: 'e0', repeats: undefined });
    expect(statementOf(event({}), recording({ repeats: 'e0' })).repeats).toBe('e0');
  });
});

describe(`every published example of object events${vectorsNote}`, () => {
  const folder = vectorPath('epcis/gs1-epcis/json-2.0');
  const files = haveVectors
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonld'))
    : [];

  test.runIf(haveVectors)('says something, of things under their canonical names', () => {
    const events = files.flatMap((name) => {
      const document = parseCaptureDocument(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
      return document.ok ? document.value.events.filter(({ type }) => type === 'ObjectEvent') : [];
    });
    expect(events.length).toBeGreaterThan(5);
    for (const one of events) {
      const { packs, lots, containers, others } = statementOf(one, recording());
      const { epcs, classes } = objectsNamed(one);
      const spellings = new Set([...epcs, ...classes.map(({ epcClass }) => epcClass)]);
      const named = packs.length + lots.length + containers.length + others.length;
      expect(named).toBeLessThanOrEqual(spellings.size);
      expect(named > 0).toBe(spellings.size > 0);
      for (const { uri } of packs) expect(uri).toMatch(/^https:\/\/id\.gs1\.org\/01\/\d{14}\/21\/./);
    }
  });
});

describe('an aggregation', () => {
  const CASE = 'https://id.gs1.org/00/195060001111111116';
  const aggregation = (fields: object): EpcisEvent => {
    const { epcList: _none, ...base } = event({}).document;
    const parsed = parseEvent(
      { ...base, type: 'AggregationEvent', parentID: CASE, ...fields },
      event({}).context,
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    return parsed.value;
  };

  test.each([
    ['pack', { action: 'ADD', childEPCs: [PACK] }, {}],
    ['unpack', { action: 'DELETE', childEPCs: [PACK] }, {}],
    ['unpack', { action: 'DELETE' }, { empties: true }],
    ['observe', { action: 'OBSERVE', childEPCs: [PACK] }, {}],
    ['close', { action: 'OBSERVE', childEPCs: [PACK], 'vialog:container': 'closed' }, { closed: true }],
    ['pack', { action: 'ADD', childEPCs: [PACK], 'vialog:container': 'open' }, { closed: false }],
  ] as const)('says %s where it is %j', (act, fields, said) => {
    const statement = statementOf(aggregation(fields), recording());
    expect(statement).toMatchObject({ act, container: CASE, containers: [CASE], ...said });
  });

  test('that packs containers carries how deep these are packed', () => {
    const packing = aggregation({ action: 'ADD', childEPCs: ['https://id.gs1.org/00/095200000000000011'] });
    expect(statementOf(packing, recording({ levels: 2 })).levels).toBe(2);
    expect(statementOf(packing, recording()).levels).toBeUndefined();
  });
});
