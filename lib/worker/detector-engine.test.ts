import { afterAll, beforeEach, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  deliver,
  packRequest,
  say,
  shipping,
  uriOf,
} from '../service/chain-in-tests.ts';
import { changePack } from '../service/change-pack.ts';
import { verifyPack } from '../service/verify-pack.ts';
import { closeStore, pool } from '../store/pool.ts';
import { runDetectorsOnce } from './detector-engine.ts';
import { logInTests, sealAndPublish } from './log-in-tests.ts';

let chain: ChainInTests;
let log: Awaited<ReturnType<typeof logInTests>>;

beforeEach(async () => {
  await closeStore();
  chain = await chainInTests();
  log = await logInTests();
});
afterAll(closeStore);

const now = () => Date.now() as Instant;

async function detectAll(batchEntries = 100): Promise<void> {
  await sealAndPublish(log);
  for (;;) {
    const outcome = await runDetectorsOnce({ batchEntries, now });
    if (outcome.kind === 'idle' || !outcome.behind) return;
  }
}

const supply = (scope: OrgScope, serial: string) =>
  changePack(scope, packRequest(chain.gtin, serial), { state: 'supplied', note: undefined });

const findings = async () => {
  const { rows } = await pool().query(
    'select detector, kind, severity, status, countries, parties, title, observed from finding order by detector, id',
  );
  return rows;
};

test('a pack supplied at one pharmacy and then presented at another is a case of the highest severity, seen at once', async () => {
  const { pharmacy, otherPharmacy, gtin } = chain;
  await deliver(chain, pharmacy, ['A1', 'A2']);
  expect((await supply(pharmacy, 'A1')).ok).toBe(true);
  await verifyPack(otherPharmacy, packRequest(gtin, 'A1'));
  await supply(otherPharmacy, 'A1');
  await detectAll();

  expect(await findings()).toMatchObject([
    {
      ...{ detector: 'D03', kind: 'case', severity: 5, status: 'open', countries: ['IE'] },
      parties: [pharmacy.organisation, otherPharmacy.organisation],
      title: 'One serial, two places: Organisation 300 (Cork, Ireland) and Organisation 400 (Cork, Ireland)',
    },
  ]);
});
