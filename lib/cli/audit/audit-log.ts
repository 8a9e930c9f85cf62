import { auditEntries, type EntryFault, type LogAudit } from '../../evidence/log-audit.ts';
import { equalBytes } from '../../kernel/bytes.ts';
import { parseEntryBundle } from '../../ledger/entry-bundle.ts';
import type { FullTile } from '../../ledger/frontier.ts';
import { HASH_BYTES, leafHash } from '../../ledger/hash.ts';
import { TILE_WIDTH, tileLevels } from '../../ledger/tile.ts';
import { formatTilePath } from '../../ledger/tile-path.ts';
import { AuditFailure } from './audit-failure.ts';
import { type LogClient, tileFile } from './log-client.ts';
import { verifySignatures } from './verify-signatures.ts';

/** Where an audit stands, for who waits: told after every bundle. */
export type Progress = (audit: LogAudit) => void;

const WIDTH = BigInt(TILE_WIDTH);
/** Bundles asked for at once. */
const AHEAD = 16;

/**
 * Looks through a log from where `audit` stands to `size`: every entry with its actor's signature, every tile that they complete, and the unfinished tiles at the
 * end. Throws an {@link AuditFailure} with the first fault. The root is for the caller to compare.
 */
export async function auditLog(
  client: LogClient,
  audit: LogAudit,
  size: bigint,
  progress: Progress,
): Promise<LogAudit> {
  let place = audit;
  const comparing: Promise<void>[] = [];
  for await (const entries of bundles(client, audit, size)) {
    const next = auditEntries(place, entries);
    if ('code' in next) throw entryFailure(next);
    const started = next.tiles.map((tile) => compareTile(client, tile, TILE_WIDTH));
    // They are awaited some bundles later; one that fails before is told of then.
    for (const one of started) one.catch(() => {});
    comparing.push(...started);
    await verifySignatures(next.signatures);
    if (comparing.length >= AHEAD) await Promise.all(comparing.splice(0));
    place = next;
    progress(place);
  }
  await Promise.all(comparing);
  await compareTails(client, place, size);
  return place;
}

/** The entries behind the audit's place, bundle by bundle; those of the first bundle that are known already must be the same. */
async function* bundles(
  client: LogClient,
  { frontier }: LogAudit,
  size: bigint,
): AsyncGenerator<readonly Uint8Array[]> {
  const start = frontier.size;
  const [known = new Uint8Array(0)] = frontier.tails();
  const first = start / WIDTH;
  const past = (size + WIDTH - 1n) / WIDTH;
  const asked: Promise<readonly Uint8Array[]>[] = [];
  for (let index = first; index < past; index++) {
    for (let next = index + BigInt(asked.length); asked.length < AHEAD && next < past; next++) {
      const bundle = readBundle(client, next, size);
      // A later one may fail before its turn comes; it is told of then.
      bundle.catch(() => {});
      asked.push(bundle);
    }
    const entries = (await asked.shift()) ?? [];
    yield index === first ? newOnes(entries, known, start) : entries;
  }
}

function newOnes(entries: readonly Uint8Array[], known: Uint8Array, start: bigint): readonly Uint8Array[] {
  const count = known.length / HASH_BYTES;
  const changed = entries
    .slice(0, count)
    .findIndex(
      (entry, at) => !equalBytes(leafHash(entry), known.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
    );
  if (changed !== -1)
    throw new AuditFailure(
      'audit/entry-changed',
      `Entry ${start - BigInt(count - changed)} is not what it was when it was looked at before.`,
    );
  return entries.slice(count);
}

async function readBundle(client: LogClient, index: bigint, size: bigint): Promise<readonly Uint8Array[]> {
  const rest = size - index * WIDTH;
  const width = rest < WIDTH ? Number(rest) : TILE_WIDTH;
  const { bytes, width: given } = await tileFile(client, { level: 'entries', index, width });
  const entries = parseEntryBundle(bytes, given);
  if (entries.ok) return entries.value.slice(0, width);
  const path = formatTilePath({ level: 'entries', index, width });
  throw new AuditFailure(
    entries.error.code,
    `${path} is no bundle of ${width} entries: its fault is at byte ${entries.error.at}.`,
  );
}

async function compareTile(
  client: LogClient,
  { level, index, data }: Pick<FullTile, 'level' | 'index' | 'data'>,
  width: number,
): Promise<void> {
  const { bytes } = await tileFile(client, { level, index, width });
  if (!equalBytes(bytes.subarray(0, data.length), data))
    throw new AuditFailure(
      'audit/tile',
      `${formatTilePath({ level, index, width })} does not hold the hashes of its entries.`,
    );
}

/** The unfinished tile of every level. */
async function compareTails(client: LogClient, { frontier }: LogAudit, size: bigint): Promise<void> {
  const tails = frontier.tails();
  for (const { level, full, partial } of tileLevels(size)) {
    const data = tails[level];
    if (partial > 0 && data) await compareTile(client, { level, index: full, data }, partial);
  }
}

const entryFailure = ({ code, index }: EntryFault): AuditFailure =>
  new AuditFailure(code, `Entry ${index} is not what a log of Vialog holds there: ${code}.`);
