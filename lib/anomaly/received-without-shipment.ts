import type { Gln } from '../gs1/gln.ts';
import { coverageOf } from './coverage-kept.ts';
import { wasSentTo } from './custody-trail.ts';
import { deedText } from './deed-text.ts';
import type { DetectorMemory } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { packsAwaited } from './packs-awaited.ts';
import { packsWithoutWay } from './packs-without-way.ts';
import { PARAMETERS } from './parameters.ts';
import { percent } from './percent.ts';
import type { Presentation } from './presentation.ts';
import type { EventSighting } from './sighting.ts';
import { houseOf } from './site.ts';

const { settleMs, gate } = PARAMETERS.d07;

/** Received packs that wait for the shipment to the receiver's house. */
export const shipmentAwaited = (gln: Gln, facts: DetectorFacts) => packsAwaited(`d07/${houseOf(gln, facts)}`);

/** The packs of a receipt that nobody shipped to the receiver, by any record, with who has them by the record. */
export function receivedWithoutShipment(
  sighting: EventSighting,
  facts: DetectorFacts,
): readonly (readonly [Gln, Presentation])[] {
  return packsWithoutWay(sighting, facts, wasSentTo);
}

/** One finding for a receipt, never for a pack; the named sender's own silence is its subject. */
export function unshippedFindings(
  sighting: EventSighting,
  [holder, shown]: readonly [Gln, Presentation],
  facts: DetectorFacts,
  memory: DetectorMemory,
): readonly Finding[] {
  const { from } = sighting.claim;
  const coverage = coverageOf(holder, memory);
  const isCase = coverage >= gate;
  const isOdd = from !== undefined && facts.party(from) === undefined;
  return findingsOf(
    {
      ...{ detector: 'D07', about: 'suspicion', realm: shown.realm, raisedAt: shown.at, settleMs },
      kind: isCase ? 'case' : 'data-quality',
      severity: isCase ? (isOdd ? 4 : 3) : 2,
      subject: shown.event ?? '',
      evidence: [holder, shown.site.party],
      ...{ packs: shown.packs, lots: [] },
      sites: [{ party: holder, location: undefined }, shown.site],
      events: shown.event === undefined ? [] : [shown.event],
      tell: textOf(shown, { holder, from, coverage, isOdd }),
    },
    facts,
  );
}

interface Tests {
  readonly holder: Gln;
  readonly from: Gln | undefined;
  readonly coverage: number;
  readonly isOdd: boolean;
}

const textOf =
  (shown: Presentation, { holder, from, coverage, isOdd }: Tests) =>
  (names: Names): FindingText => {
    const who = names.site(shown.site);
    const owner = names.site({ party: holder, location: undefined });
    const said = from === undefined ? undefined : names.site({ party: from, location: undefined });
    return {
      title: `${who} received packs that nobody shipped to it`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}, ${said ? `said to come from ${said}${isOdd ? ', which is not registered' : ''}` : 'naming no sender'}. The last recorded holder is ${owner}, and no shipment to the receiver is on record.`,
      expected: 'Every receipt has a shipment that names the receiver.',
      innocent: [
        {
          cause: 'The sender’s file is late or missing',
          tested: `The most frequent cause. The sender’s books are ${percent(coverage)} complete by what was measured; the finding waited five days.`,
        },
        {
          cause: 'A transfer between branches of one owner',
          tested: 'The register names no common owner.',
        },
      ],
      clears: 'The shipment to the receiver is recorded.',
      action: `Ask ${owner} for the missing shipment. If it has recorded none, keep the packs aside and examine them.`,
    };
  };
