import type { Vkey } from '../../ledger/vkey.ts';

/** What the reader brings along: without it a bundle can only be shown to agree with itself. */
export interface BundleTrust {
  /** The key of the log, from somewhere else than the bundle. */
  readonly logKey?: Vkey | undefined;
  /** Witnesses that must have cosigned, whatever the policy in the bundle says. */
  readonly witnesses?: readonly Vkey[] | undefined;
}
