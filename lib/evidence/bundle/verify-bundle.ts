import { err, ok, type Result } from '../../kernel/result.ts';
import { formatVkey } from '../../ledger/vkey.ts';
import type { Bundle, BundleAbout, BundleSubject } from './bundle.ts';
import { type BundleFault, BundleRefusal } from './bundle-fault.ts';
import type { BundleTrust } from './bundle-trust.ts';
import { checkEntry, type ProvenEntry } from './check-entry.ts';
import { checkErasures } from './check-erasures.ts';
import { checkHead, type ProvenHead } from './check-head.ts';
import { checkHistories } from './check-histories.ts';
import { checkObservation } from './check-observation.ts';
import { checkSeal } from './check-seal.ts';
import { type BundleSignature, checkSignatures } from './check-signatures.ts';
import { readBundle } from './read-bundle.ts';

/** An object whose history the bundle shows. */
export interface ProvenSubject extends Pick<BundleSubject, 'kind' | 'id'> {
  /** Entries that name it. */
  readonly events: number;
  /** True where these are all of its events from the first up to the last shown here. Whether a later one exists is not said. */
  readonly whole: boolean;
}

/** What a bundle that holds proves. */
export interface VerifiedBundle {
  readonly about: BundleAbout;
  readonly madeAt: string;
  readonly reader: string;
  readonly origin: string;
  readonly size: bigint;
  readonly root: Uint8Array;
  /** The key that signed the head; `logKeyGiven` is false where it was taken from the bundle itself. */
  readonly logKey: string;
  readonly logKeyGiven: boolean;
  /** Who cosigned the head, of how many that the policy names; when the latest of them did, in seconds since 1970. */
  readonly cosigners: readonly string[];
  readonly witnesses: number;
  readonly subjects: readonly ProvenSubject[];
  readonly entries: readonly ProvenEntry[];
  /** With whose key each entry is signed. */
  readonly signatures: readonly BundleSignature[];
  readonly observations: number;
  /** Who vouches for what the log does not prove. */
  readonly sealKey: string;
  readonly rules: Bundle['rules'];
  readonly finding: Bundle['finding'];
}

/**
 * Checks a bundle with nothing but itself and what the reader trusts: no network, no clock. Everything in it may come from an adversary;
 * the time is linear in its length and the memory bounded by some times its length. Errors: {@link BundleFault}, the first that is found.
 */
export function verifyBundle(
  bytes: Uint8Array,
  trust: BundleTrust = {},
): Result<VerifiedBundle, BundleFault> {
  try {
    return ok(verified(bytes, trust));
  } catch (error) {
    if (error instanceof BundleRefusal) return err(error.fault);
    throw error;
  }
}

function verified(bytes: Uint8Array, trust: BundleTrust): VerifiedBundle {
  const read = readBundle(bytes);
  const { bundle } = read;
  const head = checkHead(bundle, trust);
  checkSeal(read, head.checkpoint.origin);
  const entries = bundle.entries.map((entry, at) =>
    checkEntry(entry, bundle.subjects, head, `/entries/${at}`),
  );
  checkErasures(bundle.entries, entries);
  const signatures = checkSignatures(bundle.entries, entries);
  const counts = checkHistories(bundle, entries);
  for (const [at, observation] of bundle.observations.entries())
    checkObservation(observation, head, `/observations/${at}`);
  return {
    ...{ about: bundle.about, madeAt: bundle.madeAt, reader: bundle.reader, ...headSaid(head, trust) },
    subjects: bundle.subjects.map(({ kind, id, whole }, at) => ({
      kind,
      id,
      whole,
      events: counts[at] ?? 0,
    })),
    ...{ entries, signatures, observations: bundle.observations.length, sealKey: read.sealKey },
    ...{ rules: bundle.rules, finding: bundle.finding },
  };
}

const headSaid = ({ checkpoint, logKey, cosigners, witnesses }: ProvenHead, trust: BundleTrust) => ({
  ...{ origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root },
  ...{ logKey: formatVkey(logKey), logKeyGiven: trust.logKey !== undefined, cosigners, witnesses },
});
