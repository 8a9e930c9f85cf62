import type { Gln } from '../../gs1/gln.ts';
import { type Detector, NOTHING } from '../detector.ts';
import { findingOf } from '../draft.ts';
import type { DetectorFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { PARAMETERS } from '../parameters.ts';
import { type Presentation, presentationsOf } from '../presentation.ts';
import { alreadyTerminalText } from './d03-text.ts';

const { sameSettleMs } = PARAMETERS.d03;

const CODES: ReadonlySet<string> = new Set([
  'pack/already-supplied',
  'pack/already-done-here',
  'pack/destroyed',
  'pack/exported',
  'pack/sample',
  'pack/free-sample',
  'pack/supplied-by-non-holder',
]);

/** A pack that was supplied, destroyed, exported or taken as a sample is presented again (D03). */
export const d03AlreadyTerminal: Detector = {
  id: 'D03',
  name: 'Already supplied or gone',
  source: 'detectors.md 2.2 D03',
  keysOf: () => [],
  see(sighting, facts) {
    const findings = presentationsOf(sighting, CODES).flatMap(
      (presented) => findingFor(presented, facts) ?? [],
    );
    return findings.length === 0 ? NOTHING : { findings, withdrawals: [] };
  },
};

function findingFor(presented: Presentation, facts: DetectorFacts): Finding | undefined {
  const first = facts.pack(presented.pack)?.terminal;
  if (!first || first.event === presented.event) return undefined;
  const same = sameHouse(presented.organisation, first.by, facts);
  const locations = [first.location, presented.location].filter((gln) => gln !== undefined);
  return findingOf(
    {
      ...alreadyTerminalText(presented, first, facts, same),
      realm: presented.realm,
      detector: 'D03',
      kind: same ? 'data-quality' : 'case',
      severity: same ? 1 : 5,
      subject: presented.pack,
      evidence: [first.event, presented.organisation],
      settleMs: sameSettleMs,
      raisedAt: presented.at,
      packs: [presented.pack],
      lots: [],
      parties: [...new Set([first.by, presented.organisation])],
      locations: [...new Set(locations)],
      events: [first.event, ...(presented.event === undefined ? [] : [presented.event])],
      observations: presented.observation === undefined ? [] : [presented.observation],
    },
    facts,
  );
}

/** One organisation, or two branches of one owner. */
function sameHouse(a: Gln, b: Gln, facts: DetectorFacts): boolean {
  const group = facts.party(a)?.ownerGroup;
  return a === b || (group !== undefined && group === facts.party(b)?.ownerGroup);
}
