import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import { scopeOfApiKey } from '../auth/scope-of-api-key.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { loadJob } from '../store/jobs.ts';
import { saveAgent } from '../store/organisations.ts';
import { closeStore, pool } from '../store/pool.ts';
import { gtinOf, organisationInTests } from '../store/world-in-tests.ts';
import { startJobRunner } from '../worker/job-runner.ts';
import type { Running } from '../worker/loop.ts';
import { type ChainInTests, chainInTests, countOf } from './chain-in-tests.ts';
import { checkSerials } from './check-serials.ts';
import { findTakenSerials } from './find-taken-serials.ts';
import { generateSerials } from './generate-serials.ts';
import { bearerOf } from './keys-in-tests.ts';
import { type RegisterOrder, registerBatch } from './register-batch.ts';

let chain: ChainInTests;
let runner: Running;
beforeAll(async () => {
  chain = await chainInTests();
  runner = await startJobRunner();
});
afterAll(async () => {
  await runner.stop();
  await closeStore();
});

const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

let requests = 0;
const order = (changed: Partial<RegisterOrder>): RegisterOrder => ({
  gtin: chain.gtin,
  lot: 'R1' as Lot,
  expiry: '2028-05-31' as LocalDate,
  serials: ['1'],
  requestKey: `request ${requests++}`,
  at: Date.now() as Instant,
  ...changed,
});

/** The job when it is over, or waits for somebody. */
async function finished(scope: OrgScope, id: string) {
  for (let waited = 0; waited < 1_000; waited++) {
    const job = await loadJob(scope, id);
    if (job?.finishedAt !== undefined) return job;
    const waits = await countOf(`registration where phase in ('mending', 'checked') and job = $1`, [id]);
    if (job && job.state === 'queued' && waits === 1) return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the job does not end');
}

async function registered(scope: OrgScope, changed: Partial<RegisterOrder>) {
  const job = await registerBatch(scope, order(changed));
  if (!job.ok) throw new Error(JSON.stringify(job.error));
  return finished(scope, job.value);
}

describe('judging a list of serial numbers', () => {
  test('tells every row that cannot be taken, and keeps the others in order', () => {
    const any = { policy: undefined, reserved: [] };
    expect(checkSerials(['A', 'b c', 'A', '', 'D', 'T', 'x'.repeat(21)], any, new Set(['T']))).toEqual({
      serials: ['A', 'D'],
      faults: [
        { row: 2, serial: 'b c', fault: expect.objectContaining({ at: 1 }) },
        { row: 3, serial: 'A', fault: { code: 'serial/repeated', row: 1 } },
        { row: 4, serial: '', fault: expect.objectContaining({ code: expect.stringMatching(/^serial\//) }) },
        { row: 6, serial: 'T', fault: { code: 'serial/taken' } },
        {
          row: 7,
          serial: 'x'.repeat(21),
          fault: expect.objectContaining({ code: expect.stringMatching(/^serial\//) }),
        },
      ],
    });
  });
});

describe('registering a batch', () => {
  test('2,500 packs in two events, with the batch released', async () => {
    const job = await registered(chain.manufacturer, { serials: numbered('A', 2_500) });
    expect(job).toMatchObject({ state: 'succeeded', total: 2_500, done: 2_500, failed: 0, errors: [] });
    expect(await countOf(`pack where lot = 'R1' and status = 'active'`)).toBe(2_500);
    expect(await countOf(`event where act = 'commission'`)).toBe(2);
    expect(await countOf(`batch where lot = 'R1'`)).toBe(1);
  });

  test('nothing is stored where a row is faulty', async () => {
    await registered(chain.manufacturer, { serials: ['B1'] });
    const jobs = await countOf('job');
    expect(await registerBatch(chain.manufacturer, order({ serials: ['B0', 'B1', 'B 2'] }))).toMatchObject({
      ok: false,
      error: { code: 'serials/faulty', faults: [{ row: 2, fault: { code: 'serial/taken' } }, { row: 3 }] },
    });
    expect(await countOf('job')).toBe(jobs);
  });

  test('the same request again is the same job; another under its key is refused', async () => {
    const wanted = order({ serials: ['C1'] });
    const first = await registerBatch(chain.manufacturer, wanted);
    expect(first.ok && (await finished(chain.manufacturer, first.value)).state).toBe('succeeded');
    expect(await registerBatch(chain.manufacturer, { ...wanted, at: (wanted.at + 5) as Instant })).toEqual(
      first,
    );
    expect(await registerBatch(chain.manufacturer, { ...wanted, serials: ['C2'] })).toMatchObject({
      error: { code: 'request/replayed-differently' },
    });
  });

  test('a serial number that somebody commissions meanwhile is told with its row', async () => {
    // Both lists are judged before either job runs.
    await runner.stop();
    const wanted = await registerBatch(
      chain.manufacturer,
      order({ lot: 'D1' as Lot, serials: ['D1', 'D2'] }),
    );
    const other = await registerBatch(chain.manufacturer, order({ lot: 'D2' as Lot, serials: ['D2', 'D3'] }));
    runner = await startJobRunner();
    if (!wanted.ok || !other.ok) throw new Error('both lists are in order');
    const jobs = [
      await finished(chain.manufacturer, wanted.value),
      await finished(chain.manufacturer, other.value),
    ];
    // Nothing of the second list is registered before its row is mended or left out.
    expect(jobs.map(({ state }) => state).sort()).toEqual(['queued', 'succeeded']);
    expect(await countOf(`pack where serial in ('D1', 'D2', 'D3')`)).toBe(2);
    const { rows } = await pool().query('select row, serial, code from registration_fault');
    expect(rows).toEqual([
      { row: expect.any(Number), serial: 'D2', code: expect.stringMatching(/taken|already-commissioned/) },
    ]);
  });

  test('a job that was cut off goes on where it stood, and nothing is done twice', async () => {
    const id = await registerBatch(
      chain.manufacturer,
      order({ lot: 'E1' as Lot, serials: numbered('E', 2_100) }),
    );
    if (!id.ok) throw new Error('the list is in order');
    await finished(chain.manufacturer, id.value);
    // As after a crash between the last commit and the end of the job.
    await pool().query(`update job set state = 'running', finished_at = null where id = $1`, [id.value]);
    await pool().query(
      `select graphile_worker.add_job('vialog-job', json_build_object('id', $1::text), job_key => $1)`,
      [id.value],
    );
    expect(await finished(chain.manufacturer, id.value)).toMatchObject({
      state: 'succeeded',
      done: 2_100,
      failed: 0,
    });
    expect(
      await countOf(
        `event_object o join event e on e.id = o.event where e.claim ->> 'lot' = 'E1' and o.uri like '%/21/%'`,
      ),
    ).toBe(2_100);
  });

  test('a job does not begin under a key that was revoked, nor for who is no member any more', async () => {
    const keyed = await scopeOfApiKey(
      (await bearerOf(chain.manufacturer)).slice('Bearer '.length),
      undefined,
    );
    if (!keyed.ok) throw new Error(keyed.error.code);
    const member = mintScope({ ...chain.manufacturer, actor: 'user:gone' });
    await runner.stop();
    const jobs = [
      await registerBatch(keyed.value.scope, order({ serials: ['G1'] })),
      await registerBatch(member, order({ serials: ['G2'] })),
    ];
    await pool().query('update api_key set revoked_at = now()');
    runner = await startJobRunner();
    const codes: unknown[] = [];
    for (const job of jobs) {
      const { state, errors } = await finished(chain.manufacturer, job.ok ? job.value : '');
      codes.push([state, errors]);
    }
    expect(codes).toEqual([
      ['failed', [{ at: null, code: 'auth/bad-key', subjects: [] }]],
      ['failed', [{ at: null, code: 'auth/forbidden', subjects: [] }]],
    ]);
    expect(await countOf(`pack where serial in ('G1', 'G2')`)).toBe(0);
  });

  test('a job whose key is revoked while it runs records no more', async () => {
    const keyed = await scopeOfApiKey(
      (await bearerOf(chain.manufacturer)).slice('Bearer '.length),
      undefined,
    );
    if (!keyed.ok) throw new Error(keyed.error.code);
    await pool().query(`create function revoke_all() returns trigger language plpgsql as
      $$ begin update api_key set revoked_at = now(); return new; end $$`);
    await pool().query(
      'create trigger revokes after update of done on job for each row when (new.done > 0) execute function revoke_all()',
    );
    const job = await registered(keyed.value.scope, { lot: 'J1' as Lot, serials: numbered('J', 2_200) });
    await pool().query('drop trigger revokes on job');
    expect(job).toMatchObject({ state: 'failed', done: 0, errors: [{ code: 'auth/bad-key' }] });
    expect(await countOf(`pack where lot = 'J1'`)).toBe(0);
  });

  test.each([
    [
      'a product that nobody registered',
      'manufacturer',
      { gtin: gtinOf(77) as Gtin },
      { code: 'product/unknown' },
    ],
    [
      'another’s product',
      'wholesaler',
      {},
      { code: 'capture/not-yours', refusal: { code: 'authority/product' } },
    ],
    ['an empty list', 'manufacturer', { serials: [] }, { code: 'serials/count' }],
  ] as const)('%s is refused', async (_what, who, changed, error) => {
    expect(await registerBatch(chain[who], order(changed))).toMatchObject({ ok: false, error });
  });

  test('by an agent of the product’s holder', async () => {
    const agent = await organisationInTests(700, 'contract-manufacturer');
    expect(await registerBatch(agent, order({ serials: ['F1'] }))).toMatchObject({ ok: false });
    await saveAgent(chain.manufacturer.organisation, agent.organisation, 0 as Instant, undefined);
    expect(await registered(agent, { serials: ['F1'] })).toMatchObject({ state: 'succeeded' });
  });

  test('not by a viewer', async () => {
    const viewer = mintScope({ ...chain.manufacturer, userRole: 'viewer' });
    expect(await registerBatch(viewer, order({}))).toMatchObject({
      error: { refusal: { code: 'authority/viewer' } },
    });
  });
});

describe('serial numbers', () => {
  test('are made as the product wants them, all different, none of them taken', async () => {
    await pool().query(`update product set serial_length = 6, serial_alphabet = '01234567' where gtin = $1`, [
      chain.gtin,
    ]);
    expect(await generateSerials(chain.manufacturer, chain.gtin, 200)).toMatchObject({
      ok: false,
      error: { code: 'serial-policy/guessable' },
    });
    await pool().query(
      `update product set serial_length = 12, serial_alphabet = '0123456789ABCDEF' where gtin = $1`,
      [chain.gtin],
    );
    const made = await generateSerials(chain.manufacturer, chain.gtin, 2_000);
    if (!made.ok) throw new Error(made.error.code);
    expect(new Set(made.value.serials).size).toBe(2_000);
    expect(made.value.serials.every((serial) => /^[0-9A-F]{12}$/.test(serial))).toBe(true);
    expect(made.value.guessChance).toBeCloseTo(2_000 / 16 ** 12, 20);
  });

  test('which of them are taken is told to nobody but who may register them', async () => {
    expect(await findTakenSerials(chain.manufacturer, chain.gtin, ['A0', 'ZZ'])).toEqual({
      ok: true,
      value: ['A0'],
    });
    expect(await findTakenSerials(chain.pharmacy, chain.gtin, ['A0', 'ZZ'])).toMatchObject({ ok: false });
  });
});
