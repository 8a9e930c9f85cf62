import { observationsRoot } from '../../evidence/observation-commitment.ts';
import { equalBytes, hexOf } from '../../kernel/bytes.ts';
import type { FullTile } from '../../ledger/frontier.ts';
import { parseHash } from '../../ledger/hash.ts';
import {
  loadCheckpointRows,
  loadEntryRows,
  loadKnown,
  loadMembers,
  loadPublicationRows,
  loadTileRows,
} from '../../store/fsck/log-pages.ts';
import { loadLogHead } from '../../store/ledger-log.ts';
import type { Tx } from '../../store/transaction.ts';
import { endOfLogFaults } from './end-of-log.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';
import type { FsckContext, FsckPass, FsckStep } from './fsck-pass.ts';
import { checkpointFaults, type HeadTruth, publicationFaults } from './head-faults.ts';
import { type LogPlace, logPlaceOf, logPlaceText } from './log-place.ts';
import { readEntry } from './read-chain.ts';
import { type ReadLeaf, readLeaves, tileFaults } from './read-leaves.ts';

/** Entries at a time: whole tiles, some hundred kilobytes. */
const CHUNK = 2048n;

/** The log against itself: every leaf, hash, tile, block and signed head, up to the head as it is when a step begins. */
export const checkLog: FsckPass = {
  name: 'log',
  async step(tx, context, from): Promise<FsckStep> {
    const head = await loadLogHead(tx);
    if (!head) return { faults: [], rows: 0, next: undefined };
    const place = logPlaceOf(from);
    const start = place.tree.size;
    const past = head.size - start < CHUNK ? head.size : start + CHUNK;
    const faults: FsckFault[] = [];
    const reached = start < past ? await readOn(tx, place, past, { ...context, faults }) : place;
    if (reached.tree.size >= past && past < head.size)
      return { faults, rows: Number(past - start), next: logPlaceText(reached) };
    faults.push(...(await endOfLogFaults(tx, head, reached)));
    return { faults, rows: Number(past - start), next: undefined };
  },
};

interface Telling extends FsckContext {
  readonly faults: FsckFault[];
}

async function readOn(tx: Tx, place: LogPlace, past: bigint, telling: Telling): Promise<LogPlace> {
  const { faults } = telling;
  const from = place.tree.size;
  const rows = await loadEntryRows(tx, from, past);
  const stored = await loadTileRows(tx, 0, from / 256n, past / 256n);
  const read = readLeaves(rows, stored, [from, past]);
  faults.push(...read.faults, ...(await missingRows(tx, read.leaves)));
  const made: FullTile[] = [];
  const heads = new Map<bigint, HeadTruth>();
  const signed = await loadCheckpointRows(tx, from, past);
  const sizes = new Set(signed.map(({ size }) => size));
  let reached = place;
  for (const leaf of read.leaves) {
    reached = grown(reached, leaf, made, faults);
    const { size } = reached.tree;
    if (!sizes.has(size) || reached.isLost) continue;
    const ended = reached.chain?.nextHeader === size ? reached.chain.blockNo : undefined;
    heads.set(size, { root: reached.tree.root(), blockNo: ended });
  }
  faults.push(...tileFaults(made, await storedLike(tx, made)));
  for (const row of signed) {
    const told = checkpointFaults(row, heads.get(row.size), telling.logKeys);
    faults.push(...told);
    // What a signed head says of the tree is told once: behind it every root differs.
    if (told.some(({ code }) => code === 'fsck/head-tree')) reached = { ...reached, isLost: true };
  }
  const shown = await loadPublicationRows(tx, from, past);
  for (const row of shown) faults.push(...publicationFaults(row, telling.logKeys));
  return reached;
}

function grown(
  place: LogPlace,
  { row, hash, seq }: ReadLeaf,
  made: FullTile[],
  faults: FsckFault[],
): LogPlace {
  const { tree, chain, isLost } = place;
  if (!hash) {
    // Something must stand there, for the indexes of what follows to be right.
    tree.append(new Uint8Array(32));
    return { tree, chain: chain?.nextHeader === seq ? undefined : chain, isLost: true };
  }
  const read = row && readEntry(row, hash, chain, isLost ? undefined : () => tree.root());
  faults.push(...(read?.faults ?? []));
  const lost = isLost || (read?.faults.some(({ detail }) => detail === 'chain/previous-root') ?? false);
  made.push(...tree.append(hash));
  return { tree, chain: read ? read.chain : chain, isLost: lost };
}

/** The stored tiles of the places of these, of every level. */
async function storedLike(tx: Tx, made: readonly FullTile[]) {
  const levels = Map.groupBy(made, ({ level }) => level);
  const found = [];
  for (const [level, tiles] of levels) {
    const indexes = tiles.map(({ index }) => index);
    const first = indexes[0] ?? 0n;
    found.push(...(await loadTileRows(tx, level, first, (indexes.at(-1) ?? first) + 1n)));
  }
  return found;
}

/** Entries that stand for an event, a statement or observations of which nothing is kept. */
async function missingRows(tx: Tx, leaves: readonly ReadLeaf[]): Promise<readonly FsckFault[]> {
  const kinds = Map.groupBy(
    leaves.flatMap(({ row }) => (row ? [row] : [])),
    ({ leaf }) => leaf[4],
  );
  const faults: FsckFault[] = [];
  for (const [type, table] of [
    [1, 'event'],
    [6, 'statement'],
  ] as const) {
    const entries = kinds.get(type) ?? [];
    const known = await loadKnown(
      tx,
      table,
      entries.map(({ event_id }) => event_id),
    );
    for (const { seq, event_id } of entries)
      if (!known.has(event_id))
        faults.push(
          faultAt({ table, row: event_id }, 'row-missing', 'id', `entry ${seq} of the log stands for it`),
        );
  }
  return [...faults, ...(await observationFaults(tx, kinds.get(5) ?? []))];
}

/** Leaves of observations whose root is not that of the commitments kept. */
async function observationFaults(
  tx: Tx,
  entries: readonly NonNullable<ReadLeaf['row']>[],
): Promise<readonly FsckFault[]> {
  if (entries.length === 0) return [];
  const members = await loadMembers(
    tx,
    entries.map(({ event_id }) => event_id),
  );
  return entries.flatMap(({ event_id, leaf }) => {
    const commitments = (members.get(event_id) ?? []).flatMap((bytes) => parseHash(bytes) ?? []);
    const root = hexOf(observationsRoot(commitments));
    const place = { table: 'ledger.observation_member', row: `leaf_event ${event_id}` };
    // DPL, version, type, id 16, time 8, count 4, root 32.
    const count = Buffer.from(leaf).readUInt32BE(29);
    if (commitments.length !== count)
      return [faultAt(place, 'members', 'observation', `${count} belong to the leaf`)];
    return equalBytes(leaf.subarray(33, 65), Buffer.from(root, 'hex'))
      ? []
      : [faultAt(place, 'members', 'commitment', 'do not give the root of their leaf')];
  });
}
