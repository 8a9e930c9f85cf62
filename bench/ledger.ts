/**
 * `npm run bench -- ledger`: what checking the log costs. An audit of entries (layout, chain of blocks, tree, tiles) against bare hashing
 * of the same bytes, one leaf hash and one node hash an entry, on one core; and how many tiles a proof of inclusion reads. How fast
 * the log is written is measured by `sequence`.
 */
import { noBlocks } from '../lib/evidence/block-chain.ts';
import { encodeBlockHeaderLeaf } from '../lib/evidence/block-header-leaf.ts';
import { parseLedgerEventId } from '../lib/evidence/event-id.ts';
import { encodeEventLeaf } from '../lib/evidence/event-leaf.ts';
import { KeyRegistry } from '../lib/evidence/key-registry.ts';
import { auditEntries } from '../lib/evidence/log-audit.ts';
import { type Instant, instantOf } from '../lib/kernel/instant.ts';
import { Frontier } from '../lib/ledger/frontier.ts';
import { HASH_BYTES, type Hash, hashOf, leafHash, nodeHash, parseHash } from '../lib/ledger/hash.ts';
import { TILE_WIDTH, type Tile } from '../lib/ledger/tile.ts';
import { proveInclusion } from '../lib/ledger/tile-reader.ts';
import { alternate } from './measure/alternate.ts';
import { median } from './measure/median.ts';
import { options } from './measure/options.ts';
import { report } from './measure/report.ts';

const { entries, rounds, proofs } = options({ entries: 100_000, rounds: 9, proofs: 2_000 });

const BLOCK = 1_000;
const TIME = moment(1_790_000_000_000);
const ZERO = hashFrom(new Uint8Array(32));

function moment(ms: number): Instant {
  const instant = instantOf(ms);
  if (!instant.ok) throw new Error('a moment of this century');
  return instant.value;
}

function hashFrom(bytes: Uint8Array): Hash {
  const hash = parseHash(bytes);
  if (!hash) throw new Error('a hash has 32 bytes');
  return hash;
}

const numbered = (n: number): Hash => hashOf(Uint8Array.from(Buffer.from(`${n}`)));

/** An unsigned event, as long as any. */
function eventLeaf(n: number): Uint8Array {
  const hash = numbered(n);
  const eventId = parseLedgerEventId(hash.slice(0, 16));
  if (!eventId) throw new Error('16 bytes are an id');
  return encodeEventLeaf({
    ...{
      eventId,
      schema: 1,
      actor: hash.slice(16),
      actorKeyId: new Uint8Array(8),
      eventTime: TIME,
      flags: 0,
    },
    ...{ subjectsRoot: hash, payloadRoot: hash, corrects: undefined, ext: new Uint8Array() },
    ...{ signature: undefined, prevRoot: hash },
  });
}

/** A log as the sequencer writes it, and its tree. */
function logOf(count: number): { readonly leaves: readonly Uint8Array[]; readonly tree: Frontier } {
  const leaves: Uint8Array[] = [];
  const tree = new Frontier();
  let before = ZERO;
  for (let blockNo = 1n; leaves.length < count; blockNo++) {
    const header = encodeBlockHeaderLeaf({
      ...{ blockNo, prevBlockLeafHash: before, prevSize: tree.size, prevRoot: tree.root(), time: TIME },
      ...{ count: BLOCK, epoch: 1n, witnessedSize: 0n, checkpointSha256: ZERO, mapRoot: ZERO },
    });
    before = leafHash(header);
    for (const leaf of [header, ...Array.from({ length: BLOCK }, (_, at) => eventLeaf(leaves.length + at))]) {
      leaves.push(leaf);
      tree.append(leafHash(leaf));
    }
  }
  return { leaves, tree };
}

const perSecond = (count: number, start: number): number => (count * 1_000) / (performance.now() - start);

function audited(leaves: readonly Uint8Array[]): number {
  const start = performance.now();
  const nothing = { frontier: new Frontier(), chain: noBlocks(), keys: new KeyRegistry() };
  const found = auditEntries(nothing, leaves);
  if ('code' in found) throw new Error(`entry ${found.index}: ${found.code}`);
  return perSecond(leaves.length, start);
}

function hashed(leaves: readonly Uint8Array[]): number {
  const start = performance.now();
  let node = ZERO;
  for (const leaf of leaves) node = nodeHash(node, leafHash(leaf));
  return perSecond(leaves.length, start);
}

/** The most tiles that a proof reads, with what a tile has held in memory: the number is that of any store. */
async function tilesRead(leaves: readonly Uint8Array[]): Promise<number> {
  const tree = new Frontier();
  const full = leaves.flatMap((leaf) => [...tree.append(leafHash(leaf))]);
  const known = new Map(full.map((tile) => [`${tile.level}/${tile.index}`, tile.data]));
  const tails = tree.tails();
  const dataOf = ({ level, index, width }: Tile): Uint8Array | undefined =>
    (known.get(`${level}/${index}`) ?? tails[level])?.subarray(0, width * HASH_BYTES);
  let most = 0;
  for (let at = 0; at < proofs; at++) {
    let read = 0;
    const index = BigInt(Math.floor((at * leaves.length) / proofs));
    const proved = await proveInclusion(index, tree.size, async (tiles) => {
      read += tiles.length;
      return tiles.map(dataOf);
    });
    if (!proved.ok) throw new Error(proved.error.code);
    most = Math.max(most, read);
  }
  return most;
}

const { leaves } = logOf(entries);
const pairs = await alternate(rounds, {
  ours: async () => audited(leaves),
  plain: async () => hashed(leaves),
});
const thousands = (rate: number): string => `${(rate / 1_000).toFixed(0)} k/s`;
report({
  bench: 'ledger',
  how: `${leaves.length} unsigned entries, tiles of ${TILE_WIDTH}, one core, median of ${rounds} alternating rounds`,
  rows: [
    [
      'entries audited / hashed',
      thousands(median(pairs.map(({ ours }) => ours))),
      thousands(median(pairs.map(({ plain }) => plain))),
    ],
  ],
  goals: {
    'audit / bare hashing': { ratio: median(pairs.map(({ ours, plain }) => ours / plain)), atLeast: 0.8 },
    'tiles read for a proof': { ratio: await tilesRead(leaves), atMost: 4 },
  },
});
