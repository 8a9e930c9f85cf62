import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '../../env.ts';
import { noBlocks } from '../../evidence/block-chain.ts';
import { KeyRegistry } from '../../evidence/key-registry.ts';
import { type Checkpoint, openCheckpoint } from '../../ledger/checkpoint.ts';
import { parseEntryBundle } from '../../ledger/entry-bundle.ts';
import { Frontier } from '../../ledger/frontier.ts';
import { parsePolicy } from '../../ledger/parse-policy.ts';
import type { Policy } from '../../ledger/policy.ts';
import { cosignersOf, hasQuorum } from '../../ledger/quorum.ts';
import { TILE_WIDTH } from '../../ledger/tile.ts';
import { recoverLog } from '../../service/log/recover-log.ts';
import { logVkey } from '../../store/log-key.ts';
import { LOCAL_POLICY, witnessPolicy } from '../../store/witness-policy.ts';
import { textIn } from '../admin-input.ts';
import { AuditFailure } from '../audit/audit-failure.ts';
import { auditLog } from '../audit/audit-log.ts';
import { type LogClient, logClient, required, tileFile } from '../audit/log-client.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';

/** Puts back what a restored database has lost of the log, from a mirror or from a copy of the log's files. */
export const recover: AdminRun = async (input, io) => {
  const from = textIn(input, 'from');
  const client = /^https?:\/\//.test(from) ? logClient(from) : folderClient(from);
  try {
    const head = cosignedHead(await required(client, 'checkpoint'));
    io.err(`The copy has ${head.size} entries; all of them are checked first.`);
    await audited(client, head);
    const recovered = await recoverLog(head, (index) => entriesFrom(client, index, head.size));
    if (!recovered.ok) throw new UnusableInput(SENTENCES[recovered.error.code]);
    const { size } = recovered.value;
    const count = size - recovered.value.from;
    const told = `${count} entries were put back; the log has ${size} again. vialog fsck names what they stand for and is lost.`;
    return { lines: [told], json: { from: `${recovered.value.from}`, size: `${size}` } };
  } catch (error) {
    if (!(error instanceof AuditFailure)) throw error;
    throw new UnusableInput(`Nothing was changed: ${error.message}`);
  }
};

const SENTENCES = {
  'recover/nothing-newer': 'Nothing was changed: the copy has no entry that the database has not.',
  'recover/other-history':
    'Nothing was changed: the database has gone on by itself since the backup, so that its entries are not those of the copy. Restore the backup again and recover before the platform is started.',
} as const;

const folderClient =
  (folder: string): LogClient =>
  (path) =>
    readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw new AuditFailure('log/unreadable', `${path} cannot be read: ${error.message}.`);
    });

/** The copy's head, signed by our own key and cosigned by enough of our witnesses. */
function cosignedHead(note: Uint8Array): Checkpoint {
  const opened = openCheckpoint(note, logVkey());
  if (!opened.ok)
    throw new AuditFailure(
      opened.error.code,
      `the copy's head is not one that this log signed (${opened.error.code}).`,
    );
  const policy = ourPolicy();
  const cosigners = cosignersOf(note, policy).map(({ name }) => name);
  if (!hasQuorum(policy, new Set(cosigners)))
    throw new AuditFailure(
      'checkpoint/too-few-witnesses',
      'too few witnesses have cosigned the copy’s head.',
    );
  return opened.value.checkpoint;
}

/** Where no policy is set, that of the witnesses which `npm start` ran beside the platform, if it did. */
function ourPolicy(): Policy {
  const { dataDir, policyFile } = env();
  const local = join(dataDir, LOCAL_POLICY);
  if (policyFile !== undefined || !existsSync(local)) return witnessPolicy();
  const policy = parsePolicy(readFileSync(local, 'utf8'));
  if (policy.ok) return policy.value;
  const { line, code } = policy.error;
  throw new UnusableInput(
    `Nothing was changed: line ${line} of the policy ${local} cannot be used: ${code}.`,
  );
}

async function audited(client: LogClient, { size }: Checkpoint): Promise<void> {
  const nothing = { frontier: new Frontier(), chain: noBlocks(), keys: new KeyRegistry() };
  await auditLog(client, nothing, size, () => {});
}

/** The entries behind an index, bundle by bundle. */
async function* entriesFrom(
  client: LogClient,
  from: bigint,
  size: bigint,
): AsyncGenerator<readonly Uint8Array[]> {
  const width = BigInt(TILE_WIDTH);
  for (let index = from / width; index * width < size; index++) {
    const rest = size - index * width;
    const asked = { level: 'entries', index, width: rest < width ? Number(rest) : TILE_WIDTH } as const;
    const file = await tileFile(client, asked);
    const bundle = parseEntryBundle(file.bytes, file.width);
    if (!bundle.ok) throw new AuditFailure(bundle.error.code, `bundle ${index} of the copy is damaged.`);
    const known = index === from / width ? Number(from % width) : 0;
    yield bundle.value.slice(known, asked.width);
  }
}
