import { KeyRegistry } from '../evidence/key-registry.ts';
import type { LogAudit } from '../evidence/log-audit.ts';
import { equalBytes } from '../kernel/bytes.ts';
import { formatVkey } from '../ledger/vkey.ts';
import { AuditFailure } from './audit/audit-failure.ts';
import { auditLog } from './audit/audit-log.ts';
import { type AuditOptions, auditOptions } from './audit/audit-options.ts';
import { type AuditState, loadAuditState, saveAuditState } from './audit/audit-state.ts';
import { type LogClient, logClient } from './audit/log-client.ts';
import { type SignedHead, signedHead } from './audit/signed-head.ts';
import type { ConsoleIo } from './console-io.ts';
import { UnusableInput } from './unusable-input.ts';

/** `vialog audit`: checks a log as an outsider. Gives the exit code: 0 it holds, 1 it does not. Throws {@link UnusableInput}. */
export async function audit(args: readonly string[], io: ConsoleIo): Promise<number> {
  const options = auditOptions(args);
  const before = loadAuditState(options.stateFile);
  try {
    const report = await audited(options, before, io);
    io.out(options.json ? JSON.stringify(report) : sentences(report).join('\n'));
    return 0;
  } catch (error) {
    if (!(error instanceof AuditFailure)) throw error;
    if (options.json) io.out(JSON.stringify({ ok: false, code: error.code, detail: error.message }));
    else io.err(error.message);
    return 1;
  }
}

/** What was checked, as `--json` prints it. */
interface AuditReport {
  readonly ok: true;
  readonly origin: string;
  readonly logKey: string;
  readonly size: string;
  /** Entries that an earlier run had checked. */
  readonly since: string;
  readonly blocks: string;
  readonly cosigners: readonly string[];
  readonly witnesses: number;
}

async function audited(options: AuditOptions, before: AuditState, io: ConsoleIo): Promise<AuditReport> {
  const client = logClient(options.url);
  const head = await signedHead(client, options.logKey ?? before.logKey, options.witnesses);
  refuseShrunk(head, before);
  const known = { ...before, logKey: head.logKey };
  const after = await lookedThrough(client, head, known, { options, io });
  saveAuditState(options.stateFile, { ...known, note: head.note, checked: after, reached: after });
  return {
    ...{ ok: true, origin: head.checkpoint.origin, logKey: formatVkey(head.logKey) },
    ...{
      size: `${head.checkpoint.size}`,
      since: `${before.checked.frontier.size}`,
      blocks: `${after.chain.blockNo}`,
    },
    ...{ cosigners: head.cosigners, witnesses: head.witnesses },
  };
}

/** What was checked so far is kept so often. */
const SAVE_EVERY = 100_000n;

/** Looks through everything behind what was checked. What an interrupted run had reached is gone on with, and only believed at the end. */
async function lookedThrough(
  client: LogClient,
  { checkpoint: { size, root } }: SignedHead,
  state: AuditState,
  { options, io }: { readonly options: AuditOptions; readonly io: ConsoleIo },
): Promise<LogAudit> {
  const from = copyOf(state.reached.frontier.size <= size ? state.reached : state.checked);
  const tell = teller(io, size);
  let kept = from.frontier.size;
  const after = await auditLog(client, from, size, (place) => {
    tell(place.frontier.size);
    if (place.frontier.size - kept < SAVE_EVERY) return;
    kept = place.frontier.size;
    saveAuditState(options.stateFile, { ...state, reached: place });
  });
  if (equalBytes(after.frontier.root(), root)) return after;
  // Begin the next run at what a signed root has confirmed.
  saveAuditState(options.stateFile, { ...state, reached: state.checked });
  throw new AuditFailure(
    'audit/root',
    `The entries do not give the root that the log signed for ${size} of them.`,
  );
}

function refuseShrunk({ checkpoint: { size }, note }: SignedHead, before: AuditState): void {
  const { size: seen } = before.checked.frontier;
  if (size >= seen) return;
  throw new AuditFailure(
    'audit/shrunk',
    `The log shows ${size} entries and had ${seen} before. The head it signed then:\n${before.note ?? ''}\nThe head it shows now:\n${note}`,
  );
}

/** An audit grows in place, and what was checked must stay what it was. */
const copyOf = ({ frontier, chain, keys }: LogAudit): LogAudit => ({
  frontier: frontier.clone(),
  chain,
  keys: new KeyRegistry(keys.keys()),
});

/** Says once a second how far it is. */
function teller(io: ConsoleIo, size: bigint): (done: bigint) => void {
  const start = performance.now();
  let first: bigint | undefined;
  let told = start;
  return (done) => {
    first ??= done;
    const now = performance.now();
    if (now - told < 1_000) return;
    told = now;
    const rate = Math.round((Number(done - first) * 1_000) / (now - start));
    io.err(`${done} of ${size} entries, ${rate} a second`);
  };
}

function sentences({ origin, size, since, blocks, cosigners, witnesses }: AuditReport): readonly string[] {
  return [
    `${origin} holds: ${size} entries in ${blocks} blocks, each where it was, under a head that the log signed.`,
    since === '0'
      ? 'This was the first look: run it again with --state to see that nothing changes.'
      : `Nothing of the first ${since} entries has changed since the last look.`,
    witnesses === 0
      ? 'The log names no witnesses: it could show somebody else another log.'
      : `${cosigners.length} of ${witnesses} witnesses have cosigned the head.`,
  ];
}
