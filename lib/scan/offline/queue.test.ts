import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINK_UP, type LinkState, linkFailed, linkHoped } from './link-state.ts';
import { parseQueuedScan } from './parse-queued-scan.ts';
import {
  nextDelivery,
  type Queue,
  queueSummary,
  withAnswers,
  withDeliveryGivenUp,
  withoutOld,
  withoutUnsent,
  withScan,
  withSeen,
} from './queue.ts';
import type { QueuedScan, ReplayOutcome } from './queued-scan.ts';

const OWNER = { organisation: '9520000003007', location: '9520000003014' };
const OTHER = { organisation: '9520000004004', location: '-' };
const START = Date.parse('2026-11-20T08:00:00Z');

const scan = (n: number, changed: Partial<QueuedScan> = {}): QueuedScan => ({
  id: `id-${n}`,
  owner: OWNER,
  wanted: 'supplied',
  pack: { gtin: '09520000000011', serial: `S${n}`, batch: 'L1', expiry: '280531', mode: 'scan' },
  at: new Date(START + n * 1000).toISOString(),
  decided: { code: 'offline/no-objection', list: 3 },
  mayHaveArrived: false,
  state: { is: 'waiting' },
  ...changed,
});

const queueOf = (...scans: readonly QueuedScan[]): Queue => scans.reduce(withScan, [] as Queue);
const APPLIED: ReplayOutcome = { effect: 'applied', reasons: [] };
const ODD: ReplayOutcome = {
  effect: 'without-effect',
  reasons: [{ code: 'pack/already-supplied', text: 'Supplied before.' }],
};
const options = { freshId: 'd1', most: 100 };

test('a scan that is kept twice is one, and scans stand in the order in which they were done', () => {
  expect(queueOf(scan(2), scan(1), scan(2)).map(({ id }) => id)).toEqual(['id-1', 'id-2']);
});

test('a delivery takes the oldest of its owner, and is the same until it is answered', () => {
  const queue = queueOf(scan(1), scan(2, { owner: OTHER }), scan(3), scan(4));
  const first = nextDelivery(queue, OWNER, { freshId: 'd1', most: 2 });
  expect(first?.delivery.scans.map(({ id }) => id)).toEqual(['id-1', 'id-3']);
  const again = nextDelivery(first?.queue ?? [], OWNER, { freshId: 'd2', most: 2 });
  expect(again?.delivery).toEqual(first?.delivery);
});

test('answers settle what was sent, and what was done elsewhere in the meantime is not touched', () => {
  const sent = nextDelivery(queueOf(scan(1), scan(2)), OWNER, options);
  const later = withScan(sent?.queue ?? [], scan(9));
  const answered = withAnswers(
    later,
    'd1',
    new Map([
      ['id-1', APPLIED],
      ['id-2', ODD],
      ['id-9', APPLIED],
    ]),
  );
  expect(answered.map(({ state }) => state.is)).toEqual(['settled', 'conflict', 'waiting']);
  expect(withAnswers(answered, 'd1', new Map())).toEqual(answered);
});

test('a line without an answer waits again, as one that may have arrived', () => {
  const sent = nextDelivery(queueOf(scan(1)), OWNER, options);
  expect(withDeliveryGivenUp(sent?.queue ?? [], 'd1')).toEqual([scan(1, { mayHaveArrived: true })]);
});

test('what has certainly not been sent can be taken back as if it had not been; anything else cannot', () => {
  const queue = queueOf(scan(1), scan(2, { mayHaveArrived: true }));
  expect(withoutUnsent(queue, 'id-1')?.map(({ id }) => id)).toEqual(['id-2']);
  expect(withoutUnsent(queue, 'id-2')).toBeUndefined();
  expect(withoutUnsent(queue, 'nothing')).toBeUndefined();
  const sent = nextDelivery(queue, OWNER, options);
  expect(withoutUnsent(sent?.queue ?? [], 'id-1')).toBeUndefined();
});

describe('a conflict', () => {
  const outcomeOf = (changed: Partial<QueuedScan>, outcome: ReplayOutcome) => {
    const sent = nextDelivery(queueOf(scan(1, changed)), OWNER, options);
    return withAnswers(sent?.queue ?? [], 'd1', new Map([['id-1', outcome]]))[0]?.state.is;
  };

  test.each([
    ['a supply that had no effect', {}, ODD, 'conflict'],
    ['a supply that was refused', {}, { effect: 'refused', reasons: [] }, 'conflict'],
    ['a supply that took effect', {}, APPLIED, 'settled'],
    ['a pack passed as good that is not', { wanted: 'verify' }, ODD, 'conflict'],
    [
      'a pack suspected rightly',
      { wanted: 'verify', decided: { code: 'offline/second-look', list: 3 } },
      ODD,
      'settled',
    ],
  ] as const)('%s: %s', (_what, changed, outcome, is) => {
    expect(outcomeOf(changed, outcome)).toBe(is);
  });

  test('of a pack that was looked at and then handed out is told once, by the deed', () => {
    const look = scan(1, { wanted: 'verify' });
    const deed = scan(2, { pack: look.pack });
    const sent = nextDelivery(queueOf(look, deed), OWNER, options);
    const both = new Map([
      ['id-1', ODD],
      ['id-2', ODD],
    ]);
    const { conflicts } = queueSummary(withAnswers(sent?.queue ?? [], 'd1', both), OWNER);
    expect(conflicts.map(({ id }) => id)).toEqual(['id-2']);
  });

  test('stays until a person has seen it', () => {
    const sent = nextDelivery(queueOf(scan(1)), OWNER, options);
    const queue = withAnswers(sent?.queue ?? [], 'd1', new Map([['id-1', ODD]]));
    const late = START + 10 * 86_400_000;
    expect(queueSummary(queue, OWNER).conflicts).toHaveLength(1);
    expect(withoutOld(queue, late)).toHaveLength(1);
    const seen = withSeen(queue, 'id-1');
    expect(queueSummary(seen, OWNER).conflicts).toHaveLength(0);
    expect(withoutOld(seen, START + 1)).toHaveLength(1);
    expect(withoutOld(seen, late)).toHaveLength(0);
  });
});

test('what waits is counted, and what waits for somebody else is counted apart', () => {
  const queue = queueOf(scan(1), scan(2), scan(3, { owner: OTHER }));
  expect(queueSummary(queue, OWNER)).toEqual({ waiting: 2, ofOthers: 1, conflicts: [] });
  expect(withoutOld(queue, START + 10 * 86_400_000)).toEqual(queue);
});

/** A device and a register that takes each request id once, with a bad line between them. */
class World {
  readonly done: string[] = [];
  readonly recorded: string[] = [];
  queue: Queue = [];
  #n = 0;

  scan(): void {
    const made = scan(this.#n++);
    this.done.push(made.id);
    this.queue = withScan(this.queue, made);
  }

  crash(): void {
    this.queue = JSON.parse(JSON.stringify(this.queue)) as Queue;
  }

  send(arrives: boolean, answered: boolean, part: number): void {
    const next = nextDelivery(this.queue, OWNER, { freshId: `d${this.#n++}`, most: 3 });
    if (!next) return;
    this.queue = next.queue;
    const ids = next.delivery.scans.map(({ id }) => id);
    if (!arrives) return;
    this.recorded.push(...ids.filter((id) => !this.recorded.includes(id)));
    const told = new Map(ids.slice(0, part).map((id) => [id, APPLIED] as const));
    if (answered) this.queue = withAnswers(this.queue, next.delivery.id, told);
  }
}

test('whatever happens on the way, everything is recorded once: crashes, lost answers, repeats', () => {
  const send = fc.record({ arrives: fc.boolean(), answered: fc.boolean(), part: fc.nat(3) });
  const step = fc.oneof(fc.constant('scan' as const), fc.constant('crash' as const), send);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const world = new World();
      for (const each of steps)
        if (typeof each === 'string') world[each]();
        else world.send(each.arrives, each.answered, each.part);
      for (let round = 0; round <= world.done.length; round++) world.send(true, true, 3);
      expect(world.recorded.sort()).toEqual(world.done.sort());
      expect(queueSummary(world.queue, OWNER).waiting).toBe(0);
    }),
  );
});

test('a kept scan is read as it was written, and what is none is left out', () => {
  expect(parseQueuedScan(JSON.parse(JSON.stringify(scan(1))))).toEqual(scan(1));
  for (const none of [
    null,
    1,
    {},
    { ...scan(1), pack: null },
    { ...scan(1), state: 'waiting' },
    { ...scan(1), at: 7 },
  ])
    expect(parseQueuedScan(none)).toBeUndefined();
});

test('a link that failed is tried again after pauses that double up to a minute, and at once when the device is connected again', () => {
  let link: LinkState = LINK_UP;
  const pauses = Array.from({ length: 7 }, () => {
    link = linkFailed(link, 0);
    return link.nextTryMs / 1000;
  });
  expect(pauses).toEqual([3, 6, 12, 24, 48, 60, 60]);
  expect(linkHoped(link, 5)).toEqual({ isUp: false, nextTryMs: 5, failures: 0 });
  expect(linkHoped(LINK_UP, 5)).toEqual(LINK_UP);
});
