import { expect, test } from 'vitest';
import type { QueuedScan } from '../../lib/scan/offline/queued-scan.ts';
import type { PackOutcome } from '../scan/pack-answer.ts';
import type { ScannedPack } from '../scan/scanned-pack.ts';
import type { DeskView } from './desk-view.ts';
import type { Station } from './device-store.ts';
import { memoryStore } from './memory-store.ts';
import { OfflineDesk } from './offline-desk.ts';
import { operationLine, replayOutcome } from './operation-lines.ts';

const PACK: ScannedPack = {
  gtin: '09520000000011',
  serial: 'S1',
  batch: 'L1',
  expiry: '280531',
  mode: 'scan',
};
const STATION: Station = {
  owner: { organisation: '9520000003007', location: '9520000003014' },
  place: { organisation: 'A pharmacy', location: 'Cork', timeZone: 'Europe/Dublin' },
  maySupply: true,
};

const problem = (status: number): PackOutcome => ({
  kind: 'problem',
  problem: { code: 'server/fault', title: 'Out of order', status },
});

/** A desk before a register that answers as told; `undefined`: not at all. */
function deskBefore(answer: () => PackOutcome | undefined) {
  const asked: string[] = [];
  const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };
  const reply = async (id: string) => {
    asked.push(id);
    const outcome = answer();
    if (!outcome) throw new Error('no answer');
    return outcome;
  };
  const store = memoryStore();
  const open = (owner = STATION.owner) =>
    new OfflineDesk({
      store,
      station: { ...STATION, owner },
      clock: () => clock.ms,
      makeId: () => 'delivery',
      register: {
        verify: (_pack, _mode, id) => reply(id),
        change: (_pack, _target, _reason, id) => reply(id),
        deliver: async ({ scans }) =>
          new Map(scans.map(({ id }) => [id, { effect: 'applied', reasons: [] }] as const)),
        fetchList: () => Promise.reject(new Error('none')),
        openKept: async () => undefined,
      },
    });
  return { desk: open(), open, asked, clock };
}

const codeOf = (outcome: PackOutcome) =>
  outcome.kind === 'answer' ? outcome.answer.reasons[0]?.code : outcome.problem.status;

test('what the register answers is passed on, a refusal too', async () => {
  const { desk } = deskBefore(() => problem(422));
  expect(codeOf(await desk.verify(PACK, 'scan', 'a'))).toBe(422);
  expect(desk.view()).toMatchObject({ isUp: true, waiting: 0 });
});

test.each([
  ['does not answer', () => undefined],
  ['is out of order', () => problem(503)],
])(
  'where the register %s the device decides, and asks no more until a pause is over',
  async (_what, answer) => {
    const { desk, asked, clock } = deskBefore(answer);
    expect(codeOf(await desk.verify(PACK, 'scan', 'a'))).toBe('offline/no-list');
    await desk.verify(PACK, 'scan', 'b');
    expect(asked).toEqual(['a']);
    clock.ms += 3_001;
    await desk.verify({ ...PACK, serial: 'S2' }, 'scan', 'c');
    expect(asked).toEqual(['a', 'c']);
    expect(desk.view()).toMatchObject({ isUp: false, waiting: 3 });
  },
);

test('what is kept of a pack goes to the register before the pack is asked about again', async () => {
  let isUp = false;
  const { desk, asked } = deskBefore(() => (isUp ? problem(404) : undefined));
  await desk.change(PACK, 'supplied', undefined, 'supply');
  isUp = true;
  desk.hope();
  await desk.verify(PACK, 'scan', 'again');
  expect(asked).toEqual(['supply', 'again']);
  expect(desk.view()).toMatchObject({ waiting: 0, isUp: true });
});

test('a supply that was never sent is taken back without a trace; one that may have arrived is followed by its undo', async () => {
  const { desk, clock } = deskBefore(() => undefined);
  await desk.change(PACK, 'supplied', undefined, 'tried');
  await desk.change(PACK, 'active', undefined, 'undo');
  expect(desk.view().waiting).toBe(2);
  await desk.change({ ...PACK, serial: 'S2' }, 'supplied', undefined, 'untried');
  expect(desk.view().waiting).toBe(3);
  await desk.change({ ...PACK, serial: 'S2' }, 'active', undefined, 'undo-2');
  expect(desk.view().waiting).toBe(2);
  clock.ms += 1;
});

test('what waits for one account is not sent by another, and both are told of', async () => {
  const { desk, open } = deskBefore(() => undefined);
  await desk.change(PACK, 'supplied', undefined, 'theirs');
  const other = open({ organisation: '9520000004004', location: '-' });
  await other.open();
  await other.catchUp();
  expect(other.view()).toMatchObject({ waiting: 0, ofOthers: 1 });
  const views: DeskView[] = [];
  const stop = desk.watch((view) => views.push(view));
  desk.hope();
  await desk.catchUp();
  stop();
  expect(views.at(-1)).toMatchObject({ waiting: 0, ofOthers: 0 });
});

test('a kept scan is sent under its own id, at its own time, and marked', () => {
  const scan: QueuedScan = {
    ...{
      id: 'request-1',
      owner: STATION.owner,
      wanted: 'supplied',
      pack: PACK,
      at: '2026-11-20T12:00:00.000Z',
    },
    ...{
      decided: { code: 'offline/no-objection', list: 12 },
      mayHaveArrived: false,
      state: { is: 'waiting' },
    },
  };
  expect(operationLine(scan)).toEqual({
    ...{ id: 'request-1', state: 'supplied', gtin: PACK.gtin, serial: 'S1', batch: 'L1', expiry: '280531' },
    ...{ at: '2026-11-20T12:00:00.000Z', entryMode: 'scan', device: 'offline/no-objection;list=12' },
    reason: 'Done without a connection (offline/no-objection;list=12)',
  });
  expect(operationLine({ ...scan, wanted: 'verify' })).not.toHaveProperty('state');
});

test.each([
  [{ line: 1, outcome: 'applied' }, 'applied'],
  [{ line: 1, outcome: 'observed', verdict: 'supply' }, 'applied'],
  [{ line: 1, outcome: 'observed', verdict: 'set-aside', reasons: [] }, 'without-effect'],
  [{ line: 1, outcome: 'without-effect', code: 'pack/already-supplied' }, 'without-effect'],
  [{ line: 1, outcome: 'refused', code: 'capture/other-content' }, 'applied'],
  [{ line: 1, outcome: 'refused', code: 'authority/place' }, 'refused'],
  [{ line: 1, outcome: 'faulty', code: 'identifier/gtin' }, 'refused'],
])('the answer %j means that it was %s', (answer, effect) => {
  expect(replayOutcome(answer).effect).toBe(effect);
});

test('a pack that this device supplied a while ago does not pass as good a second time', async () => {
  const { desk } = deskBefore(() => undefined);
  await desk.change(PACK, 'supplied', undefined, 'first');
  expect(codeOf(await desk.verify(PACK, 'scan', 'second'))).toBe('offline/already-done');
  await desk.change(PACK, 'active', undefined, 'undo');
  expect(codeOf(await desk.verify(PACK, 'scan', 'third'))).toBe('offline/no-list');
});
