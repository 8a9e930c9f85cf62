import { judgeSelfTest } from '../../../lib/scan/judge-self-test.ts';
import { readByProfile } from '../../../lib/scan/read-by-profile.ts';
import { readScan, type ScanReading } from '../../../lib/scan/read-scan.ts';
import type { SelfTestFinding } from '../../../lib/scan/self-test-finding.ts';
import { SELF_TEST_SYMBOLS } from '../../../lib/scan/self-test-symbol.ts';
import type { TypedScan } from '../../../lib/scan/typed-scan.ts';
import type { WorkstationProfile } from '../../../lib/scan/workstation-profile.ts';

/** Where the self-test stands. */
export type SelfTestState =
  | { readonly at: 'first' }
  | { readonly at: 'second'; readonly first: TypedScan }
  | {
      readonly at: 'proof';
      readonly findings: readonly SelfTestFinding[];
      readonly profile: WorkstationProfile;
    }
  | {
      readonly at: 'done';
      readonly findings: readonly SelfTestFinding[];
      /** What is kept; absent where the scanner cannot be put right. */
      readonly profile?: WorkstationProfile;
    };

const [, , PROOF] = SELF_TEST_SYMBOLS;

/**
 * What follows from one more scan at `now` (ISO 8601). The profile that the first two give is kept only if it reads the
 * third as it is printed.
 */
export function afterScan(state: SelfTestState, typed: TypedScan, now: string): SelfTestState {
  switch (state.at) {
    case 'first':
      return { at: 'second', first: typed };
    case 'second': {
      const { findings, profile } = judgeSelfTest(state.first, typed, now);
      return profile ? { at: 'proof', findings, profile } : { at: 'done', findings };
    }
    case 'proof':
      return isProven(typed, state.profile)
        ? { at: 'done', findings: state.findings, profile: state.profile }
        : { at: 'done', findings: [...state.findings, { code: 'self-test/proof-failed' }] };
    case 'done':
      return state;
    default:
      return state satisfies never;
  }
}

function isProven(typed: TypedScan, profile: WorkstationProfile): boolean {
  // Any year in which the printed date lies near: the century of a date is not what is tested.
  const printed = readScan(PROOF.text, { source: 'camera', thisYear: 2026 });
  const read = readByProfile(typed, profile, 2026);
  return printed.ok && read.ok && fieldsOf(read.value) === fieldsOf(printed.value);
}

const fieldsOf = ({ elements }: ScanReading): string =>
  JSON.stringify(elements.map(({ ai, value }) => [ai, value]));
