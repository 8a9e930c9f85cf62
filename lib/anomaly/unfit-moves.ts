import { lgtinUri } from '../gs1/digital-link.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { deedText } from './deed-text.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingSeverity, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { type Presentation, presentationsOf, speaksAgainst } from './presentation.ts';
import type { EventSighting, Sighting } from './sighting.ts';
import { withoutEffectOf } from './without-effect.ts';

/** What tells one kind of unfit pack from another. */
export interface UnfitKind {
  readonly detector: string;
  /** Compliance, unless it says otherwise. */
  readonly about?: 'suspicion';
  /** What the counter and the rules say of it. */
  readonly code: string;
  /** Was the pack unfit, where an event had no effect for another reason, so that no rule asked? */
  wasUnfit(sighting: EventSighting, pack: string, facts: DetectorFacts): boolean;
  severity(shown: Presentation, sighting: Sighting, facts: DetectorFacts): FindingSeverity;
  tell(shown: Presentation, names: Names): Omit<FindingText, 'observed'>;
  /** `its batch is recalled, …`: completes "although". */
  why(sighting: Sighting, pack: string, facts: DetectorFacts): string;
}

const DAY_MS = 86_400_000;

/** Ways of passing a pack on to somebody who could use it. A return, its receipt and its destruction are what should happen. */
const ONWARD: ReadonlySet<Presentation['deed']> = new Set(['supply', 'ship', 'export', 'free-sample']);

/** Was the pack passed on, or about to be? */
export const isOnward = ({ deed }: Presentation): boolean => ONWARD.has(deed);

/**
 * Packs that are passed on, or shown, although they are unfit: one finding for an event and batch. A site that tries pack after pack
 * of a batch is one finding a day, and one that only looks at them is one finding.
 */
export function unfitMoves(sighting: Sighting, facts: DetectorFacts, kind: UnfitKind): readonly Finding[] {
  const groups = presentationsOf(sighting, unfitPacks(sighting, facts, kind), (pack) =>
    lotOf(sighting, pack, facts),
  );
  return groups
    .filter(([, shown]) => isOnward(shown) || shown.deed === 'verify')
    .flatMap(([lot, shown]) => unfitFindings(sighting, lot, shown, facts, kind));
}

function unfitPacks(sighting: Sighting, facts: DetectorFacts, kind: UnfitKind): readonly string[] {
  const said = speaksAgainst(sighting, new Set([kind.code]));
  if (sighting.kind === 'observation' || sighting.claim.act !== 'supply') return said;
  const unasked = [...withoutEffectOf(sighting).keys()].filter((pack) =>
    kind.wasUnfit(sighting, pack, facts),
  );
  return [...new Set([...said, ...unasked])];
}

/** The canonical name of a pack's batch; that of the product where none is recorded. */
function lotOf(sighting: Sighting, pack: string, facts: DetectorFacts): string {
  const gtin = sgtinOf(pack)?.gtin;
  const lot = facts.pack(pack)?.lot ?? (sighting.kind === 'observation' ? sighting.lot : undefined);
  return gtin === undefined || lot === undefined ? pack : lgtinUri(gtin, lot);
}

function unfitFindings(
  sighting: Sighting,
  lot: string,
  shown: Presentation,
  facts: DetectorFacts,
  kind: UnfitKind,
): readonly Finding[] {
  const why = kind.why(sighting, shown.packs[0], facts);
  const onward = isOnward(shown);
  const day = onward ? `day ${Math.floor(shown.at / DAY_MS)}` : 'shown';
  const { party, location } = shown.site;
  return findingsOf(
    {
      ...{
        detector: kind.detector,
        about: kind.about ?? 'compliance',
        realm: shown.realm,
        raisedAt: shown.at,
        settleMs: 0,
      },
      kind: 'case',
      severity: kind.severity(shown, sighting, facts),
      subject: lot,
      evidence: shown.event === undefined ? [party, location ?? '', day] : [shown.event],
      packs: shown.packs,
      lots: lot === shown.packs[0] ? [] : [lot],
      sites: [shown.site],
      events: shown.event === undefined ? [] : [shown.event],
      tell: (names) => ({
        observed: `${deedText(shown, names)} on ${momentText(shown.at)}, although ${why}.`,
        ...kind.tell(shown, names),
      }),
    },
    facts,
  );
}
