import { afterAll, beforeAll, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import { LOT } from '../service/chain-in-tests.ts';
import { orderLabels } from '../service/labels/order-labels.ts';
import { runLabels } from '../service/labels/run-labels.ts';
import { openJobQueue } from '../store/job-queue.ts';
import { saveAgent } from '../store/organisations.ts';
import { closeStore } from '../store/pool.ts';
import { finishJob, startJob } from '../store/run-jobs.ts';
import { organisationInTests } from '../store/world-in-tests.ts';
import { labelJob, labelsScreen, packLabels } from './label-screens.ts';
import { now, type QueryWorld, queryWorld } from './world-in-tests.ts';

let world: QueryWorld;
beforeAll(async () => {
  world = await queryWorld();
  await (await openJobQueue(1)).end();
});
afterAll(closeStore);

const batch = () => ({ gtin: world.gtin, lot: LOT });

test('who made a batch is shown how many of its packs are in hand, and the first of them', async () => {
  expect(await packLabels(world.manufacturer, batch())).toMatchObject({
    inHand: 1,
    sample: { serial: 'M1', expiry: '280531' },
  });
});

test('an agent may label what is in its own hands, which is nothing yet; others and viewers find no such page', async () => {
  const agent = await organisationInTests(900, 'contract-manufacturer');
  expect(await packLabels(agent, batch())).toBeUndefined();
  await saveAgent(world.manufacturer.organisation, agent.organisation, now(), undefined);
  expect(await packLabels(agent, batch())).toMatchObject({ inHand: 0, sample: null });
  for (const scope of [world.pharmacy, world.regulator, world.sandbox])
    expect(await packLabels(scope, batch())).toBeUndefined();
  expect(await packLabels(mintScope({ ...world.manufacturer, userRole: 'viewer' }), batch())).toBeUndefined();
});

test('a file is found again among those made lately, by its own organisation only', async () => {
  const order = { labels: 'packs', ...batch(), form: 'pdf-a4', from: undefined, most: 10 } as const;
  const id = await orderLabels(world.manufacturer, order, undefined);
  if (!id.ok) throw new Error(id.error.code);
  expect(await labelJob(world.manufacturer, id.value)).toMatchObject({ state: 'queued', file: null });
  const job = await startJob(id.value);
  if (!job) throw new Error('no job');
  expect(await runLabels(job)).toBe('succeeded');
  await finishJob(job.id, 'succeeded');
  const { jobs, prefix } = await labelsScreen(world.manufacturer);
  expect(prefix).toBeNull();
  expect(jobs).toMatchObject([
    {
      jobId: id.value,
      state: 'succeeded',
      form: 'pdf-a4',
      batch: { gtin: world.gtin, lot: LOT },
      file: { name: `labels-${world.gtin}-L1-a4.pdf`, href: `/api/v1/labels/${id.value}/file` },
    },
  ]);
  expect((await labelsScreen(world.pharmacy)).jobs).toEqual([]);
  expect(await labelJob(world.pharmacy, id.value)).toBeUndefined();
  expect(await labelJob(world.manufacturer, 'nonsense')).toBeUndefined();
});
