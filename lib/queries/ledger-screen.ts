import 'server-only';
import type { BlockHeaderLeaf } from '../evidence/block-header-leaf.ts';
import { parseLeaf } from '../evidence/leaf.ts';
import { base64Of } from '../kernel/base64.ts';
import { hexOf } from '../kernel/bytes.ts';
import { instantText } from '../kernel/instant.ts';
import { leafHash } from '../ledger/hash.ts';
import { quorumSize } from '../ledger/quorum.ts';
import { formatVkey } from '../ledger/vkey.ts';
import {
  loadCheckpoints,
  loadPublishedCheckpoint,
  type StoredCheckpoint,
} from '../store/ledger-checkpoints.ts';
import { loadEntries } from '../store/ledger-entries.ts';
import { type LogHead, loadLogHead } from '../store/ledger-log.ts';
import { loadWitnesses } from '../store/ledger-witnesses.ts';
import { logVkey } from '../store/log-key.ts';
import { witnessPolicy } from '../store/witness-policy.ts';

/** One block of the chain. */
export interface BlockListRow {
  readonly number: string;
  readonly index: string;
  readonly entries: number;
  readonly at: string;
  readonly hash: string;
  readonly previousHash: string;
}

/** A witness of the log, with what it last signed; `null` while it has signed nothing. */
interface WitnessRow {
  readonly name: string;
  readonly vkey: string;
  readonly size: string | null;
  readonly at: string | null;
  /** How many entries of the published head it has not signed yet. */
  readonly lag: string | null;
  /** What is wrong with it now, in a sentence, and since when. */
  readonly fault: string | null;
  readonly faultSince: string | null;
}

/** What the Ledger page shows: all of it is public. */
export interface LedgerScreenRow {
  readonly origin: string;
  readonly head: {
    readonly size: string;
    readonly root: string;
    readonly signedAt: string;
    readonly blockNumber: string;
  } | null;
  readonly growth: readonly { readonly at: string; readonly size: string }[];
  readonly blocks: readonly BlockListRow[];
  readonly olderHref: string | null;
  readonly witnesses: readonly WitnessRow[];
  readonly quorum: number;
  readonly keys: readonly { readonly vkey: string; readonly from: string; readonly until: string | null }[];
  readonly state: LogHead['state'];
  readonly haltedBecause: string | null;
}

const BLOCKS = 12;
const GROWTH_POINTS = 200;

/**
 * The log at a glance, its blocks walked back in time from index `before` (the end of a block; absent: from the published head).
 * Takes no scope: nothing here is anybody's.
 */
export async function ledgerScreen(before: bigint | undefined): Promise<LedgerScreenRow | undefined> {
  const [head, published] = await Promise.all([loadLogHead(), loadPublishedCheckpoint()]);
  if (!head) return undefined;
  const [blocks, checkpoints, first] = await Promise.all([
    blocksBefore(before === undefined || before > head.publishedSize ? head.publishedSize : before),
    loadCheckpoints(head.publishedSize + 1n, GROWTH_POINTS),
    firstMoment(),
  ]);
  const last = blocks.at(-1);
  return {
    origin: head.origin,
    head: published ? headRow(published) : null,
    growth: checkpoints
      .toReversed()
      .map(({ size, signedAt }) => ({ at: instantText(signedAt), size: String(size) })),
    blocks,
    olderHref: last && last.index !== '0' ? `/ledger?before=${last.index}` : null,
    witnesses: await witnessRows(head.publishedSize),
    quorum: quorumSize(witnessPolicy()),
    keys: first === undefined ? [] : [{ vkey: formatVkey(logVkey()), from: first, until: null }],
    state: head.state,
    haltedBecause: head.haltedBecause ?? null,
  };
}

async function witnessRows(publishedSize: bigint): Promise<readonly WitnessRow[]> {
  const known = await loadWitnesses();
  return witnessPolicy().witnesses.map(({ name, vkey }) => {
    const key = formatVkey(vkey);
    const { size, seenAt, fault, faultSince } = known.get(key) ?? {};
    return {
      ...{ name, vkey: key },
      size: seenAt === undefined ? null : String(size),
      at: seenAt === undefined ? null : instantText(seenAt),
      lag: size === undefined || size >= publishedSize ? null : String(publishedSize - size),
      fault: fault ?? null,
      faultSince: faultSince === undefined ? null : instantText(faultSince),
    };
  });
}

const headRow = ({ size, root, signedAt, blockNo }: StoredCheckpoint) => ({
  size: String(size),
  root: base64Of(root),
  signedAt: instantText(signedAt),
  blockNumber: String(blockNo),
});

/**
 * Blocks from the end of one back. No table lists headers, and no header says where the one before stands: the log is read backwards
 * in growing steps until it names enough of them.
 */
async function blocksBefore(end: bigint): Promise<readonly BlockListRow[]> {
  const blocks: BlockListRow[] = [];
  let to = end;
  let step = 64n;
  while (to > 0n && blocks.length < BLOCKS) {
    const from = to > step ? to - step : 0n;
    const entries = await loadEntries(from, to);
    for (const { seq, leaf } of entries.toReversed()) {
      const parsed = parseLeaf(leaf);
      if (parsed.ok && parsed.value.type === 'block-header') blocks.push(blockRow(seq, leaf, parsed.value));
    }
    to = from;
    step = step < MOST_STEP ? step * 4n : step;
  }
  return blocks.slice(0, BLOCKS);
}

const MOST_STEP = 4096n;

const blockRow = (seq: bigint, leaf: Uint8Array, header: BlockHeaderLeaf): BlockListRow => ({
  number: String(header.blockNo),
  index: String(seq),
  entries: header.count,
  at: instantText(header.time),
  hash: hexOf(leafHash(leaf)),
  previousHash: hexOf(header.prevBlockLeafHash),
});

/** When the log opened: the time in its first block's header. */
async function firstMoment(): Promise<string | undefined> {
  const [entry] = await loadEntries(0n, 1n);
  const leaf = entry && parseLeaf(entry.leaf);
  return leaf?.ok && leaf.value.type === 'block-header' ? instantText(leaf.value.time) : undefined;
}
