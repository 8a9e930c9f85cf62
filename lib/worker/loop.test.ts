import { expect, test, vi } from 'vitest';
import { startLoop } from './loop.ts';

test('a turn follows the other until the loop is stopped, which waits for the one under way', async () => {
  const events: string[] = [];
  let finish = () => {};
  const loop = startLoop('test', async () => {
    events.push('begun');
    if (events.length > 3) await new Promise<void>((resolve) => (finish = resolve));
    events.push('done');
    return { pauseMs: 0 };
  });
  await vi.waitUntil(() => events.length === 5);
  const stopped = loop.stop().then(() => events.push('stopped'));
  finish();
  await stopped;
  await loop.stop();
  expect(events).toEqual(['begun', 'done', 'begun', 'done', 'begun', 'done', 'stopped']);
});

test('a long pause is cut short by stopping', async () => {
  let turns = 0;
  const loop = startLoop('test', async () => {
    turns++;
    return { pauseMs: 3_600_000 };
  });
  await vi.waitUntil(() => turns === 1);
  await loop.stop();
  expect(turns).toBe(1);
});

test('what the operator should know is told once, and again when it has changed', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const notices = ['a', 'a', 'b', undefined, 'b'];
  let turn = 0;
  const loop = startLoop('worker', async () => ({ pauseMs: 0, notice: notices[turn++] }));
  await vi.waitUntil(() => turn > notices.length);
  await loop.stop();
  expect(told.mock.calls).toEqual([['worker: a'], ['worker: b'], ['worker: b']]);
  told.mockRestore();
});

test('a turn that throws is told of, and the next one is taken all the same', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  let turn = 0;
  const loop = startLoop('worker', async () => {
    turn++;
    if (turn === 1) throw new Error('the database is away');
    return { pauseMs: 3_600_000 };
  });
  await vi.waitUntil(() => turn === 2, { timeout: 5_000 });
  await loop.stop();
  expect(told.mock.calls).toEqual([['worker: the database is away']]);
  told.mockRestore();
});
