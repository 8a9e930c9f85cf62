import { err, type Result } from '../kernel/result.ts';
import { readByProfile } from './read-by-profile.ts';
import type { ScanReading } from './read-scan.ts';
import { readTypedScan, typedFault } from './read-typed-scan.ts';
import type { ScanFault } from './scan-fault.ts';
import type { TypedScan } from './typed-scan.ts';
import type { WorkstationProfile } from './workstation-profile.ts';

/** What is known of a hand scanner besides what it typed. */
export type HandScanOptions = {
  /** The year the century of an expiry date is chosen by. */
  readonly thisYear: number;
  /** What the workstation's self-test found. */
  readonly profile?: WorkstationProfile;
  /** True where this scanner has ended codes with a line end before: one without it was cut off. */
  readonly lineEndKnown?: boolean;
};

/** Judges one scan of a hand scanner, by the workstation's self-test where one was made. */
export function readHandScan(typed: TypedScan, options: HandScanOptions): Result<ScanReading, ScanFault> {
  const { thisYear, profile, lineEndKnown } = options;
  if (lineEndKnown && typed.ended === 'silence') {
    return err(typedFault(typed, { code: 'scan/cut-off' }, typed.text.length, 0));
  }
  return profile ? readByProfile(typed, profile, thisYear) : readTypedScan(typed, thisYear);
}
