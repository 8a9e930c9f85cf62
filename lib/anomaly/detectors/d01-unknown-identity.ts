import { lgtinUri } from '../../gs1/digital-link.ts';
import { type Detected, type Detector, type DetectorMemory, NOTHING } from '../detector.ts';
import { findingOf } from '../draft.ts';
import type { DetectorFacts } from '../facts.ts';
import { PARAMETERS } from '../parameters.ts';
import { remembered, unrelatedSites } from '../remembered.ts';
import type { ObservationSighting, Sighting } from '../sighting.ts';
import { unknownIdentityText } from './d01-text.ts';

const { settleMs, technicalMs, unrelatedForHigh, unrelatedForCritical } = PARAMETERS.d01;

const packKey = (uri: string) => `d01/pack/${uri}`;
const lotKey = (lot: string) => `d01/lot/${lot}`;
const deviceKey = (s: ObservationSighting) =>
  `d01/device/${s.organisation}/${s.location ?? ''}/${s.device ?? ''}/${s.gtin}`;

/** A serial that was never commissioned (D01). A late upload of the batch clears it; so does a good re-scan by the same device. */
export const d01UnknownIdentity: Detector = {
  id: 'D01',
  name: 'Unknown identity',
  source: 'detectors.md 2.2 D01',
  keysOf(sighting) {
    if (sighting.kind === 'event')
      return sighting.claim.act === 'commission' ? sighting.packs.map(({ uri }) => packKey(uri)) : [];
    const lot = sighting.lot === undefined ? [] : [lotKey(lgtinUri(sighting.gtin, sighting.lot))];
    return [packKey(sighting.pack), deviceKey(sighting), ...lot];
  },
  see(sighting, facts, memory) {
    if (sighting.kind === 'event') return commissioned(sighting, memory);
    const [code] = sighting.codes;
    if (code === 'pack/unknown' || code === 'batch/unknown') return unknown(sighting, facts, memory);
    return sighting.verdict === 'rescan' ? NOTHING : readWell(sighting, memory);
  },
};

function unknown(s: ObservationSighting, facts: DetectorFacts, memory: DetectorMemory): Detected {
  const lot = s.lot === undefined ? undefined : lgtinUri(s.gtin, s.lot);
  const sites = lot === undefined ? 1 : unrelatedSites(memory, lotKey(lot), s.organisation, facts);
  const lotExists = s.codes[0] !== 'batch/unknown';
  const lookAlike = facts.pack(s.pack)?.lookAlike;
  const text = unknownIdentityText(s, facts, { lotExists, sites, lookAlike });
  const severity = !lotExists && sites >= unrelatedForCritical ? 5 : sites >= unrelatedForHigh ? 4 : 3;
  const technical = lookAlike !== undefined;
  const finding = findingOf(
    {
      ...text,
      realm: s.realm,
      detector: 'D01',
      kind: technical ? 'data-quality' : 'case',
      severity: technical ? 2 : severity,
      subject: s.pack,
      evidence: [s.organisation],
      settleMs,
      raisedAt: s.at,
      packs: [s.pack],
      lots: lot === undefined ? [] : [lot],
      parties: [s.organisation],
      locations: s.location === undefined ? [] : [s.location],
      events: [],
      observations: [s.id],
    },
    facts,
  );
  const known = remembered(memory.get(packKey(s.pack)));
  memory.set(packKey(s.pack), [...new Set([...known, finding.id])].slice(-PARAMETERS.d01.mostRemembered));
  memory.set(deviceKey(s), { finding: finding.id, at: s.at });
  return { findings: [finding], withdrawals: [] };
}

/** custody.md 2: what is said of an unknown serial takes effect when its commissioning arrives. */
function commissioned(sighting: Sighting & { kind: 'event' }, memory: DetectorMemory): Detected {
  if (sighting.claim.act !== 'commission') return NOTHING;
  const withdrawals = sighting.packs.flatMap(({ uri, effect }) => {
    const findings = effect === 'applied' ? remembered(memory.get(packKey(uri))) : [];
    if (findings.length > 0) memory.set(packKey(uri), undefined);
    return findings.map((finding) => ({ finding, clearedBy: sighting.event }));
  });
  return { findings: [], withdrawals };
}

/** The same device reads the same product well within half an hour: the first reading was at fault. */
function readWell(s: ObservationSighting, memory: DetectorMemory): Detected {
  const last = memory.get(deviceKey(s));
  if (typeof last !== 'object' || last === null || !('finding' in last)) return NOTHING;
  memory.set(deviceKey(s), undefined);
  const inTime = s.at - Number(last['at']) <= technicalMs;
  return inTime
    ? { findings: [], withdrawals: [{ finding: String(last['finding']), clearedBy: undefined }] }
    : NOTHING;
}
