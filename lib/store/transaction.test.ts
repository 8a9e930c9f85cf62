import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from './database-in-tests.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { inTransaction, StaleRead, type Tx } from './transaction.ts';

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url, connections: 6 });
  await pool().query('create table purse (id int primary key, amount int8 not null)');
  await pool().query('insert into purse values (1, 0), (2, 0)');
});
afterAll(closeStore);

const add = (tx: Tx, id: number) => tx.query('update purse set amount = amount + 1 where id = $1', [id]);
const amounts = async () =>
  (await pool().query('select amount from purse order by id')).rows.map((row) => row.amount);

test('what fails is rolled back, and its connection is good for the next', async () => {
  const failed = inTransaction(async (tx) => {
    await add(tx, 1);
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await amounts()).toEqual([0n, 0n]);
});

test('a statement that the database refuses is told by its own error, and rolls back', async () => {
  const failed = inTransaction(async (tx) => {
    await add(tx, 1);
    await tx.query('insert into purse values (1, 5)');
  });
  await expect(failed).rejects.toThrow('purse_pkey');
  expect(await amounts()).toEqual([0n, 0n]);
});

test('what goes on after a failed statement is not taken for written', async () => {
  const failed = inTransaction(async (tx) => {
    await add(tx, 1);
    await tx.query('insert into purse values (1, 5)').catch(() => 'passed over');
  });
  await expect(failed).rejects.toThrow('nothing was written');
  expect(await amounts()).toEqual([0n, 0n]);
});

test('of two that lock in opposite order both get through', async () => {
  const both = (first: number, second: number) =>
    inTransaction(async (tx) => {
      await add(tx, first);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await add(tx, second);
    });
  await Promise.all([both(1, 2), both(2, 1)]);
  expect(await amounts()).toEqual([2n, 2n]);
});

test('a stale read begins anew, and not for ever', async () => {
  let runs = 0;
  await inTransaction(async (tx) => {
    await add(tx, 1);
    if (++runs < 3) throw new StaleRead('again');
  });
  expect([runs, await amounts()]).toEqual([3, [3n, 2n]]);

  const never = inTransaction(() => Promise.reject(new StaleRead('always')));
  await expect(never).rejects.toThrow('always');
});

test('a connection that the server ends is thrown away, not handed to the next', async () => {
  const ended = inTransaction(async (tx) => {
    const { rows } = await tx.query('select pg_backend_pid() as pid');
    await pool().query('select pg_terminate_backend($1)', [rows[0].pid]);
    await add(tx, 1);
  });
  await expect(ended).rejects.toThrow();
  const after = await Promise.all(Array.from({ length: 6 }, () => inTransaction((tx) => add(tx, 2))));
  expect(after.map((result) => result.rowCount)).toEqual(Array(6).fill(1));
  expect(await amounts()).toEqual([3n, 8n]);
});

test('values come as the domain writes them: bigint, days without a time, ids without hyphens', async () => {
  const { rows } = await pool().query(
    `select 9007199254740993::int8 as big, '2026-03-29'::date as day, '00112233-4455-6677-8899-aabbccddeeff'::uuid as id,
            array['00112233-4455-6677-8899-aabbccddeeff']::uuid[] as ids`,
  );
  const id = '00112233445566778899aabbccddeeff';
  expect(rows).toEqual([{ big: 9007199254740993n, day: '2026-03-29', id, ids: [id] }]);
});

test('a store has one database', () => {
  expect(() => connectStore({ url: 'postgresql://elsewhere/x' })).toThrow('already');
});
