import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signerVkey } from '../ledger/signer-key.ts';
import { formatVkey } from '../ledger/vkey.ts';
import { chainInTests } from '../service/chain-in-tests.ts';
import { storyInTests, tamperWith } from '../service/fsck/fsck-in-tests.ts';
import { closeStore } from '../store/pool.ts';
import { ORIGIN, SIGNER } from '../worker/log-in-tests.ts';

const program = fileURLToPath(new URL('vialog.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vialog-fsck-'));
let url: string;

beforeAll(async () => {
  const chain = await chainInTests();
  ({ url } = chain);
  await storyInTests(chain, 0);
});
afterAll(async () => {
  await closeStore();
  rmSync(folder, { recursive: true });
});

/** As an operator runs it. */
async function fsck(args: readonly string[], database = url) {
  const env = {
    ...{ NODE_ENV: 'test' as const, DATABASE_URL: database, VIALOG_DATA_DIR: folder },
    ...{ VIALOG_ORIGIN: ORIGIN, VIALOG_TAG_KEY: '07'.repeat(32) },
  };
  const own = ['fsck', '--log-key', formatVkey(signerVkey(SIGNER)), ...args];
  const child = spawn(process.execPath, [program, ...own], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (bytes) => out.push(bytes));
  child.stderr.on('data', (bytes) => err.push(bytes));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

test('a sound database ends with 0 and the number of rows', async () => {
  const { code, out } = await fsck([]);
  expect(out).toMatch(/^\d+ rows looked at, 0 faults, 0 doubts\.\n$/);
  expect(code).toBe(0);
});

test('a changed state ends with 1, and table, row and field are named', async () => {
  await tamperWith(`update pack set status = 'active' where serial = 'A4'`);
  const { code, out } = await fsck(['--json']);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(1);
  expect(lines[0]).toMatchObject({
    ...{ grade: 'fault', code: 'fsck/state-column', table: 'pack', field: 'status' },
    row: expect.stringContaining('/21/A4'),
  });
  expect(lines.at(-1)).toMatchObject({ ok: false, faults: 1 });
  await tamperWith(`update pack set status = 'supplied' where serial = 'A4'`);
});

test('an interrupted check goes on where it stood, and its state is gone at the end', async () => {
  const file = join(folder, 'state');
  const state = { version: 1, place: { pass: 'batches' }, rows: 1_000_000, faults: 0, doubts: 2 };
  writeFileSync(file, JSON.stringify(state));
  const { code, out } = await fsck(['--state', file]);
  expect(out).toMatch(/^10000\d\d rows looked at, 0 faults, 2 doubts\.\n$/);
  expect(code).toBe(0);
  expect(existsSync(file)).toBe(false);
});

test('what cannot be used ends with 2 and a sentence', async () => {
  const file = join(folder, 'damaged');
  writeFileSync(file, '{}');
  expect(await fsck(['--state', file])).toMatchObject({
    code: 2,
    err: expect.stringContaining('state file'),
  });
  expect(await fsck(['--log-key', 'x'])).toMatchObject({ code: 2 });
  const nowhere = await fsck([], 'postgres://127.0.0.1:1/none');
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('DATABASE_URL') });
});
