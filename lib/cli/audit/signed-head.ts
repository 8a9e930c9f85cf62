import { parseUtf8 } from '../../kernel/bytes.ts';
import { type Checkpoint, openCheckpoint } from '../../ledger/checkpoint.ts';
import { parsePolicy } from '../../ledger/parse-policy.ts';
import type { Policy } from '../../ledger/policy.ts';
import { cosignersOf, hasQuorum } from '../../ledger/quorum.ts';
import { formatVkey, sameKeyName, type Vkey } from '../../ledger/vkey.ts';
import { AuditFailure } from './audit-failure.ts';
import { type LogClient, required } from './log-client.ts';

/** The newest head of a log, whose signatures have been checked. */
export interface SignedHead {
  readonly checkpoint: Checkpoint;
  readonly note: string;
  readonly logKey: Vkey;
  /** Who cosigned it of those that the log's policy names, and how many it names. */
  readonly cosigners: readonly string[];
  readonly witnesses: number;
}

/** Reads the head. `logKey` is the key it must be signed with, where one is known; each of `demanded` must have cosigned. */
export async function signedHead(
  client: LogClient,
  logKey: Vkey | undefined,
  demanded: readonly Vkey[],
): Promise<SignedHead> {
  const policy = parsePolicy(textOf(await required(client, 'policy')));
  if (!policy.ok)
    throw new AuditFailure('log/policy', `Line ${policy.error.line} of the policy: ${policy.error.code}.`);
  const key = logKey ?? policy.value.logs[0]?.vkey;
  if (!key) throw new AuditFailure('log/policy', 'The policy names no log.');
  const note = await required(client, 'checkpoint');
  const opened = openCheckpoint(note, key, demanded);
  if (!opened.ok)
    throw new AuditFailure(
      opened.error.code,
      `The head is not one that ${formatVkey(key)} signed: ${opened.error.code}.`,
    );
  const absent = demanded.find((vkey) => !opened.value.note.verified.some((one) => sameKeyName(one, vkey)));
  if (absent)
    throw new AuditFailure('checkpoint/witness-absent', `${absent.name} has not cosigned the head.`);
  const cosigners = quorumOf(note, policy.value);
  const { checkpoint } = opened.value;
  return { checkpoint, note: textOf(note), logKey: key, cosigners, witnesses: policy.value.witnesses.length };
}

function quorumOf(note: Uint8Array, policy: Policy): readonly string[] {
  const cosigners = cosignersOf(note, policy).map(({ name }) => name);
  if (!hasQuorum(policy, new Set(cosigners)))
    throw new AuditFailure(
      'checkpoint/too-few-witnesses',
      `Only ${cosigners.length} of ${policy.witnesses.length} witnesses have cosigned the head.`,
    );
  return cosigners;
}

const textOf = (bytes: Uint8Array): string => parseUtf8(bytes) ?? '';
