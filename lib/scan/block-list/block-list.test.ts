import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64Of } from '../../kernel/base64.ts';
import type { Instant } from '../../kernel/instant.ts';
import { filterOf, isRoomFor, mayHold, ONE_FALSE_HIT_IN, packNumber, shapeFor } from './block-filter.ts';
import { type BlockList, type BlockListUpdate, updatedList } from './block-list.ts';
import { formatHead, parseHead } from './block-list-head.ts';
import { identityInTests, listInTests, SALT } from './block-list-in-tests.ts';
import { decideOffline } from './decide-offline.ts';
import { differenceBetween, withDifference } from './filter-difference.ts';
import { decodeSortedNumbers, encodeSortedNumbers } from './sorted-numbers-code.ts';

const rising = fc
  .uniqueArray(fc.integer({ min: 0, max: 2 ** 40 }), { maxLength: 200 })
  .map((numbers) => numbers.sort((a, b) => a - b));

describe('sorted numbers', () => {
  test('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(rising, (numbers) => {
        expect(decodeSortedNumbers(encodeSortedNumbers(numbers))).toEqual({ ok: true, value: numbers });
      }),
    );
  });

  test('have one spelling: every other bytes give other numbers or none', () => {
    fc.assert(
      fc.property(rising, fc.nat(), fc.integer({ min: 1, max: 255 }), (numbers, where, change) => {
        const bytes = encodeSortedNumbers(numbers);
        bytes[where % bytes.length] = (bytes[where % bytes.length] ?? 0) ^ change;
        const read = decodeSortedNumbers(bytes);
        if (read.ok) expect(encodeSortedNumbers(read.value)).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  // By hand: k = round(log2(5/2 * ln 2)) = 1; 1 is 0|1, then 4-1-1 = 2 is 10|0.
  test('are written as Rice wrote them', () => {
    expect([...encodeSortedNumbers([1, 4])]).toEqual([1, 0, 0, 0, 2, 0b01100000]);
  });

  test.each([
    [[]],
    [[1, 2]],
    [[0, 0, 0, 0]],
    [[60, 0, 0, 0, 1, 0]],
    [[0, 255, 255, 255, 255, 0]],
    [[0, 0, 0, 0, 1, 255]],
  ])('bytes that are no list (%j) are refused', (bytes) => {
    expect(decodeSortedNumbers(Uint8Array.from(bytes)).ok).toBe(false);
  });

  test('that do not rise are not written', () => {
    for (const numbers of [[2, 1], [1, 1], [-1], [0.5], [2 ** 52]])
      expect(() => encodeSortedNumbers(numbers)).toThrow();
  });
});

describe('the filter', () => {
  const bitsEach = (packs: number) => {
    const { filter } = listInTests(Array.from({ length: packs }, (_, n) => identityInTests(n)));
    return (encodeSortedNumbers(filter.numbers).length * 8) / packs;
  };

  test.each([100, 1_000, 20_000, 100_000])('of %i packs takes at most twelve bits for each', (packs) => {
    expect(bitsEach(packs)).toBeLessThanOrEqual(12);
  });

  test('finds every pack that is in it', () => {
    const packs = Array.from({ length: 20_000 }, (_, n) => identityInTests(n));
    const { filter } = listInTests(packs);
    expect(packs.every((pack) => mayHold(filter, pack))).toBe(true);
  });

  test('filled to the brim, takes no more than one other pack in 500 for one of its own', () => {
    const packs = 20_000;
    const shape = { domain: packs * ONE_FALSE_HIT_IN, salt: SALT };
    expect(isRoomFor(shape, packs)).toBe(true);
    expect(isRoomFor(shape, packs + 1)).toBe(false);
    const filter = filterOf(
      shape,
      Array.from({ length: packs }, (_, n) => packNumber(shape, identityInTests(n))),
    );
    const others = 400_000;
    let hits = 0;
    for (let n = packs; n < packs + others; n++) if (mayHold(filter, identityInTests(n))) hits++;
    // Expected 781; 800 is one in 500, and four standard deviations of chance are 112.
    expect(hits / others).toBeLessThanOrEqual(1 / 500 + 4 * Math.sqrt(1 / 512 / others));
    expect(hits / others).toBeGreaterThan(1 / 1000);
  });

  test('with another salt suspects other good packs', () => {
    const packs = Array.from({ length: 2_000 }, (_, n) => identityInTests(n));
    const suspects = (salt: string) => {
      const shape = { ...shapeFor(packs.length, salt) };
      const filter = filterOf(
        shape,
        packs.map((pack) => packNumber(shape, pack)),
      );
      const found = new Set<number>();
      for (let n = 2_000; n < 42_000; n++) if (mayHold(filter, identityInTests(n))) found.add(n);
      return found;
    };
    const [one, other] = [suspects(SALT), suspects('ffffffffffffffff')];
    expect([...one].filter((n) => other.has(n)).length).toBeLessThan(one.size / 10);
  });

  test.each([{ serial: 'OTHER' }, { lot: 'OTHER' }, { expiry: '2028-05-30' }, { gtin: '09506000134352' }])(
    'does not know a pack by part of its identity (%j)',
    (changed) => {
      const pack = identityInTests(1);
      const { filter } = listInTests([pack]);
      expect([mayHold(filter, pack), mayHold(filter, { ...pack, ...changed })]).toEqual([true, false]);
    },
  );

  test('makes room for a quarter more packs before it is made anew', () => {
    const shape = shapeFor(1_000, SALT);
    const room = [312, 313, 1_000, 1_250, 1_251].map((packs) => isRoomFor(shape, packs));
    expect(room).toEqual([false, true, true, true, false]);
  });
});

describe('a difference', () => {
  test('leads from any list to any other', () => {
    fc.assert(
      fc.property(rising, rising, (before, after) => {
        expect(withDifference(before, differenceBetween(before, after))).toEqual({ ok: true, value: after });
      }),
    );
  });

  test('of a hundred packs in a hundred thousand is small', () => {
    const before = Array.from({ length: 100_000 }, (_, n) => n * 640);
    const after = [...before.slice(100), 64_000_001];
    const { added, removed } = differenceBetween(before, after);
    expect(added.length + removed.length).toBeLessThan(400);
  });

  test('to another list than the one at hand is refused', () => {
    const change = differenceBetween([1, 2, 3], [1, 3, 4]);
    expect(withDifference([1, 3], change)).toEqual({ ok: false, error: { code: 'block-list/other-base' } });
    expect(withDifference([1, 2, 4], change)).toEqual({
      ok: false,
      error: { code: 'block-list/other-base' },
    });
  });
});

describe('the head', () => {
  const { head } = listInTests([identityInTests(1)]);

  test('is read as it was written', () => {
    expect(parseHead(formatHead(head))).toEqual({ ok: true, value: head });
    expect(parseHead(formatHead({ ...head, location: '-' })).ok).toBe(true);
  });

  test.each([
    (text: string) => text.replace('v1', 'v2'),
    (text: string) => text.replace('version 1', 'version 01'),
    (text: string) => text.replace('.000Z', 'Z'),
    (text: string) => `${text}more\n`,
    (text: string) => text.slice(0, -1),
    (text: string) => text.replace('lists ', 'list '),
    () => '',
  ])('in any other spelling (%#) is refused', (change) => {
    expect(parseHead(change(formatHead(head)))).toEqual({ ok: false, error: { code: 'block-list/head' } });
  });
});

const wholeUpdate = ({ head, filter, lists }: BlockList): BlockListUpdate => ({
  head: formatHead(head),
  filter: { kind: 'whole', numbers: base64Of(encodeSortedNumbers(filter.numbers)) },
  lists,
});

describe('an update', () => {
  const packs = Array.from({ length: 50 }, (_, n) => identityInTests(n));
  const known = listInTests(packs);

  test('whole, or by the difference, gives the list that its head names', () => {
    expect(updatedList(undefined, wholeUpdate(known))).toEqual({ ok: true, value: known });
    const more = listInTests([...packs.slice(1), identityInTests(99)], known.lists, known.head.madeAt, 2);
    const change = differenceBetween(known.filter.numbers, more.filter.numbers);
    const update: BlockListUpdate = {
      head: formatHead(more.head),
      filter: {
        kind: 'difference',
        from: 1,
        added: base64Of(change.added),
        removed: base64Of(change.removed),
      },
      lists: null,
    };
    expect(updatedList(known, update)).toEqual({ ok: true, value: more });
    expect(updatedList(undefined, update)).toEqual({ ok: false, error: { code: 'block-list/other-base' } });
  });

  test('whose parts are not those that the head names is refused', () => {
    const other = { ...known.lists, recalls: [{ gtin: '09520000000011', lot: 'L1', recallClass: 'I' }] };
    expect(updatedList(undefined, { ...wholeUpdate(known), lists: other })).toEqual({
      ok: false,
      error: { code: 'block-list/other-content' },
    });
    const fewer = wholeUpdate(listInTests(packs.slice(1)));
    expect(updatedList(undefined, { ...wholeUpdate(known), filter: fewer.filter }).ok).toBe(false);
  });
});

describe('a decision without a connection', () => {
  const listed = identityInTests(1);
  const madeAt = Date.parse('2026-11-20T12:00:00Z') as Instant;
  const list = listInTests(
    [listed],
    {
      products: [
        { gtin: '09520000000011', name: 'A medicine', withdrawnFrom: null },
        { gtin: '09520000000028', name: 'Another', withdrawnFrom: '2026-11-21' },
      ],
      recalls: [{ gtin: '09520000000011', lot: 'RECALLED', recallClass: 'I' }],
    },
    madeAt,
  );
  const good = { gtin: '09520000000011', serial: 'GOOD', batch: 'L1', expiry: '280531' };
  const at = (text: string) => ({
    now: Date.parse(text) as Instant,
    timeZone: 'Asia/Kolkata',
    wasDone: false,
  });
  const soon = at('2026-11-20T12:04:00Z');
  const { gtin, serial, lot: batch } = listed;

  test.each([
    ['that nothing speaks against may be supplied', good, 'offline/no-objection', 'supply'],
    [
      'that the filter knows asks for a second look',
      { gtin, serial, batch, expiry: '280531' },
      'offline/second-look',
      'rescan',
    ],
    [
      'printed with day 00 is the same pack',
      { gtin, serial, batch, expiry: '280500' },
      'offline/second-look',
      'rescan',
    ],
    ['of a recalled batch is set aside', { ...good, batch: 'RECALLED' }, 'offline/recalled', 'set-aside'],
    ['that has expired is set aside', { ...good, expiry: '261119' }, 'offline/expired', 'set-aside'],
    [
      'of a product that nobody here stocks is not decided',
      { ...good, gtin: '09506000134352' },
      'offline/not-covered',
      'rescan',
    ],
  ])('a pack %s', (_what, pack, code, verdict) => {
    expect(decideOffline(pack, list, soon)).toMatchObject({ code, verdict });
  });

  test('a pack that was ended on this very device is set aside, whatever the list says', () => {
    expect(decideOffline(good, list, { ...soon, wasDone: true })).toMatchObject({
      code: 'offline/already-done',
      verdict: 'set-aside',
    });
  });

  test('the day ends where the place is', () => {
    const last = { ...good, expiry: '261120' };
    expect(decideOffline(last, list, at('2026-11-20T18:29:00Z')).verdict).toBe('supply');
    expect(decideOffline(last, list, at('2026-11-20T18:30:00Z')).code).toBe('offline/expired');
  });

  test('a withdrawal counts from its day on', () => {
    const withdrawn = { ...good, gtin: '09520000000028' };
    expect(decideOffline(withdrawn, list, soon).code).toBe('offline/no-objection');
    expect(decideOffline(withdrawn, list, at('2026-11-21T12:00:00Z')).code).toBe('offline/withdrawn');
  });

  test('a list is used for ten days, and says how old it is', () => {
    expect(decideOffline(good, list, at('2026-11-30T12:00:00Z'))).toMatchObject({
      verdict: 'supply',
      productName: 'A medicine',
      list: { version: 1, madeAt },
    });
    expect(decideOffline(good, list, at('2026-11-30T12:00:01Z'))).toMatchObject({
      code: 'offline/no-list',
      list: undefined,
    });
    expect(decideOffline(good, undefined, soon)).toMatchObject({
      code: 'offline/no-list',
      verdict: 'rescan',
    });
  });
});
