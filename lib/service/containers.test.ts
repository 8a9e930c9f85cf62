import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { type AggregationEventInput, buildAggregationEvent } from '../epcis/build-aggregation-event.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { checkDigit } from '../gs1/check-digit.ts';
import { glnUri, partyUri } from '../gs1/digital-link.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';
import { loadCounterFacts } from '../store/load-counter-facts.ts';
import { closeStore, pool } from '../store/pool.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  LOT,
  packRequest,
  receiving,
  say,
  shipping,
  toRecord,
  uriOf,
} from './chain-in-tests.ts';
import { changePack } from './change-pack.ts';
import { recordEvent } from './record-event.ts';
import { verifyPack } from './verify-pack.ts';

let chain: ChainInTests;
let hours = -1000;
let units = 0;
let serials = 0;

beforeAll(async () => {
  chain = await chainInTests();
});
afterAll(closeStore);

/** A logistic unit that no other test names. */
function unit(): string {
  units += 1;
  const body = `0952${String(units).padStart(13, '0')}`;
  return `https://id.gs1.org/00/${body}${checkDigit(body)}`;
}

function serialName(): string {
  serials += 1;
  return `C${serials}`;
}

/** Every call is an hour after the one before. */
function next(): Instant {
  hours += 1;
  return (Date.now() + hours * 3_600_000 - 5_000) as Instant;
}

async function aggregate(scope: OrgScope, input: Partial<AggregationEventInput> & { parentID: string }) {
  const place = scope.location === undefined ? {} : { readPoint: glnUri(scope.location) };
  const document = buildAggregationEvent({
    eventTime: next(),
    eventTimeZoneOffset: 0 as OffsetMinutes,
    eventID: `urn:uuid:${randomUUID()}`,
    action: 'ADD',
    childEPCs: [],
    ...place,
    ...input,
  });
  const parsed = parseEvent(document, undefined);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return done(await recordEvent(scope, toRecord(parsed.value)));
}

async function tell(scope: OrgScope, changed: Parameters<typeof say>[1]) {
  return done(await say(scope, { eventTime: next(), ...changed }));
}

function done(recorded: Awaited<ReturnType<typeof recordEvent>>) {
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  return recorded.value;
}

const codesIn = ({ decision }: Awaited<ReturnType<typeof aggregate>>) =>
  [...(decision?.containers.values() ?? []), ...(decision?.packs.values() ?? [])].flatMap(({ breaches }) =>
    breaches.map(({ code }) => code),
  );

/** Packs in cases of `perCase` on a pallet, at the manufacturer’s. */
async function palletOf(cases: number, perCase: number) {
  const { manufacturer, gtin } = chain;
  const names = Array.from({ length: cases * perCase }, serialName);
  await tell(manufacturer, commissioning(manufacturer, gtin, names));
  const boxes: string[] = [];
  for (let at = 0; at < cases; at++) {
    const parentID = unit();
    boxes.push(parentID);
    const childEPCs = names.slice(at * perCase, (at + 1) * perCase).map((name) => uriOf(gtin, name));
    await aggregate(manufacturer, { parentID, childEPCs, bizStep: 'packing' });
  }
  const pallet = unit();
  await aggregate(manufacturer, { parentID: pallet, childEPCs: boxes, bizStep: 'packing' });
  return { pallet, boxes, names };
}

async function delivered(cases: number, perCase: number, to: OrgScope) {
  const packed = await palletOf(cases, perCase);
  await tell(chain.manufacturer, shipping(chain.manufacturer, to, [packed.pallet]));
  await tell(to, receiving(chain.manufacturer, to, [packed.pallet]));
  return packed;
}

const placeOf = async (scope: OrgScope, name: string) => {
  const question = { gtin: chain.gtin, serial: name as Serial, lot: LOT, at: Date.now() as Instant };
  const { facts } = await loadCounterFacts(scope, question);
  return facts.pack?.place;
};

describe('a pallet', () => {
  test('takes its packs along from the factory to the pharmacy, with one scan at each end', async () => {
    const { names, pallet } = await palletOf(2, 3);
    const { manufacturer, pharmacy } = chain;
    await tell(manufacturer, shipping(manufacturer, pharmacy, [pallet]));
    for (const name of names)
      expect(await placeOf(pharmacy, name)).toMatchObject({ kind: 'transit', to: pharmacy.organisation });
    await tell(pharmacy, receiving(manufacturer, pharmacy, [pallet]));
    for (const name of names)
      expect(await placeOf(pharmacy, name)).toMatchObject({ kind: 'held', party: pharmacy.organisation });
  });

  test('of ten thousand packs moves by changing one row', async () => {
    const { manufacturer, wholesaler } = chain;
    const { pallet } = await palletOf(10, 1000);
    const before = await pool().query<{ now: string }>(
      'select pg_snapshot_xmax(pg_current_snapshot())::text as now',
    );
    await tell(manufacturer, shipping(manufacturer, wholesaler, [pallet]));
    await tell(wholesaler, receiving(manufacturer, wholesaler, [pallet]));
    const since = before.rows[0]?.now;
    const written = (table: string) => countOf(`${table} where xmin::text::bigint >= ${since}::bigint`);
    expect(await written('pack')).toBe(0);
    expect(await written('containment')).toBe(0);
    expect(await written('ledger_object')).toBe(1);
    expect(await written('event_object')).toBe(2);
    expect(await written('event')).toBe(2);
  });
});

describe('at the counter', () => {
  test('a pack in a closed case that the pharmacy holds may be supplied, and the missing unpacking is told', async () => {
    const { pharmacy, gtin } = chain;
    const { names } = await delivered(1, 2, pharmacy);
    const [name = '', other = ''] = names;
    const asked = await verifyPack(pharmacy, packRequest(gtin, name));
    expect(asked.judgement).toMatchObject({
      verdict: 'supply',
      reasons: [{ code: 'container/unpacking-inferred' }],
    });
    const supplied = await changePack(pharmacy, packRequest(gtin, name), {
      state: 'supplied',
      note: undefined,
    });
    expect(supplied.ok && supplied.value.judgement).toMatchObject({ verdict: 'supply', dataQuality: true });
    expect(await placeOf(pharmacy, other)).toMatchObject({ kind: 'held', party: pharmacy.organisation });
    const { rows } = await pool().query('select parent, status from pack where serial = $1', [name]);
    expect(rows).toEqual([{ parent: null, status: 'supplied' }]);
  });

  test('a pack of a stolen pallet is set aside, and supplied again once a regulator has found the pallet', async () => {
    const { pharmacy, regulator, gtin } = chain;
    const { pallet, names } = await delivered(1, 1, pharmacy);
    const theft = await tell(pharmacy, { disposition: 'stolen', epcList: [pallet] });
    const asked = await verifyPack(pharmacy, packRequest(gtin, names[0] ?? ''));
    expect(asked.judgement.reasons[0]).toMatchObject({ code: 'pack/stolen' });
    await tell(regulator, { disposition: 'active', epcList: [pallet], vialog: { lifts: theft.ref } });
    const again = await verifyPack(pharmacy, packRequest(gtin, names[0] ?? ''));
    expect(again.judgement.verdict).toBe('supply');
  });
});

describe('an unpacking', () => {
  test('of a part leaves the rest inside, and one without contents takes everything out', async () => {
    const { pharmacy, gtin } = chain;
    const { boxes, names } = await delivered(1, 3, pharmacy);
    const [parentID = ''] = boxes;
    const [first = '', ...rest] = names;
    await aggregate(pharmacy, { parentID, action: 'DELETE', childEPCs: [uriOf(gtin, first)] });
    expect(await countOf('pack where parent = $1', [parentID])).toBe(2);
    const all = await aggregate(pharmacy, { parentID, action: 'DELETE' });
    expect(all.decision?.packs.size).toBe(2);
    expect(await countOf('pack where parent = $1', [parentID])).toBe(0);
    for (const name of rest) {
      expect(await placeOf(pharmacy, name)).toMatchObject({ kind: 'held', party: pharmacy.organisation });
      expect(await countOf('event_object where event = $1 and uri = $2', [all.ref, uriOf(gtin, name)])).toBe(
        1,
      );
    }
  });

  test('that is taken back puts everything in again', async () => {
    const { pharmacy } = chain;
    const { boxes } = await delivered(1, 2, pharmacy);
    const [parentID = ''] = boxes;
    const eventTime = next();
    const eventID = `urn:uuid:${randomUUID()}`;
    const words = { parentID, action: 'DELETE', eventID, eventTime } as const;
    await aggregate(pharmacy, words);
    const undone = await aggregate(pharmacy, {
      ...words,
      errorDeclaration: { declarationTime: next(), reason: 'did_not_occur', correctiveEventIDs: [] },
    });
    expect(codesIn(undone)).toEqual([]);
    expect(await countOf('pack where parent = $1', [parentID])).toBe(2);
    expect(await countOf('containment where container = $1 and until is null', [parentID])).toBe(2);
  });
});

describe('what is told late', () => {
  test('of a pallet, changes what its packs did meanwhile', async () => {
    const { manufacturer, pharmacy, gtin } = chain;
    const { pallet, names } = await palletOf(1, 2);
    const shippedAt = next();
    const [name = ''] = names;
    const early = await tell(pharmacy, {
      action: 'DELETE',
      bizStep: 'destroying',
      disposition: 'destroyed',
      epcList: [uriOf(gtin, name)],
    });
    expect(codesIn(early)).toEqual(['pack/not-held']);
    await tell(manufacturer, { ...shipping(manufacturer, pharmacy, [pallet]), eventTime: shippedAt });
    const { rows } = await pool().query('select effect from event_object where event = $1', [early.ref]);
    expect(rows).toEqual([{ effect: 'applied' }]);
    expect(await countOf(`pack where serial = $1 and status = 'destroyed' and parent is null`, [name])).toBe(
      1,
    );
    expect(await countOf('containment where until_event = $1', [early.ref])).toBe(1);
  });

  test('is kept out where a supply rests on how it was', async () => {
    const { manufacturer, pharmacy, otherPharmacy, gtin } = chain;
    const { pallet, names } = await palletOf(1, 1);
    await tell(manufacturer, shipping(manufacturer, pharmacy, [pallet]));
    const between = next();
    await tell(pharmacy, {
      bizStep: 'dispensing',
      disposition: 'dispensed',
      epcList: [uriOf(gtin, names[0] ?? '')],
    });
    const late = await tell(manufacturer, {
      ...shipping(manufacturer, otherPharmacy, [pallet]),
      eventTime: between,
    });
    expect(codesIn(late)).toContain('event/late');
  });
});

describe('attack', () => {
  test('a stranger neither unpacks nor steals nor closes another’s case', async () => {
    const { pharmacy, otherPharmacy } = chain;
    const { boxes, names } = await delivered(1, 2, pharmacy);
    const [parentID = ''] = boxes;
    expect(codesIn(await aggregate(otherPharmacy, { parentID, action: 'DELETE' }))).toContain(
      'container/not-held',
    );
    expect(
      codesIn(await tell(otherPharmacy, { epcList: [parentID], vialog: { container: 'closed' } })),
    ).toContain('container/not-held');
    const theft = await tell(otherPharmacy, { disposition: 'stolen', epcList: [parentID] });
    expect(codesIn(theft)).toEqual(['pack/not-held']);
    expect(await countOf('pack where parent = $1', [parentID])).toBe(2);
    expect(await placeOf(pharmacy, names[0] ?? '')).toMatchObject({
      kind: 'held',
      party: pharmacy.organisation,
    });
  });

  test('neither GTIN nor serial nor SSCC stands in the leaf', async () => {
    const { pharmacy } = chain;
    const { pallet, boxes, names } = await delivered(1, 1, pharmacy);
    const { rows } = await pool().query<{ leaf: Buffer }>('select leaf from ledger.pending');
    const leaves = Buffer.concat(rows.map(({ leaf }) => leaf)).toString('latin1');
    for (const uri of [pallet, ...boxes]) expect(leaves).not.toContain(uri.slice(-18));
    for (const name of names) expect(leaves).not.toContain(name);
  });

  test('a case is begun only by who holds its number', async () => {
    const { manufacturer, wholesaler } = chain;
    await pool().query(`insert into company_prefix (prefix, organisation) values ('95299', $1)`, [
      manufacturer.organisation,
    ]);
    const body = '09529900000000001';
    const parentID = `https://id.gs1.org/00/${body}${checkDigit(body)}`;
    const childEPCs = [unit()];
    expect(codesIn(await aggregate(wholesaler, { parentID, childEPCs }))[0]).toBe('container/not-yours');
    expect(codesIn(await aggregate(manufacturer, { parentID, childEPCs }))).toEqual(['container/unknown']);
  });
});

test('a serialised case of the product holds packs as a logistic unit does', async () => {
  const { manufacturer, pharmacy, gtin } = chain;
  const [outer, inner] = [serialName(), serialName()];
  await tell(manufacturer, commissioning(manufacturer, gtin, [outer, inner]));
  await aggregate(manufacturer, { parentID: uriOf(gtin, outer), childEPCs: [uriOf(gtin, inner)] });
  await tell(manufacturer, shipping(manufacturer, pharmacy, [uriOf(gtin, outer)]));
  await tell(pharmacy, receiving(manufacturer, pharmacy, [uriOf(gtin, outer)]));
  expect(await placeOf(pharmacy, inner)).toMatchObject({ kind: 'held', party: pharmacy.organisation });
});

test('two pharmacies’ statements about one case are in one order, whoever comes first', async () => {
  const { pharmacy, gtin } = chain;
  const { names } = await delivered(1, 8, pharmacy);
  const supplies = names.map((name) =>
    tell(pharmacy, { bizStep: 'dispensing', disposition: 'dispensed', epcList: [uriOf(gtin, name)] }),
  );
  const recorded = await Promise.all(supplies);
  for (const one of recorded) expect(codesIn(one)).toEqual(['container/unpacking-inferred']);
});

test('a party that sends a pallet elsewhere takes its packs from nobody else', async () => {
  const { pharmacy, otherPharmacy, manufacturer } = chain;
  const { pallet, names } = await delivered(1, 1, pharmacy);
  const stray = await tell(manufacturer, {
    ...shipping(manufacturer, otherPharmacy, [pallet]),
    sourceList: [{ type: 'possessing_party', id: partyUri(manufacturer.organisation) }],
  });
  expect(codesIn(stray)).toEqual(['pack/not-held']);
  expect(await placeOf(pharmacy, names[0] ?? '')).toMatchObject({ party: pharmacy.organisation });
});
