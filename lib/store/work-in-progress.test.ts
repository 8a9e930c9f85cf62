import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../anomaly/finding.ts';
import { mintScope } from '../auth/mint-scope.ts';
import type { OrgScope, Realm } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { testDatabase } from './database-in-tests.ts';
import {
  addCustodyCoverage,
  loadDetectorStates,
  lockDetectorCursor,
  saveDetectorCursor,
  saveDetectorStates,
  saveDetectorTimers,
  takeDueTimers,
} from './detector-store.ts';
import { closeFinding, countFindings, loadFinding, loadFindings } from './findings.ts';
import { keepAnswer, loadKeptAnswer } from './idempotency.ts';
import { insertJob, loadJob, loadJobs } from './jobs.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { finishJob, reportJob, startJob } from './run-jobs.ts';
import { openSettledFindings, saveFindings, withdrawFindings } from './save-findings.ts';
import { inTransaction } from './transaction.ts';
import { eventIdInTests, glnOf, NOW, organisationInTests } from './world-in-tests.ts';

let pharmacy: OrgScope;
let other: OrgScope;

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url });
  pharmacy = await organisationInTests(10, 'pharmacy');
  other = await organisationInTests(20, 'pharmacy');
});
afterAll(closeStore);

const later = (ms: number): Instant => (NOW + ms) as Instant;

describe('jobs', () => {
  test('a job runs under the scope that asked for it, tells its progress, and is seen by its organisation alone', async () => {
    const id = eventIdInTests();
    await insertJob(pharmacy, { id, kind: 'capture', payload: { events: [1, 2, 3] }, total: 3 });
    expect(await startJob(id)).toMatchObject({
      id,
      scope: JSON.parse(JSON.stringify(pharmacy)),
      payload: { events: [1, 2, 3] },
    });

    await reportJob(id, { done: 1, failed: 0, errors: [] });
    await reportJob(id, { done: 1, failed: 1, errors: [{ row: 3, code: 'gtin/length' }] });
    expect(await startJob(id)).toMatchObject({ done: 2, failed: 1 });
    await finishJob(id, 'succeeded');

    expect(await loadJob(pharmacy, id)).toMatchObject({
      id,
      state: 'succeeded',
      total: 3,
      done: 2,
      failed: 1,
      errors: [{ row: 3 }],
    });
    expect(await loadJob(other, id)).toBeUndefined();
    expect(await startJob(id)).toBeUndefined();
  });

  test('jobs are paged newest first without one twice or missing', async () => {
    const ids = Array.from({ length: 7 }, eventIdInTests);
    for (const id of ids) await insertJob(other, { id, kind: 'register', payload: {}, total: 1 });
    const seen: string[] = [];
    for (let page = await loadJobs(other, { limit: 3 }); page.length > 0; ) {
      seen.push(...page.map((job) => job.id));
      const last = page.at(-1);
      page = await loadJobs(other, { limit: 3, kind: 'register', ...(last && { after: last }) });
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });
});

describe('idempotency', () => {
  const request = { key: 'k1', digest: new Uint8Array(32).fill(1) };

  test('an answer is given again for the same request, refused for another, and unknown to another organisation', async () => {
    expect(await loadKeptAnswer(pharmacy, request)).toEqual({ ok: true, value: undefined });
    expect(await keepAnswer(pharmacy, request, { status: 200, body: { verdict: 'supply' } })).toBe(true);
    expect(await keepAnswer(pharmacy, request, { status: 409, body: {} })).toBe(false);

    expect(await loadKeptAnswer(pharmacy, request)).toEqual({
      ok: true,
      value: { status: 200, body: { verdict: 'supply' } },
    });
    expect(await loadKeptAnswer(pharmacy, { ...request, digest: new Uint8Array(32) })).toEqual({
      ok: false,
      error: { code: 'idempotency/other-request' },
    });
    expect(await loadKeptAnswer(other, request)).toEqual({ ok: true, value: undefined });
  });
});

describe('detectors', () => {
  test('the cursor, states and timers move together, or not at all', async () => {
    const step = (fail: boolean) =>
      inTransaction(async (tx) => {
        const { nextSeq } = await lockDetectorCursor(tx);
        await saveDetectorStates(
          tx,
          new Map([
            ['a', { n: Number(nextSeq) }],
            ['b', undefined],
          ]),
        );
        await saveDetectorTimers(tx, [{ dueAt: later(1000), key: `t${nextSeq}`, body: { x: 1 } }]);
        await saveDetectorCursor(tx, { nextSeq: nextSeq + 5n, watermark: NOW });
        if (fail) throw new Error('killed');
      });
    await step(false);
    await expect(step(true)).rejects.toThrow('killed');
    await Promise.all([step(false), step(false)]);

    await inTransaction(async (tx) => {
      expect(await lockDetectorCursor(tx)).toEqual({ nextSeq: 15n, watermark: NOW });
      expect(await loadDetectorStates(tx, ['a', 'b'])).toEqual(new Map([['a', { n: 10 }]]));
      expect(await takeDueTimers(tx, NOW, 10)).toEqual([]);
      const due = await takeDueTimers(tx, later(1000), 10);
      expect(due.map((timer) => timer.key)).toEqual(['t0', 't10', 't5']);
      expect(due[0]).toEqual({ dueAt: later(1000), key: 't0', body: { x: 1 } });
      expect(await takeDueTimers(tx, later(1000), 10)).toEqual([]);
    });
  });

  test('coverage adds up', async () => {
    await inTransaction(async (tx) => {
      await addCustodyCoverage(tx, pharmacy.organisation, 9, 10);
      await addCustodyCoverage(tx, pharmacy.organisation, 0, 1);
    });
    const { rows } = await pool().query('select good, total from custody_coverage');
    expect(rows).toEqual([{ good: 9, total: 11 }]);
  });
});

describe('findings', () => {
  const REALM = 0 as Realm;
  const regulator = (country: string, realm = REALM) =>
    mintScope({ ...pharmacy, organisation: glnOf(50), organisationRole: 'regulator', country, realm });
  const finding = (id: string, changed: Partial<Finding> = {}): Finding => ({
    id,
    realm: 0,
    detector: 'D03',
    kind: 'case',
    severity: 5,
    title: 'Dispensed twice',
    observed: 'o',
    expected: 'e',
    innocent: [{ cause: 'mis-scan', tested: 'shelf' }],
    clears: 'c',
    action: 'a',
    packs: ['https://id.gs1.org/01/09520000000011/21/A'],
    lots: [],
    parties: [pharmacy.organisation],
    locations: [],
    countries: ['IE'],
    events: ['cd'.repeat(16)],
    observations: [],
    raisedAt: NOW,
    visibleAt: NOW,
    parameters: 'v1',
    rank: 1,
    ...changed,
  });
  const save = (...findings: Finding[]) => inTransaction((tx) => saveFindings(tx, findings, NOW));
  const ids = async (scope: OrgScope, query = {}) =>
    (await loadFindings(scope, { limit: 100, ...query })).map((one) => one.id);

  beforeAll(() =>
    save(
      finding('case'),
      finding('abroad', { countries: ['FR'] }),
      finding('pending', { visibleAt: later(1000) }),
      finding('quality', { kind: 'data-quality', severity: 1 }),
      finding('stop', { kind: 'data-quality', severity: 4, rank: 0.5 }),
      finding('theirs', { kind: 'data-quality', severity: 4, rank: 0.5, parties: [other.organisation] }),
    ),
  );

  test('a case is for the regulator of its country, an item and a stop for the party concerned, a pending one for nobody', async () => {
    expect(await ids(regulator('IE'))).toEqual(['case']);
    expect(await ids(regulator('FR'))).toEqual(['abroad']);
    expect(await ids(regulator('IE', 3 as Realm))).toEqual([]);
    expect(await ids(pharmacy)).toEqual(['stop', 'quality']);
    expect(await ids(other)).toEqual(['theirs']);

    expect(await loadFinding(regulator('IE'), 'case')).toEqual({
      ...finding('case'),
      status: 'open',
      clearedBy: undefined,
      clearedAt: undefined,
    });
    for (const hidden of ['abroad', 'pending', 'quality', 'none'])
      expect(await loadFinding(regulator('IE'), hidden)).toBeUndefined();
    expect(await countFindings(pharmacy)).toEqual([
      { severity: 4, status: 'open', count: 1 },
      { severity: 1, status: 'open', count: 1 },
    ]);
  });

  test('filters narrow, and pages go on worst first, the newest among equals', async () => {
    await save(
      ...Array.from({ length: 9 }, (_, i) =>
        finding(`p${i}`, {
          countries: ['DE'],
          severity: (1 + (i % 3)) as 1 | 2 | 3,
          rank: i % 2,
          detector: `D0${i % 2}`,
          raisedAt: later(i >= 6 ? 500 : 0),
        }),
      ),
    );
    const scope = regulator('DE');
    const all = await ids(scope);
    const paged: string[] = [];
    for (let page = await loadFindings(scope, { limit: 2 }); page.length > 0; ) {
      paged.push(...page.map((one) => one.id));
      const last = page.at(-1);
      page = await loadFindings(scope, { limit: 2, ...(last && { after: last }) });
    }
    expect(paged).toEqual(all);
    expect(all).toEqual(['p5', 'p8', 'p2', 'p7', 'p1', 'p4', 'p3', 'p6', 'p0']);
    expect(await ids(scope, { leastSeverity: 3, detectors: ['D01'] })).toEqual(['p5']);
    expect(await ids(scope, { pack: 'https://id.gs1.org/01/09520000000011/21/B' })).toEqual([]);
    expect(await ids(scope, { raisedFrom: later(501) })).toEqual([]);
    expect(await ids(scope, { status: ['closed'] })).toEqual([]);
  });

  test('what settles is opened; what is exonerated before that was never there, and after that is shown as withdrawn', async () => {
    await save(
      finding('soon', { visibleAt: later(10), countries: ['AT'] }),
      finding('never', { visibleAt: later(99), countries: ['AT'] }),
    );
    expect(await inTransaction((tx) => openSettledFindings(tx, later(10)))).toBe(1);
    expect(await ids(regulator('AT'))).toEqual(['soon']);

    await inTransaction((tx) =>
      withdrawFindings(tx, [
        { finding: 'soon', at: later(20), clearedBy: 'ef'.repeat(16) },
        { finding: 'never', at: later(20), clearedBy: undefined },
      ]),
    );
    expect(await loadFindings(regulator('AT'), { limit: 9 })).toMatchObject([
      { id: 'soon', status: 'withdrawn', clearedBy: 'ef'.repeat(16), clearedAt: later(20) },
    ]);
  });

  test('a reader closes what it sees, with a reason, and the detector does not open it again', async () => {
    expect(await closeFinding(other, 'case', 'r')).toBe(false);
    expect(await closeFinding(regulator('IE'), 'case', 'shelf was counted')).toBe(true);
    await save(finding('case', { title: 'again' }));
    expect(await loadFinding(regulator('IE'), 'case')).toMatchObject({
      status: 'closed',
      title: 'Dispensed twice',
    });
    const { rows } = await pool().query(`select actor, reason from access_log where subject = 'case'`);
    expect(rows).toEqual([{ actor: pharmacy.actor, reason: 'shelf was counted' }]);
  });
});
