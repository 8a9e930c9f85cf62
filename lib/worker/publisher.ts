import { equalBytes } from '../kernel/bytes.ts';
import { formatCheckpointBody, openCheckpoint } from '../ledger/checkpoint.ts';
import type { Policy } from '../ledger/policy.ts';
import { type NoteSigner, signNote } from '../ledger/signed-note.ts';
import { signerVkey } from '../ledger/signer-key.ts';
import { keepCheckpoint, loadLatestCheckpoint, type StoredCheckpoint } from '../store/ledger-checkpoints.ts';
import { haltLog, type LogHead, loadLogHead, publishLogSize } from '../store/ledger-log.ts';
import { pool } from '../store/pool.ts';
import { LedgerDamage } from './ledger-damage.ts';
import { treeOfSize } from './log-tree.ts';
import { publishCosigned } from './publish-cosigned.ts';
import { SecondTree } from './second-tree.ts';
import { verifyWritten } from './verify-written.ts';

/** How often is signed, with what, and how much is looked through again at the start. */
export interface PublisherOptions {
  readonly signer: NoteSigner;
  /** Whose cosignatures a head needs before it is shown. */
  readonly policy: Policy;
  /** While nothing new happens, the witnesses sign the same head again so often: it shows that log and witnesses live. */
  readonly heartbeatMs: number;
  /** A head is signed at most so often. */
  readonly everyMs: number;
  /** The first turn reads back so many entries before the last signed head, and all behind it. */
  readonly auditEntries: bigint;
}

const NO_WITNESSES: Policy = { logs: [], witnesses: [], groups: [], quorum: 'none' };

const DEFAULTS = { policy: NO_WITNESSES, everyMs: 1_000, heartbeatMs: 60_000, auditEntries: 100_000n };

/** A publisher of this process. It remembers what it has verified. */
export interface Publisher {
  readonly options: PublisherOptions;
  tree: SecondTree | undefined;
  hasAudited: boolean;
  publishedAt: number;
}

/** What one turn did. `because` is one sentence for the operator. */
export type PublisherOutcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'published'; readonly size: bigint }
  /** Signed, and not shown: not enough witnesses have cosigned it. */
  | { readonly kind: 'unwitnessed'; readonly because: string }
  | { readonly kind: 'refused' | 'stopped'; readonly because: string };

export const newPublisher = (
  options: Partial<PublisherOptions> & Pick<PublisherOptions, 'signer'>,
): Publisher => ({
  options: { ...DEFAULTS, ...options },
  tree: undefined,
  hasAudited: false,
  publishedAt: Number.NEGATIVE_INFINITY,
});

/** This process may not sign, whoever else may. */
class NotOurs extends Error {
  override readonly name = 'NotOurs';
}

/**
 * Publishes the newest head where it is new: reads back everything behind the last signed head, hashes it with the other SHA-256,
 * signs the head as the database has it, keeps it, and only then shows it to readers. Dying anywhere between leaves a state from
 * which the next turn signs the same bytes again. Safe beside other publishers. Where what is stored is not what was sequenced or
 * signed, it halts the log and signs nothing. Throws what the database throws otherwise.
 */
export async function runPublisherOnce(publisher: Publisher): Promise<PublisherOutcome> {
  if (performance.now() - publisher.publishedAt < publisher.options.everyMs) return { kind: 'idle' };
  // The head after the last signed one: so read, it can never be the smaller of an honest log.
  const signed = await loadLatestCheckpoint();
  const head = await loadLogHead();
  if (!head) return { kind: 'refused', because: 'The log is not opened yet.' };
  if (head.state === 'halted') return stopped(head.haltedBecause);
  if (isShown(publisher, head, signed)) return { kind: 'idle' };
  try {
    await verifyHead(publisher, head, signed);
    const note = signed?.size === head.size ? signed.note : await signHead(head, publisher.options.signer);
    return await show(publisher, { ...head, note });
  } catch (error) {
    if (error instanceof NotOurs) {
      // What a head of another's key was compared with is not gone on with: its signature is looked at again each time.
      publisher.tree = undefined;
      return { kind: 'refused', because: error.message };
    }
    if (!(error instanceof LedgerDamage)) throw error;
    await haltLog(error.message);
    return stopped(error.message);
  }
}

function isShown(
  { tree, publishedAt, options }: Publisher,
  head: LogHead,
  signed: StoredCheckpoint | undefined,
): boolean {
  const isFresh =
    options.policy.witnesses.length === 0 || performance.now() - publishedAt < options.heartbeatMs;
  return (
    isFresh && tree?.size === head.size && signed?.size === head.size && head.publishedSize === head.size
  );
}

/** Shows a signed head to readers, once enough witnesses have cosigned it. */
async function show(
  publisher: Publisher,
  head: LogHead & Pick<StoredCheckpoint, 'note'>,
): Promise<PublisherOutcome> {
  const { policy, signer } = publisher.options;
  if (policy.witnesses.length === 0) await publishLogSize(head.size);
  else {
    const outcome = await publishCosigned(head, policy, signerVkey(signer));
    if (outcome.kind === 'unwitnessed') return outcome;
    if (outcome.kind === 'overtaken') return { kind: 'idle' };
  }
  publisher.publishedAt = performance.now();
  return { kind: 'published', size: head.size };
}

/** Leaves `publisher.tree` at the head, or throws. */
async function verifyHead(
  publisher: Publisher,
  head: LogHead,
  signed: StoredCheckpoint | undefined,
): Promise<void> {
  if (signed && signed.size > head.size)
    throw new LedgerDamage(
      `A head of size ${signed.size} is signed, and only ${head.size} entries are stored.`,
    );
  const tree = continued(publisher, signed) ?? (await anchored(publisher, signed));
  publisher.tree = undefined;
  if (signed) {
    await verifyWritten(tree, signed.size);
    if (!equalBytes(tree.root(), signed.root))
      throw new LedgerDamage(`The first ${signed.size} entries are not those whose head was signed.`);
  }
  await verifyWritten(tree, head.size);
  if (!equalBytes(tree.root(), head.root))
    throw new LedgerDamage(`The stored entries do not give the root of the head of size ${head.size}.`);
  publisher.tree = tree;
  publisher.hasAudited = true;
}

/** The tree of the turn before. One beyond the signed head cannot be compared with it any more. */
const continued = ({ tree }: Publisher, signed: StoredCheckpoint | undefined): SecondTree | undefined =>
  tree && (!signed || tree.size <= signed.size) ? tree : undefined;

/** A tree at or before the signed head; how far before, the first turn's audit says. */
async function anchored(
  { options, hasAudited }: Publisher,
  signed: StoredCheckpoint | undefined,
): Promise<SecondTree> {
  if (!signed) return new SecondTree(0n, []);
  judgeSigned(signed, options.signer);
  const audited = hasAudited ? 0n : options.auditEntries;
  const size = signed.size > audited ? signed.size - audited : 0n;
  const frontier = await treeOfSize(pool(), size);
  return new SecondTree(size, frontier.peaks());
}

/** Signs the head as the database has it, and keeps that. */
async function signHead({ origin, size, root, blockNo }: LogHead, signer: NoteSigner): Promise<Uint8Array> {
  const note = signNote(formatCheckpointBody({ origin, size, root }), [signer]);
  const kept = await keepCheckpoint({ size, blockNo, root, note });
  if (!kept) throw new NotOurs('The log was halted before its head was signed.');
  judgeSigned(kept, signer);
  if (!equalBytes(kept.root, root)) throw new LedgerDamage(`Two different heads of size ${size} are signed.`);
  return kept.note;
}

/** Checks a signed head as anybody will who is shown it. */
function judgeSigned({ note, size, root }: StoredCheckpoint, signer: NoteSigner): void {
  const opened = openCheckpoint(note, signerVkey(signer));
  if (!opened.ok && opened.error.code === 'note/no-trusted-signature')
    throw new NotOurs(
      'The key given (VIALOG_LOG_KEY, or log-key in the data folder) is not the one that signed the last head: bring that one back.',
    );
  if (!opened.ok)
    throw new LedgerDamage(`The signed head of size ${size} cannot be opened (${opened.error.code}).`);
  const { checkpoint } = opened.value;
  if (checkpoint.size !== size || !equalBytes(checkpoint.root, root))
    throw new LedgerDamage(`The signed head of size ${size} says something else than its row.`);
}

const stopped = (because = 'no reason given'): PublisherOutcome => ({
  kind: 'stopped',
  because: `The log is halted: ${because}`,
});
