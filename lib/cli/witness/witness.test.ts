import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatAddCheckpoint } from '../../ledger/add-checkpoint.ts';
import { formatCheckpointBody, openCheckpoint } from '../../ledger/checkpoint.ts';
import { type Hash, leafHash, nodeHash } from '../../ledger/hash.ts';
import { treeRoot } from '../../ledger/merkle-tree.ts';
import { formatPolicy } from '../../ledger/policy.ts';
import { signNote } from '../../ledger/signed-note.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import { formatVkey, parseVkey } from '../../ledger/vkey.ts';

const program = fileURLToPath(new URL('../vialog.js', import.meta.url));
const LOG = { name: 'vialog.example/log', seed: new Uint8Array(32).fill(1) };
const LOG_KEY = formatVkey(signerVkey(LOG));

let folder: string;
const running: { child?: ChildProcess; server?: Server }[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vialog-witness-'));
});
afterEach(async () => {
  for (const { child, server } of running.splice(0)) {
    child?.kill('SIGKILL');
    server?.close();
  }
  rmSync(folder, { recursive: true });
});

interface Started {
  readonly name: string;
  readonly vkey: string;
  readonly url: string;
  readonly child: ChildProcess;
}

/** A witness in a process of its own, as anybody starts it. */
async function start(...more: string[]): Promise<Started> {
  const args = ['witness', '--listen', '127.0.0.1:0', '--key', join(folder, 'key'), '--json', ...more];
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push({ child });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (bytes) => resolve(String(bytes)));
    child.once('exit', (code) => reject(new Error(`the witness ended with ${code}`)));
  });
  return { ...JSON.parse(line), child };
}

const NAMED = ['--name', 'w.example', '--log', 'http://127.0.0.1:9', '--log-key', LOG_KEY];
const LEAVES = Array.from({ length: 8 }, (_, at) => leafHash(Uint8Array.of(at)));
const [L0, L1, L2, L3] = LEAVES as [Hash, Hash, Hash, Hash];
const noteOf = (size: number, leaves: readonly Hash[] = LEAVES) =>
  signNote(
    formatCheckpointBody({ origin: LOG.name, size: BigInt(size), root: treeRoot(leaves.slice(0, size)) }),
    [LOG],
  );
const post = async (url: string, body: Uint8Array) => {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: Buffer.from(body) });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
};
const send = (url: string, oldSize: number, checkpoint: Uint8Array, proof: readonly Hash[] = []) =>
  post(url, formatAddCheckpoint({ oldSize: BigInt(oldSize), proof, checkpoint }));
const monitored = (url: string) =>
  fetch(`${url}/${createHash('sha256').update(LOG.name).digest('hex')}/checkpoint`);

test('heads that continue each other are cosigned, shown, and remembered when it is killed and started again', async () => {
  const one = await start(...NAMED);
  expect((await monitored(one.url)).status).toBe(404);
  const first = await send(one.url, 0, noteOf(2));
  expect(first).toMatchObject({ status: 200, text: expect.stringMatching(/^— w\.example \S+\n$/) });
  one.child.kill('SIGKILL');
  await new Promise((resolve) => one.child.once('exit', resolve));

  const two = await start('--log', 'http://127.0.0.1:9');
  expect(two.vkey).toBe(one.vkey);
  expect(await send(two.url, 0, noteOf(2))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '2\n' });
  const proof = [nodeHash(L2, L3)];
  expect((await send(two.url, 2, noteOf(4), proof)).status).toBe(200);

  const note = Buffer.from(await (await monitored(two.url)).arrayBuffer());
  const vkey = parseVkey(two.vkey);
  if (!vkey.ok) throw new Error(vkey.error.code);
  expect(openCheckpoint(note, signerVkey(LOG), [vkey.value])).toMatchObject({
    ok: true,
    value: { checkpoint: { size: 4n }, note: { verified: [{ name: LOG.name }, { name: 'w.example' }] } },
  });
});

test('a fork that the log signed is refused and kept, and the same head again is only a sign of life', async () => {
  const { url } = await start(...NAMED);
  await send(url, 0, noteOf(2));
  const fork = noteOf(2, [L1, L0]);
  expect(await send(url, 2, fork)).toMatchObject({ status: 422 });
  expect(await send(url, 2, fork)).toMatchObject({ status: 422 });
  const [kept, ...others] = readdirSync(join(folder, 'key.state.refused'));
  expect(others).toEqual([]);
  expect(readFileSync(join(folder, 'key.state.refused', `${kept}`))).toEqual(Buffer.from(fork));
  expect((await send(url, 2, noteOf(2))).status).toBe(200);
});

test('what is no request, too long, elsewhere or of another log is refused with its own status', async () => {
  const { url } = await start(...NAMED);
  expect((await post(url, Buffer.from('new 0\n\n'))).status).toBe(400);
  expect((await post(url, Buffer.alloc(100_000, 'a'))).status).toBe(400);
  expect((await fetch(`${url}/add-checkpoint`)).status).toBe(405);
  expect((await fetch(`${url}/elsewhere`, { method: 'POST' })).status).toBe(404);
  const other = signNote(formatCheckpointBody({ origin: 'other.example', size: 1n, root: L0 }), [
    { ...LOG, name: 'other.example' },
  ]);
  expect((await send(url, 0, other)).status).toBe(404);
  const forged = signNote(formatCheckpointBody({ origin: LOG.name, size: 1n, root: L0 }), [
    { ...LOG, seed: new Uint8Array(32).fill(9) },
  ]);
  expect((await send(url, 0, forged)).status).toBe(403);
});

test('of forty heads at once from one size, one is cosigned', async () => {
  const { url } = await start(...NAMED);
  await send(url, 0, noteOf(2));
  const forks = Array.from({ length: 40 }, () => send(url, 2, noteOf(4), [nodeHash(L2, L3)]));
  const statuses = (await Promise.all(forks)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array(39).fill(409)]);
});

test('without a key given, the log is asked once, and another key is not believed afterwards', async () => {
  let vkeys = [signerVkey(LOG)];
  const server = createServer((_, response) => {
    response.end(
      formatPolicy({ logs: vkeys.map((vkey) => ({ vkey })), witnesses: [], groups: [], quorum: 'none' }),
    );
  }).listen(0, '127.0.0.1');
  running.push({ server });
  await new Promise((resolve) => server.once('listening', resolve));
  const log = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
  const one = await start('--name', 'w.example', '--log', log);
  await expect.poll(() => send(one.url, 0, noteOf(1))).toMatchObject({ status: 200 });
  one.child.kill('SIGTERM');
  await new Promise((resolve) => one.child.once('exit', resolve));

  vkeys = [signerVkey({ ...LOG, seed: new Uint8Array(32).fill(9) })];
  const two = await start('--log', log);
  expect((await send(two.url, 1, noteOf(1))).status).toBe(200);
});

test('the key is for its owner alone; a damaged state, a second witness on it and bad options end with 2 and a sentence', async () => {
  const { child } = await start(...NAMED);
  expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [program, 'witness', ...args], { encoding: 'utf8' });
  const common = ['--listen', '127.0.0.1:0', '--key', join(folder, 'key'), '--log', 'http://127.0.0.1:9'];
  expect(run(...common)).toMatchObject({ status: 2, stderr: expect.stringContaining('Another witness') });
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  writeFileSync(join(folder, 'key.state'), '{"logs":{"x":{}}}');
  expect(run(...common)).toMatchObject({ status: 2, stderr: expect.stringContaining('damaged') });
  expect(run('--listen', '127.0.0.1:0')).toMatchObject({ status: 2 });
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--log-key') });
});
