import type { Gln } from '../gs1/gln.ts';
import { coverageOf } from './coverage-kept.ts';
import { cameTo } from './custody-trail.ts';
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

const { settleMs, gate } = PARAMETERS.d06;

/** The packs of a shipment that wait for their way to the house of the sender. */
export const inboundAwaited = (gln: Gln, facts: DetectorFacts) => packsAwaited(`d06/${houseOf(gln, facts)}`);

/** The packs of a shipment that its sender never had, by any record, with who has them by the record. */
export function shippedByNonHolder(
  sighting: EventSighting,
  facts: DetectorFacts,
): readonly (readonly [Gln, Presentation])[] {
  return packsWithoutWay(sighting, facts, cameTo);
}

/** One finding for a shipment and the holder that its packs have by the record. */
export function nonHolderFindings(
  [holder, shown]: readonly [Gln, Presentation],
  facts: DetectorFacts,
  memory: DetectorMemory,
): readonly Finding[] {
  const { party } = shown.site;
  const coverage = coverageOf(party, memory);
  const isCase = coverage >= gate;
  return findingsOf(
    {
      ...{ detector: 'D06', about: 'suspicion', realm: shown.realm, raisedAt: shown.at, settleMs },
      kind: isCase ? 'case' : 'data-quality',
      severity: isCase ? 4 : 2,
      subject: shown.event ?? '',
      evidence: [holder, party],
      ...{ packs: shown.packs, lots: [] },
      sites: isCase ? [{ party: holder, location: undefined }, shown.site] : [shown.site],
      events: shown.event === undefined ? [] : [shown.event],
      tell: textOf(shown, holder, coverage),
    },
    facts,
  );
}

const textOf =
  (shown: Presentation, holder: Gln, coverage: number) =>
  (names: Names): FindingText => {
    const who = names.site(shown.site);
    const owner = names.site({ party: holder, location: undefined });
    return {
      title: `${who} shipped what it never received`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. The last recorded holder is ${owner}, and no way from there to the sender is on record.`,
      expected: 'Only who holds a pack, or awaits it, ships it on.',
      innocent: [
        {
          cause: 'The receipt is late or missing',
          tested: `Its books are ${percent(coverage)} complete by what was measured; the finding waited five days for the receipt.`,
        },
        {
          cause: 'A transfer between branches of one owner',
          tested: 'The register names no common owner.',
        },
        {
          cause: 'A logistics firm acted for the holder',
          tested: 'The register names it as nobody’s agent for these packs.',
        },
      ],
      clears: 'The shipment to the sender, or its receipt, is recorded.',
      action: `Ask ${who} where the packs came from, and ${owner} whether it still has them.`,
    };
  };
