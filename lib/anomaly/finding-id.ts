import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';

/** What makes two findings the same: the detector, what it is about, the evidence it rests on, and for whom it is. */
export interface FindingIdentity {
  readonly detector: string;
  readonly realm: number;
  readonly subject: string;
  readonly evidence: readonly string[];
  readonly audience: string;
}

/** The id of a finding: no chance and no clock in it, so that a replay gives the same (detectors.md 5.3). */
export function findingIdOf({ detector, realm, subject, evidence, audience }: FindingIdentity): string {
  const identity = canonicalJson([detector, realm, subject, evidence.toSorted(), audience]);
  return `f-${hexOf(sha256(utf8Of(identity))).slice(0, 24)}`;
}
