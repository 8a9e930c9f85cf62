import { describe, expect, test } from 'vitest';
import { lgtinUri, sgtinUri } from '../gs1/digital-link.ts';
import type { BatchState } from './batch-state.ts';
import type { Claim } from './claim.ts';
import {
  type Actor,
  atPharmacy,
  BATCH,
  commissioned,
  date,
  declares,
  EXPIRY,
  GTIN,
  hour,
  Ledger,
  LOT,
  lot,
  MAKER,
  MAKERS_AGENT,
  OTHER_MAKER,
  PACK,
  PHARMACY,
  PRODUCT,
  REGULATOR,
  recordedAt,
  says,
  serial,
  shippedToPharmacy,
  shippedToWholesaler,
  stating,
  WHOLESALER,
} from './claims-in-tests.ts';
import type { CustodyFacts, PackFacts } from './custody-facts.ts';
import { decide } from './decide.ts';
import { INITIAL_STATE } from './initial-state.ts';
import type { LotItem, PackItem } from './statement.ts';

const LGTIN = lgtinUri(GTIN, LOT);
const LOT_ITEM: LotItem = { uri: LGTIN, gtin: GTIN, lot: LOT, quantity: undefined };

const factsOf = (ledger: Ledger, more: Partial<CustodyFacts> = {}): CustodyFacts => ({
  packs: new Map([[PACK, { state: ledger.state, history: ledger.entries }]]),
  containers: new Map(),
  containerHolders: new Map(),
  batches: new Map([[LGTIN, BATCH]]),
  products: new Map([[GTIN, PRODUCT]]),
  parties: new Map([MAKER, MAKERS_AGENT, WHOLESALER, PHARMACY].map((party) => [party.gln, party])),
  ...more,
});

const aboutBatch = (claim: Claim) => stating(claim, { packs: [], lots: [LOT_ITEM] });
const recallBy = (who: Actor, more: Partial<Claim> = {}) => aboutBatch(says(who, 'recall', 50, more));

function recorded(...[statement, facts]: Parameters<typeof decide>) {
  const decision = decide(statement, facts);
  if (decision.kind !== 'recorded') throw new Error(JSON.stringify(decision));
  return decision;
}

describe('an event is refused as a whole', () => {
  const facts = factsOf(new Ledger());

  test('where somebody commissions packs of another’s product', () => {
    expect(decide(stating(says(OTHER_MAKER, 'commission', 0)), facts)).toEqual({
      kind: 'refused',
      breaches: [
        {
          rule: 'custody/only-the-gtin-holder-commissions',
          effect: 'refuse',
          item: GTIN,
          code: 'product/not-yours',
          severity: 4,
        },
      ],
    });
  });

  test('where somebody commissions packs of a product that nobody holds', () => {
    const nobody = { ...facts, products: new Map(), parties: new Map() };
    expect(decide(stating(commissioned), nobody).kind).toBe('refused');
  });

  test('but not where the product is not registered and the prefix is the reporter’s', () => {
    expect(decide(stating(commissioned), { ...facts, products: new Map() }).kind).toBe('recorded');
  });

  test('but not in a sandbox, which may speak for any product', () => {
    const sandboxed = stating(says(OTHER_MAKER, 'commission', 0, { sandbox: true }));
    expect(recorded(sandboxed, facts).packs.get(PACK)).toMatchObject({ effect: 'applied' });
  });

  test('where neither the holder of the GTIN nor a regulator recalls a batch', () => {
    expect(decide(recallBy(PHARMACY), facts).kind).toBe('refused');
    expect(decide(recallBy(MAKERS_AGENT), facts).kind).toBe('refused');
    expect(decide(recallBy(MAKER), facts).kind).toBe('recorded');
    expect(decide(recallBy(REGULATOR), facts).kind).toBe('recorded');
  });
});

describe('an effect is per item', () => {
  const items = Array.from({ length: 500 }, (_, n): PackItem => {
    const number = serial(`N${n}`);
    return { uri: sgtinUri(GTIN, number), gtin: GTIN, serial: number };
  });
  const state = new Ledger().all(commissioned, shippedToWholesaler).state;
  const elsewhere = atPharmacy().state;

  test('one clone in a receipt of 500 leaves the other 499 received', () => {
    const packs = new Map(
      items.map(({ uri }, n): [string, PackFacts] => [uri, { state: n === 7 ? elsewhere : state }]),
    );
    const receipt = stating(says(WHOLESALER, 'receive', 60), { packs: items });
    const { packs: outcomes } = recorded(receipt, { ...factsOf(new Ledger()), packs });
    const without = [...outcomes].filter(([, { effect }]) => effect !== 'applied');
    expect(outcomes.size).toBe(500);
    expect(without.map(([uri]) => uri)).toEqual([items[7]?.uri]);
    expect(without[0]?.[1]).toMatchObject({
      breaches: [{ code: 'pack/not-held', item: items[7]?.uri }],
      next: { disputed: true, place: { kind: 'held', party: PHARMACY.gln } },
    });
  });

  test('a pack never heard of needs no row', () => {
    const { packs } = recorded(stating(commissioned), { ...factsOf(new Ledger()), packs: new Map() });
    expect(packs.get(PACK)?.next).toMatchObject({ status: 'active', lot: LOT, expiry: EXPIRY });
  });
});

test('an event time six minutes ahead of the record is flagged, four minutes are not', () => {
  const facts = factsOf(atPharmacy());
  const ahead = (minutes: number) => stating(recordedAt(60, says(PHARMACY, 'observe', 60 + minutes / 60)));
  expect(recorded(ahead(6), facts).flags).toMatchObject([
    { code: 'event/ahead-of-its-record', params: { minutes: 6 }, item: undefined },
  ]);
  expect(recorded(ahead(4), facts).flags).toEqual([]);
});

describe('a batch', () => {
  const facts = factsOf(atPharmacy());
  const withRecall = (batch: BatchState | undefined): CustodyFacts => ({
    ...facts,
    batches: new Map(batch ? [[LGTIN, batch]] : []),
  });
  const batchAfter = (statement: Parameters<typeof decide>[0], from = facts): BatchState => {
    const next = recorded(statement, from).batches.get(LGTIN)?.next;
    if (!next) throw new Error('the batch is spoken of');
    return next;
  };

  test('is released by its first commissioning', () => {
    expect(batchAfter(stating(commissioned), withRecall(undefined))).toEqual({ expiry: EXPIRY, recalls: [] });
  });

  test('keeps its expiry where a later commissioning says another, and the difference is flagged', () => {
    const other = stating(says(MAKER, 'commission', 50, { expiry: date('2029-01-31') }), {
      packs: [{ uri: sgtinUri(GTIN, serial('S2')), gtin: GTIN, serial: serial('S2') }],
    });
    expect(recorded(other, facts).batches.get(LGTIN)).toMatchObject({
      effect: 'applied',
      breaches: [{ code: 'batch/expiry-differs', params: { known: '2028-05-31', said: '2029-01-31' } }],
      next: { expiry: EXPIRY },
    });
  });

  test('recalled by its maker is recalled where the recall says', () => {
    const recall = recallBy(MAKER, { recallClass: 'I', reach: ['DE', 'FR'] });
    expect(batchAfter(recall).recalls).toEqual([
      { event: recall.event, by: MAKER.gln, at: hour(50), recallClass: 'I', reach: ['DE', 'FR'] },
    ]);
  });

  test('recalled by a regulator is recalled in its country, whatever it claims', () => {
    expect(batchAfter(recallBy(REGULATOR, { reach: [] })).recalls[0]?.reach).toEqual(['DE']);
  });

  test('never commissioned can be recalled', () => {
    expect(batchAfter(recallBy(MAKER), withRecall(undefined))).toMatchObject({
      expiry: undefined,
      recalls: [{}],
    });
  });

  describe('that is recalled', () => {
    const recall = recallBy(MAKER);
    const recalled = withRecall(batchAfter(recall));
    const lift = (who: Actor, lifts: string | undefined) => aboutBatch(says(who, 'lift', 60, { lifts }));

    test('is released by its issuer’s later statement', () => {
      expect(batchAfter(lift(MAKER, recall.event), recalled).recalls).toEqual([]);
    });

    test('is released where its issuer declares the recall in error', () => {
      expect(batchAfter(aboutBatch(declares(recall, 60)), recalled).recalls).toEqual([]);
    });

    test.each([
      ['somebody else', WHOLESALER, recall.event, 'batch/lift-not-yours'],
      ['a regulator that did not issue it', REGULATOR, recall.event, 'batch/lift-not-yours'],
      ['the issuer, naming nothing', MAKER, undefined, 'batch/lift-nothing'],
      ['the issuer, naming another event', MAKER, 'another', 'batch/lift-nothing'],
    ] as const)('is not released by %s', (_, who, lifts, code) => {
      expect(recorded(lift(who, lifts), recalled).batches.get(LGTIN)).toMatchObject({
        effect: 'without-effect',
        breaches: [{ code }],
        next: { recalls: [{ event: recall.event }] },
      });
    });

    test('keeps the recalls of others where one is lifted', () => {
      const both = withRecall(batchAfter(recallBy(REGULATOR), recalled));
      expect(batchAfter(lift(MAKER, recall.event), both).recalls).toMatchObject([{ by: REGULATOR.gln }]);
    });
  });

  test('takes the expiry of a corrected commissioning', () => {
    const right = says(MAKER, 'commission', 50, { expiry: date('2028-04-30') });
    const ledger = atPharmacy().all(right);
    const declaration = stating(declares(commissioned, 51, { correctives: [right.event] }));
    expect(batchAfter(declaration, factsOf(ledger)).expiry).toBe('2028-04-30');
  });

  test('is not spoken of by a movement of its packs', () => {
    expect(recorded(stating(says(PHARMACY, 'supply', 50)), facts).batches.size).toBe(0);
  });
});

test('a pack of another batch of the same event is judged by its own batch', () => {
  const ledger = new Ledger().all(
    { ...commissioned, lot: lot('L2') },
    shippedToWholesaler,
    shippedToPharmacy,
  );
  const recalls = [{ event: 'r', by: MAKER.gln, at: hour(1), recallClass: undefined, reach: [] }];
  const facts = factsOf(ledger, { batches: new Map([[LGTIN, { expiry: EXPIRY, recalls }]]) });
  const { packs } = recorded(stating(says(PHARMACY, 'supply', 50)), facts);
  const codes = [...packs.values()].flatMap(({ breaches }) => breaches.map(({ code }) => code));
  expect(codes).not.toContain('batch/recalled');
  expect([...packs.values()].map(({ effect }) => effect)).toEqual(['applied']);
  expect(INITIAL_STATE.lot).toBeUndefined();
});
