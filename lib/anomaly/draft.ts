import type { Gln } from '../gs1/gln.ts';
import { type Instant, instantOf } from '../kernel/instant.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { findingIdOf } from './finding-id.ts';
import { PARAMETERS_HASH } from './parameters.ts';

/** What a detector writes; the rest of a finding follows from it. */
export type FindingDraft = Omit<Finding, 'id' | 'countries' | 'visibleAt' | 'rank' | 'parameters'> & {
  /** What it is about, with the detector the first half of its identity. */
  readonly subject: string;
  /** The second half: what it rests on. */
  readonly evidence: readonly string[];
  readonly settleMs: number;
};

/** Completes a finding. Severity 5 is never delayed (detectors.md 2.0). */
export function findingOf(
  { subject, evidence, settleMs, ...draft }: FindingDraft,
  facts: DetectorFacts,
): Finding {
  const { detector, realm, severity } = draft;
  return {
    ...draft,
    id: findingIdOf({ detector, realm, subject, evidence }),
    countries: countriesOf(draft.parties, draft.locations, facts),
    visibleAt: severity === 5 ? draft.raisedAt : later(draft.raisedAt, settleMs),
    rank: severity / 5,
    parameters: PARAMETERS_HASH,
  };
}

function later(instant: Instant, byMs: number): Instant {
  const moved = instantOf(instant + byMs);
  return moved.ok ? moved.value : instant;
}

function countriesOf(
  parties: readonly Gln[],
  locations: readonly Gln[],
  facts: DetectorFacts,
): readonly string[] {
  const named = [
    ...locations.map((gln) => facts.place(gln)?.country),
    ...parties.map((gln) => facts.party(gln)?.country),
  ];
  return [...new Set(named.filter((country) => country !== undefined))].sort();
}
