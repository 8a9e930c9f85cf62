import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '../../kernel/instant.ts';
import { eraseFields } from '../../store/erase-fields.ts';
import { closeStore } from '../../store/pool.ts';
import { drillLength } from '../../worker/drill-length-in-tests.ts';
import { logInTests, sealAndPublish } from '../../worker/log-in-tests.ts';
import { type ChainInTests, chainInTests } from '../chain-in-tests.ts';
import type { FsckFault } from './fsck-fault.ts';
import { EXTENSION, erasableInTests, fsckInTests, storyInTests, tamperWith } from './fsck-in-tests.ts';
import { changeAtRandom, type RandomChange } from './random-change-in-tests.ts';

const CHANGES = drillLength(100, 1_000);

/** A column of a key is named where the row that is gone is told of; what one commitment is over as a whole, as a whole. */
const names = ({ table, field, row }: FsckFault, { column, ...changed }: RandomChange): boolean =>
  table === changed.table &&
  (field.includes(column) || field === 'any column' || changed.isKey || row.startsWith(`${column} `));

let chain: ChainInTests;

beforeAll(async () => {
  chain = await chainInTests();
  await storyInTests(chain, 264);
});
afterAll(closeStore);

test('nothing is found where nothing was changed', async () => {
  expect(await fsckInTests()).toEqual([]);
});

test(
  `of ${CHANGES} random changes of one field each, every one is found, and its table and field are named`,
  async () => {
    const missed: string[] = [];
    for (let made = 0; made < CHANGES; made++) {
      const change = await changeAtRandom();
      const faults = await fsckInTests();
      const named = faults.some((fault) => names(fault, change));
      if (!named)
        missed.push(`${change.told} | ${faults.map((f) => `${f.code} ${f.table}.${f.field}`).join(', ')}`);
      await change.undo();
    }
    expect(missed).toEqual([]);
    expect(await fsckInTests()).toEqual([]);
  },
  60_000 + CHANGES * 2_000,
);

test('what was erased by its reporter is no fault; what is left of it, or erased without a statement, is', async () => {
  const event = await erasableInTests(chain.pharmacy);
  await sealAndPublish(await logInTests());
  expect(await fsckInTests()).toEqual([]);
  const { document, ...about } = event;
  const names = ['document', `extension ${EXTENSION}`, 'hash'];
  await eraseFields(chain.pharmacy, { ...about, names, left: () => document }, Date.now() as Instant);
  await sealAndPublish(await logInTests());
  expect(await fsckInTests()).toEqual([]);

  await tamperWith('delete from erasure where event = $1 and name = $2', [event.event, 'hash']);
  const faults = await fsckInTests();
  expect(faults.map(({ code, table }) => [code, table])).toContainEqual(['fsck/erasure-lost', 'statement']);
});
