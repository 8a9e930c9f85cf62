import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { glnUri } from '../gs1/digital-link.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantText } from '../kernel/instant.ts';
import { closeStore, pool } from '../store/pool.ts';
import { packStateOf } from '../store/state-columns.ts';
import { glnOf, gtinOf, organisationInTests } from '../store/world-in-tests.ts';
import {
  branchOf,
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  deliver,
  eventOf,
  lotUriOf,
  receiving,
  say,
  shipping,
  toRecord,
  uriOf,
} from './chain-in-tests.ts';
import { importPermit, originalRecordTime } from './original-record-time.ts';
import { recordEvent } from './record-event.ts';
import { recordEvents } from './record-events.ts';

let chain: ChainInTests;
beforeAll(async () => {
  chain = await chainInTests();
});
afterAll(closeStore);

const later = (seconds: number) => (Date.now() - 60_000 + seconds * 1_000) as Instant;
const uri = (serial: string) => uriOf(chain.gtin, serial);

async function packOf(serial: string) {
  const { rows } = await pool().query('select * from pack where realm = 0 and serial = $1', [serial]);
  return rows[0] && { ...rows[0], state: packStateOf(rows[0].state) };
}
const effectsOf = async (serial: string) => {
  const { rows } = await pool().query(
    'select effect from event_object where realm = 0 and uri = $1 order by counter',
    [uri(serial)],
  );
  return rows.map(({ effect }) => effect);
};

const supplying = (scope: { location: string | undefined }, serial: string) => ({
  bizStep: 'dispensing',
  disposition: 'dispensed',
  epcList: [uri(serial)],
  ...(scope.location === undefined
    ? {}
    : { readPoint: glnUri(scope.location as never), bizLocation: glnUri(scope.location as never) }),
});

describe('what is said applies', () => {
  test('a pack is commissioned, shipped, received and supplied, each statement linked to the one before', async () => {
    await deliver(chain, chain.pharmacy, ['A1']);
    expect(await packOf('A1')).toMatchObject({
      status: 'active',
      lot: 'L1',
      expiry: '2028-05-31',
      holder: chain.pharmacy.organisation,
      location: chain.pharmacy.location,
      counter: 3,
    });
    const supplied = await say(chain.pharmacy, supplying(chain.pharmacy, 'A1'));
    expect(supplied).toMatchObject({ ok: true, value: { repeated: false } });
    expect(await packOf('A1')).toMatchObject({
      status: 'supplied',
      counter: 4,
      head_event: supplied.ok && supplied.value.ref,
    });
    expect(await effectsOf('A1')).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(
      await countOf('ledger.pending p join event_object o on o.event = p.event_id where o.uri = $1', [
        uri('A1'),
      ]),
    ).toBe(4);
  });

  test('theft and lock by those entitled, lifted by a regulator and by who locked', async () => {
    await deliver(chain, chain.pharmacy, ['A2']);
    const lock = await say(chain.manufacturer, {
      bizStep: 'holding',
      disposition: 'unavailable',
      epcList: [uri('A2')],
      vialog: { reason: 'locked' },
    });
    expect((await packOf('A2')).state.locked).toMatchObject({ by: chain.manufacturer.organisation });
    await say(chain.manufacturer, {
      disposition: 'active',
      epcList: [uri('A2')],
      vialog: { lifts: lock.ok ? lock.value.eventId : '' },
    });
    expect((await packOf('A2')).state.locked).toBeUndefined();

    const theft = await say(chain.pharmacy, { disposition: 'stolen', epcList: [uri('A2')] });
    expect(await packOf('A2')).toMatchObject({ status: 'stolen' });
    const lift = {
      disposition: 'active',
      epcList: [uri('A2')],
      vialog: { lifts: theft.ok ? theft.value.ref : '' },
    };
    await say(chain.pharmacy, lift);
    expect(await packOf('A2')).toMatchObject({ status: 'stolen' });
    await say(chain.regulator, lift);
    expect((await packOf('A2')).state.terminal.reach).toEqual({ kind: 'all-but', countries: ['IE'] });
  });

  test('a recall changes the batch and no pack', async () => {
    await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, ['A3'], 'LR'));
    await say(chain.manufacturer, {
      disposition: 'recalled',
      quantityList: [{ epcClass: lotUriOf(chain.gtin, 'LR'), quantity: undefined, uom: undefined }],
      vialog: { recallClass: 'I', reach: ['IE'] },
    });
    const { rows } = await pool().query(`select state from batch where lot = 'LR'`);
    expect(rows[0].state.recalls).toMatchObject([{ recallClass: 'I', reach: ['IE'] }]);
    expect(await packOf('A3')).toMatchObject({ status: 'active', counter: 1 });
  });
});

describe('what is said is recorded without effect', () => {
  test('of a serial that nobody commissioned, until it is commissioned', async () => {
    await say(chain.manufacturer, {
      ...shipping(chain.manufacturer, chain.wholesaler, [uri('B1')]),
      eventTime: later(5),
    });
    expect(await packOf('B1')).toMatchObject({ status: 'unknown', holder: null });
    expect(await effectsOf('B1')).toEqual(['without-effect']);
    await say(chain.manufacturer, {
      ...commissioning(chain.manufacturer, chain.gtin, ['B1']),
      eventTime: later(1),
    });
    expect(await effectsOf('B1')).toEqual(['applied', 'applied']);
    expect(await packOf('B1')).toMatchObject({ status: 'active', consignee: chain.wholesaler.organisation });
  });

  test('of a pack that somebody else holds, and leaves the others of the event moved', async () => {
    await deliver(chain, chain.wholesaler, ['B2']);
    await deliver(chain, chain.otherPharmacy, ['B3']);
    const said = await say(
      chain.wholesaler,
      shipping(chain.wholesaler, chain.pharmacy, [uri('B2'), uri('B3')]),
    );
    const packs = said.ok ? [...(said.value.decision?.packs.values() ?? [])] : [];
    expect(packs.map(({ effect }) => effect)).toEqual(['applied', 'without-effect']);
    expect(await packOf('B2')).toMatchObject({ consignee: chain.pharmacy.organisation });
    expect(await packOf('B3')).toMatchObject({ holder: chain.otherPharmacy.organisation });
    const { rows } = await pool().query('select flags from event where id = $1', [said.ok && said.value.ref]);
    expect(rows[0].flags).toContainEqual(expect.objectContaining({ code: 'pack/not-held', item: uri('B3') }));
  });

  test('a second commissioning of a serial, by another event with another content', async () => {
    await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, ['B4']));
    await say(chain.manufacturer, commissioning(chain.manufacturer, chain.gtin, ['B4'], 'LX'));
    expect(await effectsOf('B4')).toEqual(['applied', 'without-effect']);
    expect(await packOf('B4')).toMatchObject({ lot: 'L1' });
  });

  test('a stolen pharmacy key does not take the pack from the counter that holds it', async () => {
    await deliver(chain, chain.pharmacy, ['B5']);
    await say(chain.otherPharmacy, supplying(chain.otherPharmacy, 'B5'));
    expect(await packOf('B5')).toMatchObject({ status: 'active', holder: chain.pharmacy.organisation });
    expect((await packOf('B5')).state.foreignSupply).toMatchObject({ by: chain.otherPharmacy.organisation });
  });
});

describe('the same and not the same', () => {
  test('the same event again changes nothing', async () => {
    const event = eventOf(commissioning(chain.manufacturer, chain.gtin, ['C1']));
    const first = await recordEvent(chain.manufacturer, toRecord(event));
    const again = await recordEvent(chain.manufacturer, toRecord(event));
    expect(again).toEqual({
      ok: true,
      value: {
        ref: first.ok && first.value.ref,
        eventId: event.eventID,
        repeated: true,
        decision: undefined,
        pid: undefined,
      },
    });
    expect(await effectsOf('C1')).toEqual(['applied']);
  });

  test('fifty times at once it is recorded once', async () => {
    const event = eventOf(commissioning(chain.manufacturer, chain.gtin, ['C2']));
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => recordEvent(chain.manufacturer, toRecord(event))),
    );
    expect(answers.filter((answer) => answer.ok && !answer.value.repeated)).toHaveLength(1);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(
      await countOf('ledger.pending p join event_object o on o.event = p.event_id where o.uri = $1', [
        uri('C2'),
      ]),
    ).toBe(1);
  });

  test('other content under the same id is a conflict', async () => {
    const event = eventOf(commissioning(chain.manufacturer, chain.gtin, ['C3']));
    await recordEvent(chain.manufacturer, toRecord(event));
    const other = eventOf({
      ...commissioning(chain.manufacturer, chain.gtin, ['C4']),
      eventID: event.eventID ?? '',
    });
    expect(await recordEvent(chain.manufacturer, toRecord(other))).toEqual({
      ok: false,
      error: { code: 'capture/other-content', eventId: event.eventID },
    });
    expect(await packOf('C4')).toBeUndefined();
  });

  test('the id of one organisation is free for another', async () => {
    const eventID = 'urn:uuid:00000000-0000-4000-8000-000000000001';
    await deliver(chain, chain.pharmacy, ['C5']);
    const said = [
      await say(chain.pharmacy, { ...supplying(chain.pharmacy, 'C5'), eventID }),
      await say(chain.otherPharmacy, { epcList: [uri('C5')], bizStep: 'inspecting', eventID }),
    ];
    expect(said.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await countOf('event where event_id = $1', [eventID])).toBe(2);
  });

  test('packs of a sandbox are other packs', async () => {
    await deliver(chain, chain.pharmacy, ['C6']);
    const said = await say(chain.sandbox, {
      ...supplying(chain.sandbox, 'C6'),
      bizStep: 'commissioning',
      disposition: 'active',
      action: 'ADD',
    });
    expect(said.ok).toBe(true);
    const { rows } = await pool().query(
      `select realm, holder, status, head_event from pack where serial = 'C6' order by realm`,
    );
    expect(rows).toMatchObject([
      { realm: 0, holder: chain.pharmacy.organisation },
      { realm: 1, holder: chain.sandbox.organisation },
    ]);
  });
});

describe('late events and corrections', () => {
  test('a late receipt takes its place before the supply that came without it', async () => {
    const { manufacturer, pharmacy, gtin } = chain;
    await say(manufacturer, { ...commissioning(manufacturer, gtin, ['D1']), eventTime: later(1) });
    await say(manufacturer, { ...shipping(manufacturer, pharmacy, [uri('D1')]), eventTime: later(2) });
    await say(pharmacy, { ...supplying(pharmacy, 'D1'), eventTime: later(9) });
    await say(pharmacy, { ...receiving(manufacturer, pharmacy, [uri('D1')]), eventTime: later(5) });
    expect(await effectsOf('D1')).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(await packOf('D1')).toMatchObject({ status: 'supplied' });
  });

  test('a late event that would undo what others recorded is barred', async () => {
    const { manufacturer, pharmacy, gtin } = chain;
    await say(manufacturer, { ...commissioning(manufacturer, gtin, ['D2']), eventTime: later(1) });
    await say(manufacturer, { ...shipping(manufacturer, pharmacy, [uri('D2')]), eventTime: later(5) });
    await say(pharmacy, { ...receiving(manufacturer, pharmacy, [uri('D2')]), eventTime: later(8) });
    await say(manufacturer, {
      action: 'DELETE',
      bizStep: 'destroying',
      disposition: 'destroyed',
      epcList: [uri('D2')],
      eventTime: later(3),
    });
    expect(await effectsOf('D2')).toEqual(['applied', 'applied', 'applied', 'barred']);
    expect(await packOf('D2')).toMatchObject({ holder: pharmacy.organisation });
  });

  test('an error declaration takes its event out; both stay', async () => {
    await deliver(chain, chain.pharmacy, ['D3']);
    const event = eventOf(supplying(chain.pharmacy, 'D3'));
    await recordEvent(chain.pharmacy, toRecord(event));
    const declared = parseEvent(
      {
        ...event.document,
        '@context': event.context,
        errorDeclaration: { declarationTime: instantText(Date.now() as Instant) },
      },
      undefined,
    );
    if (!declared.ok) throw new Error('the declaration is an event');
    const recorded = await recordEvent(chain.pharmacy, toRecord(declared.value));
    expect(recorded.ok).toBe(true);
    expect(await packOf('D3')).toMatchObject({ status: 'active', counter: 5 });
    expect((await effectsOf('D3')).slice(3)).toEqual(['corrected', 'applied']);
    expect(await recordEvent(chain.otherPharmacy, toRecord(declared.value))).toMatchObject({ ok: false });
  });

  test('a manufacturer corrects the lot of a pack that others moved on, by a corrective event', async () => {
    const { manufacturer, pharmacy, gtin } = chain;
    const wrong = eventOf({ ...commissioning(manufacturer, gtin, ['D4'], 'WRONG'), eventTime: later(1) });
    await recordEvent(manufacturer, toRecord(wrong));
    await say(manufacturer, { ...shipping(manufacturer, pharmacy, [uri('D4')]), eventTime: later(2) });
    await say(pharmacy, { ...receiving(manufacturer, pharmacy, [uri('D4')]), eventTime: later(3) });
    const right = eventOf({ ...commissioning(manufacturer, gtin, ['D4'], 'RIGHT'), eventTime: later(1) });
    const declared = parseEvent(
      {
        ...wrong.document,
        '@context': wrong.context,
        errorDeclaration: {
          declarationTime: instantText(Date.now() as Instant),
          correctiveEventIDs: [right.eventID ?? ''],
        },
      },
      undefined,
    );
    if (!declared.ok) throw new Error('the declaration is an event');
    for (const event of [declared.value, right])
      expect((await recordEvent(manufacturer, toRecord(event))).ok).toBe(true);
    expect(await packOf('D4')).toMatchObject({
      lot: 'RIGHT',
      holder: pharmacy.organisation,
      status: 'active',
    });
  });

  test('an import keeps when it was recorded where it comes from', async () => {
    const permit = await importPermit({ demoMode: true });
    if (!permit.ok) throw new Error('demo mode may import');
    const then = Date.parse('2026-10-01T12:00:00Z') as Instant;
    const said = await say(
      chain.manufacturer,
      { ...commissioning(chain.manufacturer, chain.gtin, ['D5']), eventTime: then },
      { originalRecordTime: originalRecordTime(permit.value, then, Date.now() as Instant) },
    );
    const { rows } = await pool().query(
      'select record_time, original_record_time, claim from event where id = $1',
      [said.ok && said.value.ref],
    );
    expect(rows[0].original_record_time.getTime()).toBe(then);
    expect(rows[0].record_time.getTime()).toBeGreaterThan(then);
    expect(rows[0].claim.recordedAt).toBe(then);
  });
});

describe('refused', () => {
  const refused = async (
    scope: Parameters<typeof say>[0],
    words: Parameters<typeof say>[1],
    code: string,
    serials: readonly string[],
  ) => {
    const events = await countOf('event');
    const said = await say(scope, words);
    expect(said).toMatchObject({ ok: false, error: { code: 'capture/not-yours', refusal: { code } } });
    expect(await countOf('event')).toBe(events);
    expect(
      await countOf('observation where organisation = $1 and code = $2 and serial = any ($3)', [
        scope.organisation,
        code,
        serials,
      ]),
    ).toBe(serials.length);
  };

  test('what is said of a place that is nobody’s', () =>
    refused(
      chain.pharmacy,
      { ...supplying(chain.pharmacy, 'E8'), readPoint: 'geo:51.9,-8.5' },
      'authority/place',
      ['E8'],
    ));

  test('what is said of another’s place, and kept as an observation of each pack', () =>
    refused(
      chain.pharmacy,
      { ...supplying(chain.otherPharmacy, 'E1'), epcList: [uri('E1'), uri('E2')] },
      'authority/place',
      ['E1', 'E2'],
    ));

  test('what is said of another place of one’s own than the key’s', async () => {
    const branch = await branchOf(chain.pharmacy, glnOf(360));
    await refused(chain.pharmacy, supplying(branch, 'E3'), 'authority/place-not-the-keys', ['E3']);
  });

  test('the commissioning of another’s product', () =>
    refused(chain.wholesaler, commissioning(chain.wholesaler, chain.gtin, ['E4']), 'authority/product', [
      'E4',
    ]));

  test('the commissioning of a product that nobody holds', () =>
    refused(chain.manufacturer, commissioning(chain.manufacturer, gtinOf(88), ['E5']), 'authority/product', [
      'E5',
    ]));

  test('a viewer', () =>
    refused(
      mintScope({ ...chain.pharmacy, userRole: 'viewer' }),
      supplying(chain.pharmacy, 'E6'),
      'authority/viewer',
      ['E6'],
    ));

  test('of an event with many packs the first hundred are kept, once however often it is tried', async () => {
    const serials = Array.from({ length: 130 }, (_, n) => `E7-${n}`);
    const event = eventOf(commissioning(chain.wholesaler, chain.gtin, serials));
    for (let n = 0; n < 2; n++) expect((await recordEvent(chain.wholesaler, toRecord(event))).ok).toBe(false);
    expect(await countOf(`observation where serial like 'E7-%'`)).toBe(100);
    expect(
      await countOf(
        `ledger.observation_pending p join observation o on o.id = p.observation where o.serial like 'E7-%'`,
      ),
    ).toBe(100);
  });
});

describe('many events in one transaction', () => {
  test('each sees those before it, and all are recorded', async () => {
    const { manufacturer, pharmacy, gtin } = chain;
    const events = [
      { ...commissioning(manufacturer, gtin, ['F1']), eventTime: later(1) },
      { ...shipping(manufacturer, pharmacy, [uri('F1')]), eventTime: later(2) },
    ].map((words) => toRecord(eventOf(words)));
    const recorded = await recordEvents(manufacturer, [...events, ...events], ({ repeated }) => repeated);
    expect(recorded).toEqual({ ok: true, value: [false, false, true, true] });
    expect(await packOf('F1')).toMatchObject({ consignee: pharmacy.organisation });
  });

  test('one that is refused leaves none, and every fault is told', async () => {
    const { manufacturer, wholesaler, gtin } = chain;
    const bad = (serial: string) => toRecord(eventOf(commissioning(wholesaler, gtin, [serial])));
    const good = toRecord(eventOf(commissioning(manufacturer, gtin, ['F2'])));
    const recorded = await recordEvents(manufacturer, [bad('F3'), good, bad('F4')], () => undefined);
    expect(recorded).toMatchObject({ ok: false, error: [{ at: 0 }, { at: 2 }] });
    expect(await packOf('F2')).toBeUndefined();
    expect(await countOf(`observation where serial in ('F3', 'F4')`)).toBe(2);
  });

  test('of a list that is refused a hundred packs are kept', async () => {
    const bad = (n: number) =>
      toRecord(
        eventOf(
          commissioning(
            chain.wholesaler,
            chain.gtin,
            Array.from({ length: 30 }, (_, at) => `F9-${n}-${at}`),
          ),
        ),
      );
    expect(
      (await recordEvents(chain.manufacturer, [bad(1), bad(2), bad(3), bad(4), bad(5)], () => 0)).ok,
    ).toBe(false);
    expect(await countOf(`observation where serial like 'F9-%'`)).toBe(100);
  });

  test('two lists that name the same packs in other orders both end', async () => {
    const { manufacturer, pharmacy, gtin } = chain;
    const serials = Array.from({ length: 20 }, (_, n) => `F5-${n}`);
    await say(manufacturer, commissioning(manufacturer, gtin, serials));
    const each = (order: readonly string[]) =>
      recordEvents(
        manufacturer,
        order.map((serial) => toRecord(eventOf({ bizStep: 'inspecting', epcList: [uri(serial)] }))),
        () => undefined,
      );
    const ended = await Promise.all([
      each(serials),
      each(serials.toReversed()),
      each(serials),
      each(serials.toReversed()),
    ]);
    expect(ended.every(({ ok }) => ok)).toBe(true);
    expect(await countOf(`event_object where uri like '%/21/F5-%'`)).toBe(20 + 4 * 20);
    expect(pharmacy.realm).toBe(0);
  });
});

test('whoever made the reporter its agent is spoken for', async () => {
  const agent = await organisationInTests(800, 'logistics');
  await pool().query('insert into agent (principal, agent) values ($1, $2)', [
    chain.manufacturer.organisation,
    agent.organisation,
  ]);
  const said = await say(agent, {
    ...commissioning(agent, chain.gtin, ['G1']),
    readPoint: glnUri(chain.manufacturer.location as never),
    bizLocation: glnUri(chain.manufacturer.location as never),
  });
  expect(said).toMatchObject({ ok: false, error: { refusal: { code: 'authority/place-not-the-keys' } } });
  const all = mintScope({ ...agent, location: undefined });
  expect((await say(all, { ...commissioning(chain.manufacturer, chain.gtin, ['G1']) })).ok).toBe(true);
});
