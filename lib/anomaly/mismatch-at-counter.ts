import { lgtinUri } from '../gs1/digital-link.ts';
import { type Mismatch, mismatchOf } from './attribute-mismatch.ts';
import { mismatchText, type Readings, wrongUploadText } from './attribute-mismatch-text.ts';
import { type Detected, type DetectorMemory, NOTHING } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { PARAMETERS } from './parameters.ts';
import { presentationOf } from './presentation.ts';
import { meetAt, remember, remembered, rememberedBy, sitesMet } from './remembered.ts';
import type { ObservationSighting } from './sighting.ts';

const { settleMs, sitesForLot } = PARAMETERS.d02;

/** What of a pack is open at a place. */
export const openAtKey = (s: ObservationSighting): string =>
  `d02/pack/${s.pack}/${s.organisation}/${s.location ?? ''}`;

/** Who has read a batch as it is registered. */
export const agreedKey = (gtin: string, lot: string | undefined): string => `d02/agreed/${gtin}/${lot ?? ''}`;

const sitesKey = ({ group }: Mismatch) => `d02/sites/${group}`;
const openKey = ({ group }: Mismatch) => `d02/open/${group}`;

/** The keys under which a difference is remembered; none where nothing differs. */
export function mismatchKeys(s: ObservationSighting, facts: DetectorFacts): readonly string[] {
  const mismatch = mismatchOf(s, facts.pack(s.pack));
  return mismatch ? [sitesKey(mismatch), openKey(mismatch), agreedKey(s.gtin, mismatch.registeredLot)] : [];
}

/** A label differs: a finding for the pack, until so many unrelated sites read the same that the upload must be wrong. */
export function differs(s: ObservationSighting, facts: DetectorFacts, memory: DetectorMemory): Detected {
  const mismatch = mismatchOf(s, facts.pack(s.pack));
  if (!mismatch) return NOTHING;
  const readings = {
    differing: meetAt(memory, sitesKey(mismatch), s.organisation, facts),
    agreeing: sitesMet(memory, agreedKey(s.gtin, mismatch.registeredLot)),
  };
  // Packs relabelled by a counterfeiter are all alike too; but then genuine ones of the batch are read beside them.
  if (readings.differing >= sitesForLot && readings.agreeing === 0)
    return wrongUpload(s, mismatch, readings, facts, memory);
  const open = rememberedBy(memory.get(openAtKey(s)));
  if (Number(open.get('severity')) >= mismatch.severity) return NOTHING;
  const findings = ofThePack(s, mismatch, readings, facts);
  const ids = findings.map(({ id }) => id);
  remember(memory, openKey(mismatch), ids);
  const known = (open.get('findings') ?? '').split(' ').filter((id) => id !== '');
  memory.set(openAtKey(s), {
    ...{ findings: [...known, ...ids].join(' '), severity: mismatch.severity, mode: s.entryMode, at: s.at },
  });
  return { findings, withdrawals: [] };
}

function ofThePack(
  s: ObservationSighting,
  mismatch: Mismatch,
  readings: Readings,
  facts: DetectorFacts,
): readonly Finding[] {
  const shown = presentationOf(s);
  return findingsOf(
    {
      ...shared(s, mismatch),
      kind: mismatch.severity < 4 ? 'data-quality' : 'case',
      severity: mismatch.severity,
      subject: s.pack,
      evidence: [s.organisation, s.id],
      packs: [s.pack],
      sites: [shown.site],
      tell: mismatchText(s, shown, mismatch, readings),
    },
    facts,
  );
}

/** One item for the holder of the product, in place of a finding for every pack of the batch. */
function wrongUpload(
  s: ObservationSighting,
  mismatch: Mismatch,
  readings: Readings,
  facts: DetectorFacts,
  memory: DetectorMemory,
): Detected {
  const holder = facts.product(s.gtin)?.holder;
  const findings = findingsOf(
    {
      ...shared(s, mismatch),
      kind: 'data-quality',
      severity: 3,
      subject: mismatch.group,
      evidence: [],
      packs: [],
      sites: holder === undefined ? [] : [{ party: holder, location: undefined }],
      tell: wrongUploadText(s, mismatch, readings),
    },
    facts,
  );
  const open = remembered(memory.get(openKey(mismatch)));
  memory.set(openKey(mismatch), undefined);
  return { findings, withdrawals: open.map((finding) => ({ finding, at: s.at, clearedBy: undefined })) };
}

const shared = (s: ObservationSighting, { registeredLot }: Mismatch) =>
  ({
    detector: 'D02',
    about: 'suspicion',
    realm: s.realm,
    settleMs,
    raisedAt: s.at,
    lots: registeredLot === undefined ? [] : [lgtinUri(s.gtin, registeredLot)],
    events: [],
  }) as const;

/**
 * A place reads a pack as it is registered: within a day its own earlier reading was at fault, unless that was scanned and this is typed.
 */
export function agrees(s: ObservationSighting, facts: DetectorFacts, memory: DetectorMemory): Detected {
  meetAt(memory, agreedKey(s.gtin, s.lot), s.organisation, facts);
  const open = rememberedBy(memory.get(openAtKey(s)));
  if (open.size === 0) return NOTHING;
  const typedOver = open.get('mode') === 'scan' && s.entryMode === 'manual';
  if (typedOver || s.at - Number(open.get('at')) > settleMs) return NOTHING;
  memory.set(openAtKey(s), undefined);
  const findings = (open.get('findings') ?? '').split(' ');
  return {
    findings: [],
    withdrawals: findings.map((finding) => ({ finding, at: s.at, clearedBy: undefined })),
  };
}
