import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noBlocks } from '../../evidence/block-chain.ts';
import { KeyRegistry } from '../../evidence/key-registry.ts';
import { auditEntries } from '../../evidence/log-audit.ts';
import { logPathResponse } from '../../http/log-path-response.ts';
import { hexOf } from '../../kernel/bytes.ts';
import { cosignerVkey } from '../../ledger/cosign.ts';
import { Frontier } from '../../ledger/frontier.ts';
import { formatSignerKey } from '../../ledger/signer-key.ts';
import { tileLevels } from '../../ledger/tile.ts';
import { formatTilePath, type TilePath } from '../../ledger/tile-path.ts';
import { formatVkey } from '../../ledger/vkey.ts';
import { type ChainInTests, chainInTests, say } from '../../service/chain-in-tests.ts';
import { fsckInTests, storyInTests } from '../../service/fsck/fsck-in-tests.ts';
import { loadPublishedCheckpoint } from '../../store/ledger-checkpoints.ts';
import { closeStore, connectStore, pool } from '../../store/pool.ts';
import { LOCAL_POLICY } from '../../store/witness-policy.ts';
import { headInTests, logInTests, ORIGIN, SIGNER, sealAndPublish } from '../../worker/log-in-tests.ts';
import { runSequencerOnce } from '../../worker/sequencer.ts';

const program = fileURLToPath(new URL('../vialog.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vialog-recover-'));
let chain: ChainInTests;

beforeAll(async () => {
  chain = await chainInTests();
  await storyInTests(chain, 0);
});
afterAll(async () => {
  await closeStore();
  rmSync(folder, { recursive: true });
});

let backups = 0;
/** A second database as this one is now. */
async function backup(): Promise<string> {
  await closeStore();
  const name = new URL(chain.url).pathname.slice(1);
  const copy = new URL(chain.url);
  const made = `${name}_older${++backups}`;
  copy.pathname = `/${made}`;
  const other = new URL(chain.url);
  other.pathname = '/postgres';
  const client = new pg.Client({ connectionString: other.href });
  await client.connect();
  await client.query(`create database ${made} template ${name}`);
  await client.end();
  connectStore({ url: chain.url });
  return copy.href;
}

/** Writes the files of the published log, as any mirror has them. */
async function copyOfLog(): Promise<string> {
  const dir = join(folder, 'copy');
  const head = await loadPublishedCheckpoint();
  if (!head) throw new Error('a head is published');
  const tiles = tileLevels(head.size).flatMap(({ level, full, partial }): readonly TilePath[] => {
    const all = Array.from({ length: Number(full) }, (_, at) => ({ level, index: BigInt(at), width: 256 }));
    const last = partial === 0 ? [] : [{ level, index: full, width: partial }];
    return [...all, ...last];
  });
  const bundles = tiles.flatMap((tile) => (tile.level === 0 ? [{ ...tile, level: 'entries' as const }] : []));
  for (const tile of [...tiles, ...bundles]) {
    const path = formatTilePath(tile);
    const answer = await logPathResponse(new Request(`http://vialog.example/log/${path}`));
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), Buffer.from(await answer.arrayBuffer()));
  }
  writeFileSync(join(dir, 'checkpoint'), head.note);
  return dir;
}

async function recover(from: string, url: string) {
  const env = {
    ...{ NODE_ENV: 'test' as const, DATABASE_URL: url, VIALOG_DATA_DIR: folder, VIALOG_ORIGIN: ORIGIN },
    ...{ VIALOG_TAG_KEY: '07'.repeat(32), VIALOG_LOG_KEY: formatSignerKey(SIGNER) },
  };
  const child = spawn(process.execPath, [program, 'admin', 'recover', '--from', from, '--json'], { env });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (bytes) => out.push(bytes));
  child.stderr.on('data', (bytes) => err.push(bytes));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

const sighting = async (name: string) => {
  const said = await say(chain.pharmacy, { bizStep: 'inspecting', epcList: [`urn:example:${name}`] });
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  return said.value.ref;
};

test('an older backup gets back what the log has since, goes on behind it, and fsck names what is lost', async () => {
  const older = await backup();
  const before = await headInTests();
  const lost = await sighting('lost');
  await sealAndPublish(await logInTests());
  const { size, root } = await headInTests();
  const copy = await copyOfLog();
  await closeStore();

  const first = await recover(copy, older);
  expect(first).toMatchObject({ code: 0 });
  expect(JSON.parse(first.out)).toEqual({ from: `${before.size}`, size: `${size}` });
  expect(await recover(copy, older)).toMatchObject({ code: 2, err: expect.stringContaining('no entry') });

  connectStore({ url: older });
  expect(hexOf((await headInTests()).root)).toBe(hexOf(root));
  await sighting('after');
  await sealAndPublish(await logInTests());
  const after = await headInTests();
  expect(after.state).toBe('active');
  expect(after.publishedSize).toBeGreaterThan(size);
  const faults = await fsckInTests();
  expect(faults).toMatchObject([{ code: 'fsck/row-missing', table: 'event', row: lost }]);
});

/** A head that no witness was asked about counts as witnessed from here on, as if enough had cosigned it. */
const witnessed = () => pool().query('update ledger.log set witnessed_size = published_size');

async function auditedLog() {
  const { rows } = await pool().query<{ leaf: Buffer }>('select leaf from ledger.entry order by seq');
  const nothing = { frontier: new Frontier(), chain: noBlocks(), keys: new KeyRegistry() };
  return auditEntries(
    nothing,
    rows.map(({ leaf }) => leaf),
  );
}

test('a block that is sealed before anything is published continues the chain, with the size that was witnessed', async () => {
  await closeStore();
  connectStore({ url: chain.url });
  const older = await backup();
  const log = await logInTests();
  await sighting('witnessed');
  await sealAndPublish(log);
  await witnessed();
  const { witnessedSize } = await headInTests();
  await sighting('names-it');
  await sealAndPublish(log);
  const copy = await copyOfLog();
  await closeStore();
  expect(await recover(copy, older)).toMatchObject({ code: 0 });

  connectStore({ url: older });
  await sighting('unpublished');
  expect(await runSequencerOnce((await logInTests()).sequencer)).toMatchObject({ kind: 'sealed' });
  expect(await auditedLog()).toMatchObject({
    chain: { witnessedSize, nextHeader: (await headInTests()).size },
  });
});

test('without a policy in the environment, the witnesses of the data folder must have cosigned the copy', async () => {
  await closeStore();
  connectStore({ url: chain.url });
  const older = await backup();
  await sighting('uncosigned');
  await sealAndPublish(await logInTests());
  const copy = await copyOfLog();
  await closeStore();
  const vkey = cosignerVkey({ name: 'w.example', seed: new Uint8Array(32).fill(1) });
  const policy = join(folder, LOCAL_POLICY);
  writeFileSync(policy, `witness w ${formatVkey(vkey)} http://127.0.0.1:9\nquorum w\n`);
  const refused = await recover(copy, older);
  rmSync(policy);
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('too few witnesses') });
  expect(await recover(copy, older)).toMatchObject({ code: 0 });
});

test('a database that has gone on by itself is left as it is, and so is one whose copy was changed', async () => {
  await closeStore();
  connectStore({ url: chain.url });
  const older = await backup();
  await sighting('theirs');
  await sighting('theirs-too');
  await sealAndPublish(await logInTests());
  const copy = await copyOfLog();
  await closeStore();
  connectStore({ url: older });
  await sighting('ours');
  await sealAndPublish(await logInTests());
  const { size } = await headInTests();
  const refused = await recover(copy, older);
  expect(refused.code).toBe(2);
  expect((await headInTests()).size).toBe(size);

  writeFileSync(join(copy, 'checkpoint'), 'nothing that anybody signed\n');
  const damaged = await recover(copy, older);
  expect(damaged).toMatchObject({ code: 2, err: expect.stringContaining('Nothing was changed') });
});
