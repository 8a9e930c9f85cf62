import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Register } from '../../../components/offline/desk-parts.ts';
import type { Station } from '../../../components/offline/device-store.ts';
import { keptListOf } from '../../../components/offline/kept-list-of.ts';
import { memoryStore } from '../../../components/offline/memory-store.ts';
import { OfflineDesk } from '../../../components/offline/offline-desk.ts';
import { openList } from '../../../components/offline/open-list.ts';
import {
  type LineAnswer,
  operationLine,
  replayOutcome,
} from '../../../components/offline/operation-lines.ts';
import type { PackAnswer, PackOutcome } from '../../../components/scan/pack-answer.ts';
import type { ScannedPack } from '../../../components/scan/scanned-pack.ts';
import type { Json } from '../../../lib/kernel/canonical-json.ts';
import { type Instant, momentOf } from '../../../lib/kernel/instant.ts';
import { signerVkey } from '../../../lib/ledger/signer-key.ts';
import { formatVkey } from '../../../lib/ledger/vkey.ts';
import { blockListFor } from '../../../lib/service/block-list/block-list-for.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  packRequest,
  receiving,
  say,
  shipping,
  uriOf,
} from '../../../lib/service/chain-in-tests.ts';
import { changePack } from '../../../lib/service/change-pack.ts';
import { loadOperations } from '../../../lib/service/operations/load-operations.ts';
import { orderOperations } from '../../../lib/service/operations/order-operations.ts';
import type { Judged } from '../../../lib/service/verify-pack.ts';
import { verifyPack } from '../../../lib/service/verify-pack.ts';
import { blockListSigner } from '../../../lib/store/block-list-key.ts';
import { closeStore, pool } from '../../../lib/store/pool.ts';
import { runDetectorsOnce } from '../../../lib/worker/detector-engine.ts';
import { startJobRunner } from '../../../lib/worker/job-runner.ts';
import { logInTests, sealAndPublish } from '../../../lib/worker/log-in-tests.ts';
import type { Running } from '../../../lib/worker/loop.ts';

const DAY_MS = 86_400_000;
const DAYS = 10;
const PACKS_A_DAY = 24;
/** Before the outage, so that ten days later it is now. */
const START_MS = Date.now() - DAYS * DAY_MS - 3_600_000;

const serialOf = (n: number): string => `P${n.toString().padStart(4, '0')}`;
const SERIALS = Array.from({ length: DAYS * PACKS_A_DAY + 10 }, (_, n) => serialOf(n));

let chain: ChainInTests;
let runner: Running;
let clockMs = START_MS;

beforeAll(async () => {
  chain = await chainInTests();
  vi.stubEnv('VIALOG_DATA_DIR', mkdtempSync(join(tmpdir(), 'vialog-')));
  runner = await startJobRunner();
  const { manufacturer, pharmacy, gtin } = chain;
  const uris = SERIALS.map((serial) => uriOf(gtin, serial));
  const at = (ms: number) => ({ eventTime: (START_MS - DAY_MS + ms) as Instant });
  for (const [scope, step] of [
    [manufacturer, { ...commissioning(manufacturer, gtin, SERIALS), ...at(0) }],
    [manufacturer, { ...shipping(manufacturer, pharmacy, uris), ...at(1000) }],
    [pharmacy, { ...receiving(manufacturer, pharmacy, uris), ...at(2000) }],
  ] as const)
    expect((await say(scope, step)).ok).toBe(true);
});
afterAll(async () => {
  await runner.stop();
  await closeStore();
});

/** The register with a bad line before it: nothing passes, or what was asked arrives and its answer is lost. */
class BadLine implements Register {
  state: 'good' | 'dead' | 'deaf' = 'good';
  readonly lost = { answers: 0 };

  verify = (pack: ScannedPack, _mode: unknown, requestId: string) =>
    this.#pass(async () => judged(await verifyPack(chain.pharmacy, this.#request(pack, requestId))));

  change = (pack: ScannedPack, target: 'supplied' | 'active' | string, _reason: unknown, requestId: string) =>
    this.#pass(async () => {
      const wanted = { state: target as 'supplied', note: undefined };
      const changed = await changePack(chain.pharmacy, this.#request(pack, requestId), wanted);
      if (!changed.ok) throw new Error(changed.error.code);
      return judged(changed.value);
    });

  deliver: Register['deliver'] = ({ id, scans }) =>
    this.#pass(async () => {
      const digest = new TextEncoder().encode(JSON.stringify(scans.map(operationLine)));
      const lines = JSON.parse(JSON.stringify(scans.map(operationLine))) as Json[];
      const ordered = await orderOperations(chain.pharmacy, lines, { key: id, digest });
      if (!ordered.ok) throw new Error(ordered.error.code);
      const results = await resultsOf(ordered.value, lines.length);
      return new Map(results.map((one) => [scans[one.line - 1]?.id ?? '', replayOutcome(one)]));
    });

  fetchList: Register['fetchList'] = (known) =>
    this.#pass(async () => {
      const given = await blockListFor(chain.pharmacy, momentOf(clockMs), known?.head.version);
      const vkey = formatVkey(signerVkey(blockListSigner()));
      const opened = openList(known, { vkey, ...given });
      if (!opened.ok) throw new Error(opened.error.code);
      return { list: opened.value, kept: keptListOf(opened.value, { vkey, note: given.note }) };
    });

  openKept: Register['openKept'] = async (kept) => {
    const opened = openList(undefined, kept);
    return opened.ok ? opened.value : undefined;
  };

  async #pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.state === 'dead') throw new Error('no connection');
    const done = await work();
    if (this.state === 'good') return done;
    this.lost.answers++;
    throw new Error('no answer in time');
  }

  #request = (pack: ScannedPack, requestKey: string) =>
    packRequest(chain.gtin, pack.serial, { requestKey, entryMode: pack.mode });
}

const judged = ({ body }: Judged): PackOutcome => ({
  kind: 'answer',
  status: 200,
  answer: body as unknown as PackAnswer,
});

async function resultsOf(job: string, limit: number): Promise<readonly LineAnswer[]> {
  for (;;) {
    const found = await loadOperations(chain.pharmacy, job, { afterLine: 0, limit });
    if (found?.job.state === 'succeeded' || found?.job.state === 'failed')
      return found.results.map(({ line, outcome, result }) => ({ line, outcome, ...(result as object) }));
    await pause(20);
  }
}

const packOf = (serial: string): ScannedPack => ({
  gtin: chain.gtin,
  serial,
  batch: 'L1',
  expiry: '280531',
  mode: 'scan',
});

test('ten days without a connection: nothing is lost, nothing is doubled, every time is its own, and what went wrong is told', async () => {
  const { pharmacy, otherPharmacy } = chain;
  const store = memoryStore();
  const line = new BadLine();
  const station: Station = {
    owner: { organisation: pharmacy.organisation, location: pharmacy.location ?? '-' },
    place: { organisation: 'A pharmacy', location: 'Cork', timeZone: 'Europe/Dublin' },
    maySupply: true,
  };
  let ids = 0;
  const makeId = () => `00000000-0000-4000-8000-${(ids++).toString().padStart(12, '0')}`;
  /** Also what a page does that was closed, or crashed, and opened again. */
  const openDesk = async () => {
    const desk = new OfflineDesk({ store, register: line, station, clock: () => clockMs, makeId });
    await desk.open();
    return desk;
  };
  let desk = await openDesk();
  await desk.catchUp();
  expect(desk.view()).toMatchObject({ isUp: true, listMadeAt: clockMs });

  /** When each pack was handed out, by the clock on the wall. */
  const handedOut = new Map<string, number>();
  const supply = async (serial: string) => {
    await desk.verify(packOf(serial), 'scan', makeId());
    clockMs += 20_000;
    handedOut.set(serial, clockMs);
    return desk.change(packOf(serial), 'supplied', undefined, makeId());
  };
  const verdictOf = (outcome: PackOutcome) =>
    outcome.kind === 'answer' ? outcome.answer.verdict : outcome.kind;

  let next = 0;
  const playDay = async (day: number) => {
    clockMs = START_MS + day * DAY_MS + 60_000;
    for (let n = 0; n < PACKS_A_DAY; n++) {
      // At times a request still gets through while no answer comes back: the worst that a bad line does.
      line.state = n % 9 === 4 ? 'deaf' : 'dead';
      clockMs += 17 * 60_000;
      await supply(serialOf(next++));
      if (n % 7 === 3) desk = await openDesk();
      desk.hope();
    }
    await desk.catchUp();
  };
  for (let day = 0; day < DAYS; day++) await playDay(day);
  expect(line.lost.answers).toBeGreaterThan(20);
  expect(desk.view().waiting).toBeGreaterThan(DAYS * PACKS_A_DAY);

  // One is taken back before it ever left, one is handed out twice, one was stolen at another place in the meantime.
  line.state = 'dead';
  const takenBack = serialOf(next++);
  await supply(takenBack);
  const undone = await desk.change(packOf(takenBack), 'active', undefined, makeId());
  expect(undone).toMatchObject({ kind: 'answer', answer: { reasons: [{ code: 'offline/kept' }] } });
  handedOut.delete(takenBack);
  const twice = serialOf(0);
  const firstTime = handedOut.get(twice);
  await supply(twice);
  if (firstTime) handedOut.set(twice, firstTime);
  const stolen = serialOf(next++);
  await changePack(chain.manufacturer, packRequest(chain.gtin, stolen), { state: 'stolen', note: undefined });
  await desk.verify(packOf(stolen), 'scan', makeId());

  // Back: the first answer is lost once more, then the page is closed, then all is well.
  clockMs = Date.now();
  line.state = 'deaf';
  desk.hope();
  await desk.catchUp();
  desk = await openDesk();
  line.state = 'good';
  for (let round = 0; round < 5 && desk.view().waiting > 0; round++) {
    desk.hope();
    await desk.catchUp();
  }
  expect(desk.view()).toMatchObject({ waiting: 0, isUp: true });

  const { rows: supplies } = await pool().query<{ serial: string; at: Date; effect: string; said: number }>(
    `select split_part(o.uri, '/21/', 2) as serial, e.event_time as at, o.effect,
        count(*) over (partition by o.uri)::int as said from event e join event_object o on o.event = e.id
      where e.act = 'supply' order by o.uri, e.event_time`,
  );
  const applied = supplies.filter(({ effect }) => effect === 'applied');
  // Nothing lost, nothing doubled: each pack once, and the one that was handed out twice is on record twice.
  expect(applied.map(({ serial }) => serial).sort()).toEqual([...handedOut.keys()].sort());
  expect(supplies.filter(({ said }) => said > 1).map(({ serial }) => serial)).toEqual([twice, twice]);
  // At the time on the wall, but for those that got through when they were made, which the register's own clock timed.
  const kept = applied.filter(({ at }) => Math.abs(at.getTime() - Date.now()) > 600_000);
  expect(kept.length).toBeGreaterThan(DAYS * PACKS_A_DAY * 0.8);
  for (const { serial, at } of kept) expect(at.getTime(), serial).toBe(handedOut.get(serial));

  const { rows: seen } = await pool().query<{ n: number; packs: number }>(
    `select count(*)::int as n, count(distinct serial)::int as packs from observation where operation = 'verify'`,
  );
  // One verification a pack, one more of the pack that came twice, and the one of the stolen pack.
  expect(seen[0]?.n).toBe(next + 1);

  const conflicts = desk.view().conflicts.map(({ pack, wanted }) => [pack.serial, wanted]);
  expect(conflicts).toContainEqual([twice, 'supplied']);
  expect(conflicts).toContainEqual([stolen, 'verify']);
  for (const { id } of desk.view().conflicts) await desk.see(id);
  expect(desk.view().conflicts).toEqual([]);

  expect(verdictOf(await desk.verify(packOf(serialOf(5)), 'scan', makeId()))).toBe('set-aside');
  const { body } = await verifyPack(otherPharmacy, packRequest(chain.gtin, serialOf(6)));
  expect(body).toMatchObject({ verdict: 'set-aside', reasons: [{ code: 'pack/already-supplied' }] });

  const log = await logInTests();
  await sealAndPublish(log);
  while ((await runDetectorsOnce()).kind !== 'idle') await pause(1);
  const { rows: findings } = await pool().query<{ packs: string[] }>('select packs from finding');
  expect(findings.flatMap(({ packs }) => packs)).toContain(uriOf(chain.gtin, twice));
}, 120_000);
