import { lgtinUri, sgtinUri } from '../gs1/digital-link.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import type { DetectorMemory } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { misreadingsOf } from './misreadings.ts';
import { PARAMETERS } from './parameters.ts';
import { type Presentation, presentationOf } from './presentation.ts';
import { meetAt } from './remembered.ts';
import type { EventSighting, ObservationSighting } from './sighting.ts';
import { isSameHouse } from './site.ts';
import { type UnknownTests, unknownPacksText, unknownScanText } from './unknown-identity-text.ts';

const { settleMs, sitesForHigh, sitesForCritical } = PARAMETERS.d01;

/** Who has met unknown serials of the batch that was read. */
export const unknownLotKey = (s: ObservationSighting): string | undefined =>
  s.lot === undefined ? undefined : `d01/lot/${lgtinUri(s.gtin, s.lot)}`;

/** The finding about an unknown serial shown at a counter; remembers that this site has met one of the batch. */
export function unknownScan(
  s: ObservationSighting,
  facts: DetectorFacts,
  memory: DetectorMemory,
): readonly Finding[] {
  const shown = presentationOf(s);
  const lotKey = unknownLotKey(s);
  const tests: UnknownTests = {
    gtin: s.gtin,
    lot: s.lot === undefined ? undefined : lgtinUri(s.gtin, s.lot),
    lotExists: s.reasons[0].code !== 'batch/unknown',
    sites: lotKey === undefined ? 1 : meetAt(memory, lotKey, s.organisation, facts),
    meant: meantBy(s, facts),
  };
  const draft = {
    ...shared(shown),
    evidence: [s.organisation, s.id],
    lots: tests.lot === undefined ? [] : [tests.lot],
    tell: unknownScanText(shown, tests),
  };
  return tests.meant === undefined
    ? findingsOf({ ...draft, kind: 'case', severity: severityOf(tests) }, facts)
    : findingsOf({ ...draft, kind: 'data-quality', severity: 2 }, facts);
}

function severityOf({ lotExists, sites }: UnknownTests): 3 | 4 | 5 {
  if (!lotExists && sites >= sitesForCritical) return 5;
  return sites >= sitesForHigh ? 4 : 3;
}

/** A supply of what nobody registered is a case; of other steps the partner is asked for the missing record. */
export function unknownPacks(
  sighting: EventSighting,
  shown: Presentation,
  facts: DetectorFacts,
): readonly Finding[] {
  const gtin = sgtinOf(shown.packs[0])?.gtin;
  if (gtin === undefined) return [];
  const draft = {
    ...shared(shown),
    subject: sighting.event,
    evidence: [sighting.event],
    lots: [],
    tell: unknownPacksText(shown, gtin),
  };
  return shown.deed === 'supply'
    ? findingsOf({ ...draft, kind: 'case', severity: 3 }, facts)
    : findingsOf({ ...draft, kind: 'data-quality', severity: 2 }, facts);
}

const shared = (shown: Presentation) =>
  ({
    detector: 'D01',
    about: 'suspicion',
    realm: shown.realm,
    settleMs,
    raisedAt: shown.at,
    subject: shown.packs[0],
    packs: shown.packs,
    sites: [shown.site],
    events: shown.event === undefined ? [] : [shown.event],
  }) as const;

/**
 * A registered serial that was perhaps meant. Whatever the scanner's settings explain is meant while the pack is in circulation; a
 * slip only where this organisation has the other pack, for else a counterfeiter need only change a character.
 */
function meantBy(s: ObservationSighting, facts: DetectorFacts): string | undefined {
  return misreadingsOf(s.serial).find(({ serial, kind }) => {
    const record = facts.pack(sgtinUri(s.gtin, serial));
    if (record?.status !== 'active') return false;
    const { place } = record;
    if (kind === 'settings' || place.kind === 'nowhere') return kind === 'settings';
    const at = place.kind === 'held' ? place.party : place.to;
    return at !== undefined && isSameHouse(at, s.organisation, facts);
  })?.serial;
}
