import { utf8Of } from '../../kernel/bytes.ts';
import { type Checkpoint, type OpenCheckpointError, openCheckpoint } from '../../ledger/checkpoint.ts';
import { parsePolicy } from '../../ledger/parse-policy.ts';
import type { Policy } from '../../ledger/policy.ts';
import { cosignersOf, hasQuorum } from '../../ledger/quorum.ts';
import { formatVkey, sameKeyName, type Vkey } from '../../ledger/vkey.ts';
import type { Bundle } from './bundle.ts';
import { BundleRefusal } from './bundle-fault.ts';
import type { BundleTrust } from './bundle-trust.ts';

/** The signed head that everything in a bundle is proved under. */
export interface ProvenHead {
  readonly checkpoint: Checkpoint;
  readonly logKey: Vkey;
  readonly cosigners: readonly string[];
  readonly witnesses: number;
}

/** Codes that say whose the head is; any other says that it is no head at all. */
const FOREIGN: readonly OpenCheckpointError['code'][] = [
  'note/no-trusted-signature',
  'note/bad-signature',
  'checkpoint/not-signed-by-the-log',
  'checkpoint/other-origin',
];

/** Checks the head: signed by the log, by enough witnesses for the policy, and by each that is asked for. Throws {@link BundleRefusal}. */
export function checkHead(bundle: Bundle, trust: BundleTrust): ProvenHead {
  const policy = parsePolicy(bundle.policy);
  if (!policy.ok) throw new BundleRefusal('bundle/policy', '/log/policy', policy.error.code);
  const logKey = trust.logKey ?? policy.value.logs[0]?.vkey;
  if (!logKey) throw new BundleRefusal('bundle/policy', '/log/policy', 'policy/no-log');
  const asked = trust.witnesses ?? [];
  const note = utf8Of(bundle.checkpoint);
  const opened = openCheckpoint(note, logKey, asked);
  if (!opened.ok) {
    const { code } = opened.error;
    throw new BundleRefusal(
      FOREIGN.includes(code) ? 'bundle/log-key' : 'bundle/checkpoint',
      '/log/checkpoint',
      code,
    );
  }
  const { checkpoint, note: signed } = opened.value;
  const absent = asked.find((key) => !signed.verified.some((one) => sameKeyName(one, key)));
  if (absent) throw new BundleRefusal('bundle/witness-absent', '/log/checkpoint', absent.name);
  checkKeyHistory(bundle, logKey, checkpoint.size);
  const cosigners = quorumOf(note, policy.value);
  return { checkpoint, logKey, cosigners, witnesses: policy.value.witnesses.length };
}

function quorumOf(note: Uint8Array, policy: Policy): readonly string[] {
  const cosigners = cosignersOf(note, policy).map(({ name }) => name);
  if (!hasQuorum(policy, new Set(cosigners)))
    throw new BundleRefusal('bundle/too-few-witnesses', '/log/checkpoint', cosigners.join(' '));
  return cosigners;
}

/** The history of the log's keys must name the key that signed, for the size that it signed. */
function checkKeyHistory({ logKeys }: Bundle, logKey: Vkey, size: bigint): void {
  const vkey = formatVkey(logKey);
  const held = logKeys.some(
    (key) =>
      key.vkey === vkey &&
      BigInt(key.fromSize) <= size &&
      (key.toSize === undefined || size <= BigInt(key.toSize)),
  );
  if (!held) throw new BundleRefusal('bundle/log-key', '/log/keys');
}
