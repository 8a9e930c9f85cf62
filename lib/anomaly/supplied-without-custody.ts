import type { Gln } from '../gs1/gln.ts';
import { coverageOf } from './coverage-kept.ts';
import { cameTo, recordedHolder } from './custody-trail.ts';
import { deedText } from './deed-text.ts';
import type { DetectorMemory } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { packsAwaited } from './packs-awaited.ts';
import { PARAMETERS } from './parameters.ts';
import { percent } from './percent.ts';
import { type Presentation, presentationsOf, speaksAgainst } from './presentation.ts';
import type { Sighting } from './sighting.ts';
import { houseOf } from './site.ts';

const { settleMs, lowSettleMs, gate, lowGate } = PARAMETERS.d09;
const WEEK_MS = 604_800_000;
const NOT_HELD: ReadonlySet<string> = new Set(['pack/not-held', 'pack/supplied-by-non-holder']);

/** Supplied packs that wait for their way to the house of the counter. */
export const deliveryAwaited = (gln: Gln, facts: DetectorFacts) => packsAwaited(`d09/${houseOf(gln, facts)}`);

/** Packs supplied, or stopped, where no record brought them, with who has them by the record. */
export function suppliedWithoutCustody(
  sighting: Sighting,
  facts: DetectorFacts,
): readonly (readonly [Gln, Presentation])[] {
  if (!isAtCounter(sighting)) return [];
  const party = sighting.kind === 'event' ? sighting.claim.reporter : sighting.organisation;
  return presentationsOf(sighting, speaksAgainst(sighting, NOT_HELD), (pack) => {
    const record = facts.pack(pack);
    if (record?.status !== 'active' || cameTo(record, party, facts)) return undefined;
    return recordedHolder(record);
  });
}

/** A supply, or what the counter stopped; that it was shown and might be supplied is no news. */
const isAtCounter = (sighting: Sighting): boolean =>
  sighting.kind === 'event'
    ? sighting.claim.act === 'supply' && sighting.claim.corrects === undefined
    : sighting.verdict !== 'supply' && NOT_HELD.has(sighting.reasons[0].code);

/** One finding for a counter and pack, whichever door it came through; none where the counter's books tell nothing. */
export function custodyFindings(
  [holder, shown]: readonly [Gln, Presentation],
  facts: DetectorFacts,
  memory: DetectorMemory,
): readonly Finding[] {
  const coverage = coverageOf(shown.site.party, memory);
  if (coverage < lowGate) return [];
  const isCase = coverage >= gate;
  return findingsOf(
    {
      ...{ detector: 'D09', about: 'suspicion', realm: shown.realm, raisedAt: shown.at },
      settleMs: isCase ? settleMs : lowSettleMs,
      kind: isCase ? 'case' : 'data-quality',
      severity: isCase ? 3 : 2,
      // Of books that are patchy anyway one hint a week is enough.
      subject: isCase ? shown.packs.toSorted().join(' ') : shown.site.party,
      evidence: isCase ? [shown.site.party] : [`week ${Math.floor(shown.at / WEEK_MS)}`],
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
      title: `A pack without a delivery at ${who}`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. The last recorded holder is ${owner}. Of what ${who} supplies, ${percent(coverage)} has a recorded delivery; this has none.`,
      expected: 'A pack is supplied where it was delivered.',
      innocent: [
        {
          cause: 'The delivery is recorded late',
          tested: 'The finding waited for it, and clears when it comes.',
        },
        {
          cause: 'A transfer that nobody recorded',
          tested:
            'The register names no common owner of the two; a transfer between strangers is a shipment.',
        },
      ],
      clears: 'The delivery is recorded.',
      action: `Ask ${who} from whom it had the pack, and ${owner} whether it still has it.`,
    };
  };
