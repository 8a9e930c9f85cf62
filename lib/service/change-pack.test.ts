import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { closeStore, pool } from '../store/pool.ts';
import { glnOf } from '../store/world-in-tests.ts';
import {
  branchOf,
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  deliver,
  packRequest,
  receiving,
  say,
  shipping,
  uriOf,
} from './chain-in-tests.ts';
import { changePack, type PackChange } from './change-pack.ts';
import { verifyPack } from './verify-pack.ts';

let chain: ChainInTests;
beforeAll(async () => {
  chain = await chainInTests();
});
afterAll(closeStore);

const wish = (scope: OrgScope, serial: string, state: PackChange['state']) =>
  changePack(scope, packRequest(chain.gtin, serial), { state, note: undefined });

async function told(scope: OrgScope, serial: string, state: PackChange['state']) {
  const changed = await wish(scope, serial, state);
  if (!changed.ok) return changed.error.code;
  const { recorded, answerKind, reasons } = changed.value.judgement;
  return `${recorded} ${answerKind} ${reasons[0].code}`;
}

const effectsOf = async (serial: string) => {
  const { rows } = await pool().query('select effect from event_object where uri = $1 order by counter', [
    uriOf(chain.gtin, serial),
  ]);
  return rows.map(({ effect }) => effect);
};

test('of a thousand attempts at once to supply one pack, one is applied', async () => {
  await deliver(chain, chain.pharmacy, ['T1']);
  const branch = await branchOf(chain.pharmacy, glnOf(350));
  const askers = [chain.pharmacy, chain.pharmacy, branch, chain.otherPharmacy];
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, async (_, n) => {
      const asker = askers[n % askers.length] ?? chain.pharmacy;
      return { asker, told: await told(asker, 'T1', 'supplied') };
    }),
  );
  const count = new Map<string, number>();
  for (const answer of answers) count.set(answer.told, (count.get(answer.told) ?? 0) + 1);
  const applied = [...count].filter(([answer]) => answer.startsWith('applied'));
  expect(applied.map(([, n]) => n)).toEqual([1]);

  const effects = await effectsOf('T1');
  expect(effects.filter((effect) => effect === 'applied')).toHaveLength(4);
  // Whoever does not hold the pack may have testified before the holder's supply, once; nobody afterwards.
  const testimonies = effects.filter((effect) => effect === 'without-effect').length;
  expect(testimonies).toBeLessThanOrEqual(1);
  expect(await countOf(`observation where serial = 'T1'`)).toBe(999 - testimonies);
  for (const answer of answers) {
    expect(answer.told).toMatch(
      /^(applied known|testimony known pack\/not-held|observation (already-done-here pack\/already-done-here|refused-state pack\/already-supplied))/,
    );
    if (answer.asker === chain.otherPharmacy) expect(answer.told).not.toMatch(/^applied/);
  }
}, 120_000);

test('of a hundred attempts at once to undo, one is applied', async () => {
  await deliver(chain, chain.pharmacy, ['T2']);
  await wish(chain.pharmacy, 'T2', 'supplied');
  const answers = await Promise.all(Array.from({ length: 100 }, () => told(chain.pharmacy, 'T2', 'active')));
  for (const answer of answers)
    expect(answer).toMatch(/^(applied known pack\/changed|observation refused-state pack\/undo-nothing)$/);
  expect(await effectsOf('T2')).toEqual(['applied', 'applied', 'applied', 'corrected', 'applied']);
  expect((await verifyPack(chain.pharmacy, packRequest(chain.gtin, 'T2'))).body).toMatchObject({
    verdict: 'supply',
  });
});

test('a step that others rest on is not undone', async () => {
  const { manufacturer, wholesaler, pharmacy, gtin } = chain;
  await say(manufacturer, commissioning(manufacturer, gtin, ['T3']));
  await say(manufacturer, shipping(manufacturer, pharmacy, [uriOf(gtin, 'T3')]));
  await say(pharmacy, receiving(manufacturer, pharmacy, [uriOf(gtin, 'T3')]));
  await wish(pharmacy, 'T3', 'sample');
  const now = { eventTime: Date.now() as Instant };
  await say(pharmacy, {
    ...shipping(pharmacy, wholesaler, [uriOf(gtin, 'T3')]),
    disposition: 'returned',
    ...now,
  });
  await say(wholesaler, { ...receiving(pharmacy, wholesaler, [uriOf(gtin, 'T3')]), ...now });
  expect(await told(pharmacy, 'T3', 'active')).toBe('observation refused-state pack/undo-moved-on');
});

test('the undo of one pack leaves the others that one event named', async () => {
  const { pharmacy, gtin } = chain;
  await deliver(chain, pharmacy, ['T4', 'T5', 'T6']);
  await say(pharmacy, {
    bizStep: 'sampling',
    disposition: 'inactive',
    vialog: { reason: 'sample' },
    epcList: ['T4', 'T5', 'T6'].map((serial) => uriOf(gtin, serial)),
  });
  expect(await told(pharmacy, 'T5', 'active')).toBe('applied known pack/changed');
  const { rows } = await pool().query(
    `select serial, status from pack where serial in ('T4', 'T5', 'T6') order by serial`,
  );
  expect(rows).toEqual([
    { serial: 'T4', status: 'sample' },
    { serial: 'T5', status: 'active' },
    { serial: 'T6', status: 'sample' },
  ]);
});

test('what is answered of the log leads to the asker’s own events and those it is a party of', async () => {
  await deliver(chain, chain.pharmacy, ['T7']);
  const ledger = async (scope: OrgScope) =>
    (await verifyPack(scope, packRequest(chain.gtin, 'T7'))).body['ledger'];
  expect(await ledger(chain.pharmacy)).toMatchObject({ receipt: expect.stringContaining('/log/receipt/') });
  expect(await ledger(chain.manufacturer)).toMatchObject({
    receipt: expect.stringContaining('/log/receipt/'),
  });
  expect(await ledger(chain.otherPharmacy)).toEqual({ status: 'recorded', index: null, receipt: null });
});
