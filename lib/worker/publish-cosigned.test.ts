import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { serveWitness } from '../cli/witness/serve-witness.ts';
import { Witness } from '../cli/witness/witness.ts';
import { openCheckpoint } from '../ledger/checkpoint.ts';
import { cosignerVkey } from '../ledger/cosign.ts';
import { formatNoteSignature } from '../ledger/note-signature.ts';
import type { Policy, PolicyWitness } from '../ledger/policy.ts';
import { cosignersOf } from '../ledger/quorum.ts';
import { signerVkey } from '../ledger/signer-key.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { loadPublishedCheckpoint } from '../store/ledger-checkpoints.ts';
import { loadWitnesses } from '../store/ledger-witnesses.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import {
  headInTests,
  type LogInTests,
  logInTests,
  ORIGIN,
  queueLeaves,
  SIGNER,
  sealAndPublish,
} from './log-in-tests.ts';
import { newPublisher, type PublisherOptions, runPublisherOnce } from './publisher.ts';

let log: LogInTests;
const servers: Server[] = [];

beforeEach(async () => {
  await closeStore();
  connectStore({ url: (await testDatabase()).url });
  log = await logInTests();
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});
afterAll(closeStore);

async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let made = 0;
/** A witness that serves over HTTP, without a memory on disk. */
async function witness(name: string): Promise<PolicyWitness> {
  const signer = { name: `${name}.example`, seed: new Uint8Array(32).fill(++made) };
  const self = new Witness(new Map(), {
    signer,
    now: () => BigInt(Math.floor(Date.now() / 1000)),
    save: () => {},
    keepRefused: () => {},
  });
  self.know(ORIGIN, [signerVkey(SIGNER)]);
  return { name, vkey: cosignerVkey(signer), url: await listening(serveWitness(self, console.error)) };
}

/** Somebody who answers in the witness's place. */
async function impostor(of: PolicyWitness, status: number, body: string): Promise<PolicyWitness> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  return { ...of, url: await listening(server) };
}

const policyOf = (witnesses: readonly PolicyWitness[], threshold: number): Policy => ({
  ...{ logs: [{ vkey: signerVkey(SIGNER) }], witnesses, quorum: 'enough' },
  groups: [{ name: 'enough', threshold, members: witnesses.map(({ name }) => name) }],
});
const publisherOf = (policy: Policy, options: Partial<PublisherOptions> = {}) =>
  newPublisher({ signer: SIGNER, everyMs: 0, policy, ...options });
const three = async () => [await witness('a'), await witness('b'), await witness('c')];

test('a head is shown with the cosignatures of all who answer, and entries under it are witnessed', async () => {
  const policy = policyOf(await three(), 2);
  const publisher = publisherOf(policy);
  await queueLeaves(300);
  await sealAndPublish({ ...log, publisher });
  await queueLeaves(40);
  await sealAndPublish({ ...log, publisher });

  const published = await loadPublishedCheckpoint();
  expect(published?.cosigners.toSorted()).toEqual(['a', 'b', 'c']);
  expect(cosignersOf(published?.note ?? new Uint8Array(), policy)).toHaveLength(3);
  expect(openCheckpoint(published?.note ?? new Uint8Array(), signerVkey(SIGNER))).toMatchObject({
    value: { checkpoint: { size: 342n } },
  });
  expect(await headInTests()).toMatchObject({ publishedSize: 342n, witnessedSize: 342n });
  const sizes = [...(await loadWitnesses()).values()].map(({ size, fault }) => [size, fault]);
  expect(sizes).toEqual(Array(3).fill([342n, undefined]));
});

test('the next block names the witnessed size and the note with its cosignatures', async () => {
  const publisher = publisherOf(policyOf(await three(), 3));
  await queueLeaves(1);
  await sealAndPublish({ ...log, publisher });
  await queueLeaves(1);
  await sealAndPublish({ ...log, publisher });
  const { rows } =
    await pool().query(`select (select sha256(note) from ledger.publication where size = 2) as note,
    (select leaf from ledger.entry where seq = 2) as leaf`);
  expect(Buffer.from(rows[0].leaf).includes(rows[0].note)).toBe(true);
});

test('with a witness that does not answer, one that lies and one that is false, the rest are enough, or the head is not shown', async () => {
  const [a, b, c] = await three();
  if (!a || !b || !c) throw new Error('three witnesses');
  const silent = { ...(await witness('silent')), url: 'http://127.0.0.1:9' };
  const liar = await impostor(await witness('liar'), 409, '4000000\n');
  const forger = await impostor(await witness('forger'), 200, '— forger.example AAAAAAAAAAAAAAAA\n');
  await queueLeaves(3);
  const everybody = [a, silent, liar, forger];
  expect(await unwitnessed(policyOf(everybody, 2))).toMatch(/silent: .* liar: .* forger: /s);
  expect((await headInTests()).publishedSize).toBe(0n);

  const publisher = publisherOf(policyOf([...everybody, b, c], 3));
  expect(await runPublisherOnce(publisher)).toEqual({ kind: 'published', size: 4n });
  const faults = [...(await loadWitnesses()).values()].filter(({ fault }) => fault !== undefined);
  expect(faults).toHaveLength(3);
  expect((await headInTests()).state).toBe('active');
});

async function unwitnessed(policy: Policy): Promise<string> {
  await sealAndPublish({ ...log, publisher: publisherOf(policy) });
  const outcome = await runPublisherOnce(publisherOf(policy));
  return outcome.kind === 'unwitnessed' ? outcome.because : outcome.kind;
}

test('a slow witness delays nobody once enough have cosigned', async () => {
  const slow = createServer(() => {});
  const sleeper = { ...(await witness('sleeper')), url: await listening(slow) };
  const publisher = publisherOf(policyOf([...(await three()), sleeper], 3));
  await queueLeaves(1);
  await sealAndPublish({ ...log, publisher });
  expect((await loadPublishedCheckpoint())?.cosigners.toSorted()).toEqual(['a', 'b', 'c']);
});

test('restored from an older backup, the log halts at the size that a witness has seen', async () => {
  const policy = policyOf(await three(), 2);
  await queueLeaves(2);
  await sealAndPublish({ ...log, publisher: publisherOf(policy) });
  const older = await testDatabase();
  await closeStore();
  connectStore({ url: older.url });
  log = await logInTests();
  await queueLeaves(1);
  const publisher = publisherOf(policy);
  while ((await headInTests()).size === 0n) await sealAndPublish({ ...log, publisher });
  const { state, haltedBecause } = await headInTests();
  expect(state).toBe('halted');
  expect(haltedBecause).toMatch(/has a head of size 3 that this log signed, and only 2 entries/);
});

test('what a witness answers beside its own line is not taken over, so it cannot spoil the note for others', async () => {
  const [a, b] = await three();
  if (!a || !b) throw new Error('three witnesses');
  const spoiler = createServer((request, response) => {
    fetch(`${b.url}${request.url}`, { method: 'POST', body: request as never, duplex: 'half' } as RequestInit)
      .then(async (answer) => response.writeHead(answer.status).end(`${await answer.text()}${garbageOf(a)}`))
      .catch(() => response.writeHead(500).end());
  });
  const policy = policyOf([a, { ...b, url: await listening(spoiler) }], 2);
  await queueLeaves(1);
  await sealAndPublish({ ...log, publisher: publisherOf(policy) });
  const published = await loadPublishedCheckpoint();
  expect(published?.cosigners).toEqual(['a', 'b']);
  expect(cosignersOf(published?.note ?? new Uint8Array(), policy)).toHaveLength(2);
});

/** A line with a witness's name and key id, and nothing true behind them. */
const garbageOf = ({ vkey }: PolicyWitness): string =>
  formatNoteSignature({ ...vkey, signature: new Uint8Array(72).fill(9) });

test('grown again past what a witness has seen, a log that was rolled back halts as the fork it is', async () => {
  const policy = policyOf(await three(), 2);
  await queueLeaves(2);
  await sealAndPublish({ ...log, publisher: publisherOf(policy) });
  const older = await testDatabase();
  await closeStore();
  connectStore({ url: older.url });
  log = await logInTests();
  await queueLeaves(9);
  await sealAndPublish({ ...log, publisher: publisherOf(policy) });
  expect(await headInTests()).toMatchObject({
    state: 'halted',
    haltedBecause: expect.stringMatching(
      /a head of size 3 that this log signed, and the stored entries give another root/,
    ),
  });
});

test('while nothing happens, the witnesses sign the same head again now and then', async () => {
  const publisher = publisherOf(policyOf(await three(), 2), { heartbeatMs: 0 });
  await queueLeaves(1);
  await sealAndPublish({ ...log, publisher });
  expect(await runPublisherOnce(publisher)).toEqual({ kind: 'published', size: 2n });
  const { rows } = await pool().query('select size, note from ledger.publication');
  expect(rows.map(({ size }) => size)).toEqual([2n, 2n]);
  const patient = publisherOf(publisher.options.policy);
  await runPublisherOnce(patient);
  expect(await runPublisherOnce(patient)).toEqual({ kind: 'idle' });
});

test('publishers beside each other show one head after the other and nothing twice as different', async () => {
  const policy = policyOf(await three(), 2);
  const publishers = [publisherOf(policy), publisherOf(policy)];
  for (let round = 0; round < 6; round++) {
    await queueLeaves(20);
    await Promise.all([
      sealAndPublish({ ...log, publisher: log.publisher }).catch(() => {}),
      ...publishers.map((one) => runPublisherOnce(one)),
    ]);
  }
  await sealAndPublish({ ...log, publisher: publisherOf(policy) });
  const { size, publishedSize, witnessedSize, state } = await headInTests();
  expect([publishedSize, witnessedSize, state]).toEqual([size, size, 'active']);
});
