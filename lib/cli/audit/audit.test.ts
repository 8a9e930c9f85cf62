import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actorKeyId } from '../../evidence/actor-key.ts';
import { type BlockHeaderFields, encodeBlockHeaderLeaf } from '../../evidence/block-header-leaf.ts';
import { parseLedgerEventId } from '../../evidence/event-id.ts';
import { encodeEventLeaf, eventSignedBytes } from '../../evidence/event-leaf.ts';
import { encodeKeyLeaf, type KeyFields, keySignedBytes } from '../../evidence/key-leaf.ts';
import { encodeStatementLeaf } from '../../evidence/statement-leaf.ts';
import { ed25519PublicKey, ed25519Sign } from '../../kernel/ed25519-node.ts';
import { instantOf } from '../../kernel/instant.ts';
import { formatCheckpointBody } from '../../ledger/checkpoint.ts';
import { cosign, cosignerVkey } from '../../ledger/cosign.ts';
import { formatEntryBundle } from '../../ledger/entry-bundle.ts';
import { hashOf, leafHash, parseHash } from '../../ledger/hash.ts';
import { treeRoot } from '../../ledger/merkle-tree.ts';
import { formatPolicy } from '../../ledger/policy.ts';
import { signNote } from '../../ledger/signed-note.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import { parseTilePath } from '../../ledger/tile-path.ts';
import { formatVkey } from '../../ledger/vkey.ts';

const program = fileURLToPath(new URL('../vialog.js', import.meta.url));
const LOG = { name: 'vialog.example/log', seed: new Uint8Array(32).fill(1) };
const WITNESS = { name: 'w.example', seed: new Uint8Array(32).fill(2) };

/** A log in memory, served as files: what an outsider sees of any log, and nothing of ours behind it. */
interface MadeLog {
  readonly entries: Uint8Array[];
  lastHeader: Uint8Array | undefined;
  blocks: bigint;
}
const newLog = (): MadeLog => ({ entries: [], lastHeader: undefined, blocks: 0n });
const rootOf = (entries: readonly Uint8Array[]) => treeRoot(entries.map(leafHash));

const at = (ms: number) => {
  const instant = instantOf(ms);
  if (!instant.ok) throw new Error('no instant');
  return instant.value;
};
const leaf = (): Uint8Array => {
  const id = parseLedgerEventId(Uint8Array.from(randomBytes(16)));
  if (!id) throw new Error('16 bytes are an id');
  return encodeStatementLeaf({
    ...{ id, kind: 1, actor: randomBytes(16), time: at(1_750_000_000_000) },
    payloadRoot: hashOf(randomBytes(8)),
  });
};

/** Seals a block of `count` leaves; `lie` changes what its header says. */
function seal(log: MadeLog, count: number, lie: Partial<BlockHeaderFields> = {}): void {
  const header = encodeBlockHeaderLeaf({
    ...{ blockNo: ++log.blocks, prevSize: BigInt(log.entries.length), prevRoot: rootOf(log.entries) },
    prevBlockLeafHash: log.lastHeader ? leafHash(log.lastHeader) : zero(),
    ...{ time: at(1_750_000_000_000 + Number(log.blocks) * 1000), count, epoch: 1n, witnessedSize: 0n },
    ...{ checkpointSha256: zero(), mapRoot: zero() },
    ...lie,
  });
  log.lastHeader = header;
  log.entries.push(header, ...Array.from({ length: count }, leaf));
}
const zero = () => {
  const hash = parseHash(new Uint8Array(32));
  if (!hash) throw new Error('a hash has 32 bytes');
  return hash;
};

let log: MadeLog;
let tamper: (path: string, bytes: Buffer) => Buffer;
let server: Server;
let url: string;
let folder: string;

function fileOf(path: string): Buffer | undefined {
  const size = BigInt(log.entries.length);
  if (path === 'policy')
    return Buffer.from(
      formatPolicy({
        logs: [{ vkey: signerVkey(LOG) }],
        witnesses: [{ name: 'w', vkey: cosignerVkey(WITNESS) }],
        ...{ groups: [], quorum: 'w' },
      }),
    );
  if (path === 'checkpoint') {
    const text = formatCheckpointBody({ origin: LOG.name, size, root: rootOf(log.entries) });
    return Buffer.concat([signNote(text, [LOG]), Buffer.from(cosign(text, WITNESS, 1_750_000_000n))]);
  }
  const tile = parseTilePath(path);
  if (!tile.ok) return undefined;
  const { level, index, width } = tile.value;
  const from = Number(index) * 256;
  if (level === 'entries') return Buffer.from(formatEntryBundle(log.entries.slice(from, from + width)));
  const span = 256 ** level;
  const hashes = Array.from({ length: width }, (_, n) => {
    const start = (from + n) * span;
    return rootOf(log.entries.slice(start, start + span));
  });
  return Buffer.concat(hashes);
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = (request.url ?? '').slice('/log/'.length);
    const file = fileOf(path);
    if (!file) response.writeHead(404).end();
    else response.end(tamper(path, file));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  log = newLog();
  tamper = (_path, bytes) => bytes;
  folder = mkdtempSync(join(tmpdir(), 'vialog-audit-'));
  return () => rmSync(folder, { recursive: true });
});

/** As an outsider runs it. */
async function audit(...args: string[]) {
  const child = spawn(process.execPath, [program, 'audit', url, '--json', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written: Buffer[] = [];
  const faults: Buffer[] = [];
  child.stdout.on('data', (bytes) => written.push(bytes));
  child.stderr.on('data', (bytes) => faults.push(bytes));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const out = Buffer.concat(written).toString();
  const answer = out === '' ? {} : JSON.parse(out);
  return { ...answer, fault: answer.code, code, err: Buffer.concat(faults).toString() };
}
const state = () => ['--state', join(folder, 'state')];

test('a log is looked through whole, and later only behind what was seen', async () => {
  for (const count of [1, 300, 3, 400]) seal(log, count);
  expect(await audit(...state())).toMatchObject({
    ...{ code: 0, ok: true, origin: LOG.name, size: '708', since: '0', blocks: '4', cosigners: ['w'] },
  });
  expect(await audit(...state())).toMatchObject({ code: 0, size: '708', since: '708' });
  seal(log, 100);
  const asked: string[] = [];
  tamper = (path, bytes) => {
    asked.push(path);
    return bytes;
  };
  expect(await audit(...state())).toMatchObject({ code: 0, size: '809', since: '708', blocks: '5' });
  expect(asked).not.toContain('tile/entries/000');
  expect(asked).toContain('tile/entries/002');
});

const changed = (bytes: Buffer, position: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[position] = (copy[position] ?? 0) ^ 1;
  return copy;
};

test('one changed byte in any file is found, and where', async () => {
  for (const count of [300, 400]) seal(log, count);
  const files = [
    'tile/entries/000',
    'tile/entries/002.p/190',
    'tile/0/000',
    'tile/0/002.p/190',
    'tile/1/000.p/2',
  ];
  for (const file of [...files, 'checkpoint'])
    for (let round = 0; round < 3; round++) {
      const share = Math.random();
      tamper = (path, bytes) =>
        path === file ? changed(bytes, Math.floor(share * (bytes.length - 1))) : bytes;
      const found = await audit();
      expect([file, share, found.code]).toEqual([file, share, 1]);
      expect(found.ok).toBe(false);
    }
}, 120_000);

test('entries that were seen before may not change, though the log signs the change', async () => {
  seal(log, 300);
  await audit(...state());
  const other = newLog();
  seal(other, 300);
  seal(other, 20);
  log = other;
  expect(await audit(...state())).toMatchObject({ code: 1, fault: 'audit/entry-changed' });
  expect(JSON.parse(readFileSync(join(folder, 'state'), 'utf8')).note).toContain('\n301\n');
});

test('a log that shows less than before is told of with both signed heads', async () => {
  seal(log, 300);
  seal(log, 5);
  await audit(...state());
  log.entries.length = 301;
  const found = await audit(...state());
  expect(found).toMatchObject({ code: 1, ok: false });
  expect(found.detail.match(/^— vialog\.example\/log /gm)).toHaveLength(2);
});

test.each([
  ['another number', { blockNo: 7n }, 'chain/number'],
  ['another block before', { prevBlockLeafHash: hashOf(Buffer.from('x')) }, 'chain/previous-header'],
  ['another size', { prevSize: 3n }, 'chain/previous-size'],
  ['another root', { prevRoot: hashOf(Buffer.from('x')) }, 'chain/previous-root'],
  ['an earlier time', { time: at(1_740_000_000_000) }, 'chain/time'],
  ['an earlier epoch', { epoch: 0n }, 'chain/epoch'],
  ['more witnessed than there is', { witnessedSize: 400n }, 'chain/witnessed-size'],
  ['more entries than it has', { count: 9 }, 'chain/header-inside-block'],
  ['fewer entries than it has', { count: 1 }, 'chain/no-header'],
] as const)('a header that names %s is found although the log signed it', async (_, lie, code) => {
  seal(log, 10);
  seal(log, 5, lie);
  seal(log, 5);
  const found = await audit();
  expect(found).toMatchObject({ code: 1 });
  expect(found.detail).toContain(code);
});

test('an entry that is no leaf is found', async () => {
  seal(log, 5);
  log.entries[3] = Buffer.from('nothing of ours');
  expect((await audit()).detail).toMatch(/^Entry 3 .*leaf\/magic/);
});

/** Seals a block of these leaves. */
function sealLeaves(log: MadeLog, ...leaves: readonly Uint8Array[]): void {
  seal(log, leaves.length);
  log.entries.splice(-leaves.length, leaves.length, ...leaves);
}

const ACTOR = { actor: new Uint8Array(16).fill(7), seed: new Uint8Array(32).fill(9) };

function keyLeaf(action: 'add' | 'revoke'): Uint8Array {
  const fields: KeyFields = {
    ...{ action, holder: 'own', actor: ACTOR.actor, publicKey: ed25519PublicKey(ACTOR.seed) },
    ...{ time: at(1_750_000_000_000), replaces: undefined, compromisedSince: undefined, signer: undefined },
  };
  const possession = action === 'add' ? ed25519Sign(ACTOR.seed, keySignedBytes(fields)) : undefined;
  return encodeKeyLeaf({ ...fields, possession, authority: undefined });
}

/** An event of the actor's; `isSigned` false: as from before its first key. */
function eventLeaf(isSigned = true): Uint8Array {
  const eventId = parseLedgerEventId(Uint8Array.from(randomBytes(16)));
  if (!eventId) throw new Error('16 bytes are an id');
  const fields = {
    ...{ eventId, schema: 1, actor: ACTOR.actor, eventTime: at(1_750_000_000_000), flags: 0 },
    actorKeyId: isSigned ? actorKeyId(ed25519PublicKey(ACTOR.seed)) : new Uint8Array(8),
    ...{ subjectsRoot: hashOf(eventId), payloadRoot: hashOf(eventId), corrects: undefined },
    ...{ ext: new Uint8Array(), prevRoot: zero() },
  };
  const signature = isSigned ? ed25519Sign(ACTOR.seed, eventSignedBytes(fields)) : undefined;
  return encodeEventLeaf({ ...fields, signature });
}

test('events that their actors signed hold, over several looks', async () => {
  sealLeaves(log, eventLeaf(false), keyLeaf('add'), ...Array.from({ length: 300 }, () => eventLeaf()));
  expect(await audit(...state())).toMatchObject({ code: 0, ok: true });
  sealLeaves(log, eventLeaf(), eventLeaf());
  expect(await audit(...state())).toMatchObject({ code: 0, since: '303' });
  sealLeaves(log, keyLeaf('revoke'));
  expect(await audit(...state())).toMatchObject({ code: 0 });
  sealLeaves(log, eventLeaf());
  expect(await audit(...state())).toMatchObject({ code: 1, fault: 'signature/key-not-active' });
});

test.each([
  [
    'an event that the log’s operator altered',
    [keyLeaf('add'), changed(Buffer.from(eventLeaf()), 100)],
    'signature/invalid',
  ],
  [
    'one whose signature was altered',
    [keyLeaf('add'), changed(Buffer.from(eventLeaf()), 150)],
    'signature/invalid',
  ],
  ['one whose signature was taken away', [keyLeaf('add'), eventLeaf(false)], 'signature/missing'],
  ['one whose key the log does not name', [leaf(), eventLeaf()], 'signature/key-unknown'],
  [
    'one signed after its key ended',
    [keyLeaf('add'), keyLeaf('revoke'), eventLeaf()],
    'signature/key-not-active',
  ],
  ['a key that who registered it had not', [changed(Buffer.from(keyLeaf('add')), 110)], 'key/signature'],
])('%s is found although the log signed it', async (_, leaves, code) => {
  sealLeaves(log, ...leaves);
  seal(log, 3);
  const found = await audit();
  expect(found).toMatchObject({ code: 1, fault: code });
  expect(found.detail).toMatch(new RegExp(`^Entry ${leaves.length} `));
});

test('a witness that is demanded must have cosigned, and the key of the state is the one that counts', async () => {
  seal(log, 5);
  const own = ['--witness', formatVkey(cosignerVkey(WITNESS))];
  expect(await audit(...own)).toMatchObject({ code: 0 });
  const other = formatVkey(cosignerVkey({ ...WITNESS, name: 'other.example' }));
  expect((await audit('--witness', other)).detail).toContain('other.example has not cosigned');
  await audit(...state());
  const real = fileOf;
  tamper = (path, bytes) =>
    path === 'policy'
      ? Buffer.from(`${real('policy')}`.replace(formatVkey(signerVkey(LOG)), stranger))
      : bytes;
  const stranger = formatVkey(signerVkey({ ...LOG, seed: new Uint8Array(32).fill(8) }));
  expect(await audit(...state())).toMatchObject({ code: 0 });
  expect(await audit()).toMatchObject({ code: 1 });
});

test('nothing to read, a bad address and a bad key end with a sentence', async () => {
  expect(await audit('--witness', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('--witness') });
  expect(await audit('another')).toMatchObject({ code: 2 });
  const child = spawn(process.execPath, [program, 'audit', 'ftp://x']);
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
});
