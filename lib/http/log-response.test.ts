import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hexOf, parseUtf8, utf8Of } from '../kernel/bytes.ts';
import { openCheckpoint } from '../ledger/checkpoint.ts';
import { parseEntryBundle } from '../ledger/entry-bundle.ts';
import { leafHash } from '../ledger/hash.ts';
import { parsePolicy } from '../ledger/parse-policy.ts';
import { verifyTlogProof } from '../ledger/tlog-proof.ts';
import { formatVkey, parseVkey, type Vkey } from '../ledger/vkey.ts';
import { checkpointFile } from '../service/log/checkpoint-file.ts';
import { keysFile } from '../service/log/keys-file.ts';
import { policyFile } from '../service/log/policy-file.ts';
import { receiptFile } from '../service/log/receipt-file.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { loadEntries } from '../store/ledger-entries.ts';
import { openLog } from '../store/ledger-log.ts';
import { logSigner } from '../store/log-key.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { queueLeaves, sealAndPublish } from '../worker/log-in-tests.ts';
import { newPublisher } from '../worker/publisher.ts';
import { newSequencer, runSequencerOnce } from '../worker/sequencer.ts';
import { logPathResponse } from './log-path-response.ts';
import { logResponse } from './log-response.ts';
import { getOverWire, type ServerInTests, serveInTests } from './serve-in-tests.ts';

const ORIGIN = 'vialog.example/log';
const SIZE = 600n;
const dataDir = mkdtempSync(join(tmpdir(), 'vialog-log-'));
const ids: string[] = [];
const sequencer = newSequencer({ batchAgeMs: 0 });

beforeAll(async () => {
  vi.stubEnv('VIALOG_DATA_DIR', dataDir);
  vi.stubEnv('VIALOG_ORIGIN', ORIGIN);
  vi.stubEnv('VIALOG_LOG_KEY', '');
  connectStore({ url: (await testDatabase()).url });
  server = await serveInTests(route);
});
afterAll(async () => {
  server.close();
  vi.unstubAllEnvs();
  await closeStore();
  rmSync(dataDir, { recursive: true });
});

let server: ServerInTests;

/** As the routes do it. */
const route = async (request: Request) =>
  request.url.endsWith('/log/checkpoint')
    ? logResponse(request, await checkpointFile())
    : logPathResponse(request);

const get = (path: string, headers?: Record<string, string>) =>
  getOverWire(server.url, `/log/${path}`, headers);

test('before there is a log there is nothing, said as a problem to any site', async () => {
  for (const response of [await get('checkpoint'), await get('tile/0/000.p/1')]) {
    expect(response.status).toBe(404);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.headers['access-control-allow-origin']).toBe('*');
  }
});

test('the checkpoint is the published one, is asked for anew each time, and opens with the key of the policy', async () => {
  await openLog(ORIGIN);
  ids.push(...(await queueLeaves(Number(SIZE) - 1)));
  await sealAndPublish({ sequencer, publisher: newPublisher({ signer: logSigner(), everyMs: 0 }) });
  await queueLeaves(1000);
  await runSequencerOnce(sequencer);

  const response = await get('checkpoint');
  expect(response.status).toBe(200);
  expect(response.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
  });
  const opened = openCheckpoint(response.body, await policyKey());
  expect(opened).toMatchObject({ ok: true, value: { checkpoint: { origin: ORIGIN, size: SIZE } } });
  const again = await get('checkpoint', { 'if-none-match': response.headers['etag'] ?? '' });
  expect(again.status).toBe(304);
});

async function policyKey(): Promise<Vkey> {
  const policy = parsePolicy(parseUtf8(policyFile().bytes) ?? '');
  if (!policy.ok) throw new Error(policy.error.code);
  expect(policy.value).toMatchObject({ witnesses: [], groups: [], quorum: 'none' });
  const [log] = policy.value.logs;
  if (!log) throw new Error('the policy names no log');
  return log.vkey;
}

test('the history of keys names the key of the policy, from the first entry on', async () => {
  const { origin, keys } = JSON.parse(parseUtf8(keysFile().bytes) ?? '');
  expect(origin).toBe(ORIGIN);
  expect(keys).toMatchObject([
    { vkey: formatVkey(await policyKey()), algorithm: 'Ed25519', fromSize: '0', toSize: null },
  ]);
  expect(parseVkey(keys[0].vkey)).toMatchObject({ ok: true });
});

test.each([
  ['tile/0/000', 256],
  ['tile/0/001', 256],
  ['tile/0/002.p/88', 88],
  ['tile/0/002.p/1', 1],
  ['tile/0/000.p/255', 255],
  ['tile/1/000.p/2', 2],
  ['tile/1/000.p/1', 1],
])('%s is served for ever, %i hashes wide', async (path, width) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
    etag: expect.stringMatching(/^"[^"]{16,}"$/),
  });
  expect(response.body.length).toBe(width * 32);
});

test('a partial tile is the beginning of the full one, and hashes are those of the entries', async () => {
  const full = (await get('tile/0/001')).body;
  const partial = (await get('tile/0/001.p/77')).body;
  expect(hexOf(partial)).toBe(hexOf(full.subarray(0, 77 * 32)));
  const entries = await loadEntries(256n, 512n);
  expect(hexOf(full)).toBe(entries.map(({ leaf }) => hexOf(leafHash(leaf))).join(''));
});

test.each([
  'tile/0/002',
  'tile/0/002.p/89',
  'tile/0/003.p/1',
  'tile/1/000',
  'tile/1/000.p/3',
  'tile/2/000.p/1',
  'tile/63/000.p/1',
  'tile/entries/002',
  'tile/entries/002.p/89',
])('%s is not served: it is sequenced, or not even that, and not published', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test.each([
  'tile/0/0',
  'tile/0/00',
  'tile/00/000',
  'tile/64/000',
  'tile/0/x000/000',
  'tile/0/000.p/0',
  'tile/0/000.p/256',
  'tile/0/000.p/001',
  'tile/0/000.p',
  'tile/0/000/',
  'tile/0/001%2ep/1',
  'tile//0/000',
  'tile/data/000',
  'tile/-1/000',
  'tile/0/x999/x999/x999/x999/x999/x999/999',
])('%s is no path of a tile', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('a bundle holds the entries, compressed for who accepts it, with another tag', async () => {
  const plain = await get('tile/entries/002.p/88');
  const packed = await get('tile/entries/002.p/88', { 'accept-encoding': 'br, gzip;q=0.5' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers['vary']).toBe('Accept-Encoding');
  expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
  const bytes = plain.body;
  expect(hexOf(gunzipSync(packed.body))).toBe(hexOf(bytes));
  const bundle = parseEntryBundle(bytes, 88);
  const entries = await loadEntries(512n, SIZE);
  expect(bundle.ok && bundle.value.map(hexOf)).toEqual(entries.map(({ leaf }) => hexOf(leaf)));
});

test.each([
  ['gzip;q=0', undefined],
  ['identity', undefined],
  ['*;q=0', undefined],
  ['gzip;q=0, *', undefined],
  ['x-gzip-not', undefined],
  ['GZIP', 'gzip'],
  ['*', 'gzip'],
])('accepting %s gives the coding %s', async (accepted, coding) => {
  const response = await get('tile/entries/000', { 'accept-encoding': accepted });
  expect(response.headers['content-encoding']).toBe(coding);
});

test('who has a tile already is told so', async () => {
  const etag = (await get('tile/0/000')).headers['etag'] ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const response = await get('tile/0/000', { 'if-none-match': known });
    expect([response.status, response.headers['etag']]).toEqual([304, etag]);
  }
  expect((await get('tile/0/000', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('the receipt of every event verifies offline under the published head, and only of included ones there is one', async () => {
  const entries = await loadEntries(0n, SIZE + 5n);
  const key = await policyKey();
  for (const id of [ids[0], ids[254], ids[255], ids[511], ids.at(-1)]) {
    const receipt = await receiptFile(id ?? '');
    const entry = entries.find((candidate) => candidate.id === id);
    const proof = verifyTlogProof(receipt?.bytes ?? new Uint8Array(), entry?.leaf ?? new Uint8Array(), key);
    expect(proof).toMatchObject({ ok: true, value: { index: entry?.seq, checkpoint: { size: SIZE } } });
    expect(verifyTlogProof(receipt?.bytes ?? new Uint8Array(), utf8Of('another'), key).ok).toBe(false);
  }
  expect(await receiptFile(entries.at(-1)?.id ?? '')).toBeUndefined();
  for (const no of ['0'.repeat(32), ids[0]?.toUpperCase(), `${ids[0]}00`, '', "' or true --"])
    expect(await receiptFile(no ?? '')).toBeUndefined();
});

test('what was read once is served without the database', async () => {
  const path = 'tile/entries/000';
  const before = (await get(path)).body;
  await pool().query('alter schema ledger rename to hidden');
  try {
    expect(hexOf((await get(path)).body)).toBe(hexOf(before));
  } finally {
    await pool().query('alter schema hidden rename to ledger');
  }
});
