import { parseUtf8 } from '../../lib/kernel/bytes.ts';
import { err, ok, type Result } from '../../lib/kernel/result.ts';
import { type Checkpoint, openCheckpoint } from '../../lib/ledger/checkpoint.ts';
import { parsePolicy } from '../../lib/ledger/parse-policy.ts';
import { cosignersOf, hasQuorum } from '../../lib/ledger/quorum.ts';
import type { Vkey } from '../../lib/ledger/vkey.ts';
import type { LogReader } from './log-reader.ts';
import type { ProveError, ProvenEvent } from './proof.ts';

/** The newest head of the log, whose signature has been checked. */
export interface OpenLog {
  readonly key: Vkey;
  readonly checkpoint: Checkpoint;
  readonly witnesses: ProvenEvent['witnesses'];
}

/** The newest head, signed by the key that the policy names and by as many witnesses as it asks for. */
export async function openLog(log: LogReader): Promise<Result<OpenLog, ProveError>> {
  const [policyFile, note] = await Promise.all([log('policy'), log('checkpoint')]);
  const policy = parsePolicy((policyFile && parseUtf8(policyFile)) ?? '');
  const key = policy.ok ? policy.value.logs[0]?.vkey : undefined;
  if (!policy.ok || !key) return err({ code: 'prove/policy' });
  if (!note) return err({ code: 'prove/checkpoint', because: 'checkpoint/missing' });
  const cosigners = policy.value.witnesses.map(({ vkey }) => vkey);
  const opened = openCheckpoint(note, key, cosigners);
  if (!opened.ok) return err({ code: 'prove/checkpoint', because: opened.error.code });
  if (!hasQuorum(policy.value, new Set(cosignersOf(note, policy.value).map(({ name }) => name))))
    return err({ code: 'prove/checkpoint', because: 'checkpoint/too-few-witnesses' });
  const signed = opened.value.note.verified.length - 1;
  return ok({ key, checkpoint: opened.value.checkpoint, witnesses: { signed, of: cosigners.length } });
}
