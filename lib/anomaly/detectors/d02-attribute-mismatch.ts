import { lgtinUri } from '../../gs1/digital-link.ts';
import { type Detected, type Detector, type DetectorMemory, NOTHING } from '../detector.ts';
import { findingOf } from '../draft.ts';
import type { DetectorFacts } from '../facts.ts';
import { PARAMETERS } from '../parameters.ts';
import { remembered, unrelatedSites } from '../remembered.ts';
import type { ObservationSighting } from '../sighting.ts';
import { type Mismatch, mismatchOf } from './d02-mismatch.ts';
import { mismatchText } from './d02-text.ts';

const { settleMs, unrelatedForLot, mostRemembered } = PARAMETERS.d02;

const packKey = (s: ObservationSighting) => `d02/pack/${s.pack}/${s.organisation}/${s.location ?? ''}`;
const openKey = (mismatch: string) => `d02/open/${mismatch}`;
const sitesKey = (mismatch: string) => `d02/sites/${mismatch}`;

/** Batch or expiry read from a pack differ from those registered (D02). Three unrelated sites with the same difference: the upload is at fault. */
export const d02AttributeMismatch: Detector = {
  id: 'D02',
  name: 'Batch or expiry mismatch',
  source: 'detectors.md 2.2 D02',
  keysOf(sighting) {
    if (sighting.kind !== 'observation') return [];
    return [
      packKey(sighting),
      ...['d02/open/', 'd02/sites/'].map((prefix) => `${prefix}${groupOf(sighting)}`),
    ];
  },
  see(sighting, facts, memory) {
    if (sighting.kind !== 'observation') return NOTHING;
    const [code] = sighting.codes;
    if (code === 'pack/batch-mismatch' || code === 'pack/expiry-mismatch')
      return differs(sighting, facts, memory);
    return agrees(sighting, memory);
  },
};

/** Packs of one product whose label says the same: what a wrong upload has in common. */
const groupOf = (s: ObservationSighting) => `${s.gtin}/${s.lot ?? ''}/${s.expiry ?? ''}`;

function differs(s: ObservationSighting, facts: DetectorFacts, memory: DetectorMemory): Detected {
  const mismatch = mismatchOf(s, facts.pack(s.pack));
  if (!mismatch) return NOTHING;
  const group = groupOf(s);
  const sites = unrelatedSites(memory, sitesKey(group), s.organisation, facts);
  const finding =
    sites >= unrelatedForLot ? ofTheLot(s, mismatch, facts, sites) : ofThePack(s, mismatch, facts, sites);
  const open = remembered(memory.get(openKey(group)));
  memory.set(openKey(group), [...new Set([...open, finding.id])].slice(-mostRemembered));
  memory.set(packKey(s), finding.id);
  const replaced = sites >= unrelatedForLot ? open.filter((id) => id !== finding.id) : [];
  return { findings: [finding], withdrawals: replaced.map((id) => ({ finding: id, clearedBy: undefined })) };
}

const ofThePack = (s: ObservationSighting, mismatch: Mismatch, facts: DetectorFacts, sites: number) =>
  findingOf(
    {
      ...mismatchText(s, mismatch, facts, sites),
      ...shared(s, mismatch),
      kind: mismatch.severity < 4 ? 'data-quality' : 'case',
      severity: mismatch.severity,
      subject: s.pack,
      evidence: [s.organisation],
      parties: [s.organisation],
      locations: s.location === undefined ? [] : [s.location],
    },
    facts,
  );

/** To the holder of the product, whose upload it is. */
function ofTheLot(s: ObservationSighting, mismatch: Mismatch, facts: DetectorFacts, sites: number) {
  const holder = facts.product(s.gtin)?.holder;
  const text = mismatchText(s, mismatch, facts, sites);
  return findingOf(
    {
      ...text,
      ...shared(s, mismatch),
      title: `Labels and register differ for a whole batch at ${sites} unrelated sites`,
      kind: 'data-quality',
      severity: 3,
      subject: groupOf(s),
      evidence: [],
      locations: [],
      parties: holder === undefined ? [] : [holder],
    },
    facts,
  );
}

const shared = (s: ObservationSighting, { registeredLot }: Mismatch) => ({
  realm: s.realm,
  detector: 'D02',
  settleMs,
  raisedAt: s.at,
  packs: [s.pack],
  events: [],
  observations: [s.id],
  lots: registeredLot === undefined ? [] : [lgtinUri(s.gtin, registeredLot)],
});

/** The same site reads the pack well: its first reading was at fault. */
function agrees(s: ObservationSighting, memory: DetectorMemory): Detected {
  const finding = memory.get(packKey(s));
  if (typeof finding !== 'string') return NOTHING;
  memory.set(packKey(s), undefined);
  return { findings: [], withdrawals: [{ finding, clearedBy: undefined }] };
}
