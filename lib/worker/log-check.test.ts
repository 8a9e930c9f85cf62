import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logPathResponse } from '../http/log-path-response.ts';
import { logResponse } from '../http/log-response.ts';
import { type ServerInTests, serveInTests } from '../http/serve-in-tests.ts';
import { signerVkey } from '../ledger/signer-key.ts';
import { formatVkey } from '../ledger/vkey.ts';
import { checkpointFile } from '../service/log/checkpoint-file.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { closeStore, connectStore } from '../store/pool.ts';
import { headInTests, logInTests, queueLeaves, SIGNER, sealAndPublish } from './log-in-tests.ts';

// biome-ignore lint/style/noProcessEnv: whether this is CI, and where Go keeps its files, are no settings of ours
const environment = process.env;
const haveGo = spawnSync('go', ['version']).status === 0;
// In CI the check is not left out: without Go it fails there, and says so.
const mayRun = haveGo || environment['CI'] !== undefined;
const note = mayRun
  ? ''
  : ' (skipped: Go is not installed; Debian has golang-go and golang-golang-x-mod-dev)';

/** What a dishonest cache makes of a file. */
type Tamper = (path: string, bytes: Uint8Array) => Uint8Array;
const honest: Tamper = (_path, bytes) => bytes;

let tamper = honest;
let server: ServerInTests;
let url: string;
let folder: string;

/** The log as the web server serves it, through the same functions, on its way through a cache that may change it. */
async function serve(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice('/log'.length);
  // A cache that changes files gets them as they are; from an honest one the reader gets them compressed.
  const asked = tamper === honest ? request : new Request(request.url);
  const found =
    path === '/checkpoint' ? await logResponse(asked, await checkpointFile()) : await logPathResponse(asked);
  if (tamper === honest) return found;
  const bytes = new Uint8Array(await found.arrayBuffer());
  return new Response(Uint8Array.from(tamper(path, bytes)), found);
}

beforeAll(async () => {
  if (!mayRun) return;
  folder = mkdtempSync(join(tmpdir(), 'vialog-log-check-'));
  const built = spawnSync('go', ['build', '-o', join(folder, 'log-check'), '.'], {
    cwd: join(import.meta.dirname, 'log-check'),
    env: { ...environment, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '' },
    encoding: 'utf8',
  });
  if (built.status !== 0)
    throw new Error(`the check could not be built: ${built.error?.message ?? built.stderr}`);

  connectStore({ url: (await testDatabase()).url });
  const log = await logInTests();
  // Past 65,536 entries, so that there is a full tile of the second level, and one of the third.
  for (let batch = 0; batch < 11; batch++) {
    await queueLeaves(6_001, 40);
    await sealAndPublish(log);
  }
  server = await serveInTests(serve);
  url = `${server.url}/log`;
});

afterAll(async () => {
  if (!mayRun) return;
  server.close();
  await closeStore();
  rmSync(folder, { recursive: true, force: true });
});

/** Lets golang.org/x/mod/sumdb read the log. Gives what it says, and rejects with what it found wrong. */
const check = async (vkey = formatVkey(signerVkey(SIGNER))): Promise<string> =>
  (await promisify(execFile)(join(folder, 'log-check'), ['-url', url, '-vkey', vkey])).stdout;

/** Changes one byte of one file. */
const flip =
  (file: string, at: number): Tamper =>
  (path, bytes) =>
    path === file ? bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)) : bytes;

describe.skipIf(!mayRun)(`golang.org/x/mod/sumdb${note}`, () => {
  test('accepts the log: its head, all entries, all tiles and 200 inclusion proofs', async () => {
    tamper = honest;
    const { size, publishedSize } = await headInTests();
    expect(size).toBeGreaterThan(65_536n + 256n);
    expect(publishedSize).toBe(size);
    expect(await check()).toMatch(new RegExp(`^size ${size}, root \\S{44}, 200 inclusion proofs\\n$`));
  });

  test.each([
    ['a full tile of leaves', flip('/tile/0/000', 100)],
    ['a full tile of leaves in the middle', flip('/tile/0/123', 8191)],
    [
      'the partial tile of leaves',
      (path, bytes) => flip(/^\/tile\/0\/\d{3}\.p\//.test(path) ? path : '', 0)(path, bytes),
    ],
    ['a full tile above', flip('/tile/1/000', 31)],
    ['the topmost tile', flip('/tile/2/000.p/1', 5)],
    ['an entry', flip('/tile/entries/000', 40)],
    ['the length of an entry', flip('/tile/entries/007', 0)],
    [
      'the last entries',
      (path, bytes) =>
        flip(path.startsWith('/tile/entries/') && path.includes('.p/') ? path : '', 9)(path, bytes),
    ],
    ['the name in the checkpoint', flip('/checkpoint', 0)],
    ['the size in the checkpoint', flip('/checkpoint', 22)],
    ['the root in the checkpoint', flip('/checkpoint', 30)],
    ['the signature of the checkpoint', flip('/checkpoint', 130)],
  ] satisfies [string, Tamper][])('refuses one changed byte in %s', async (_name, changed) => {
    let changes = 0;
    tamper = (path, bytes) => {
      const tampered = changed(path, bytes);
      if (Buffer.compare(tampered, bytes) !== 0) changes++;
      return tampered;
    };
    await expect(check()).rejects.toThrow();
    expect(changes).toBeGreaterThan(0);
  });

  test('refuses the log under another key', async () => {
    tamper = honest;
    const other = { ...SIGNER, seed: new Uint8Array(32).fill(7) };
    await expect(check(formatVkey(signerVkey(other)))).rejects.toThrow(/checkpoint/);
  });
});
