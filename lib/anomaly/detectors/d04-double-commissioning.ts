import { type Detected, type Detector, type DetectorMemory, NOTHING } from '../detector.ts';
import { findingOf } from '../draft.ts';
import type { DetectorFacts } from '../facts.ts';
import { PARAMETERS } from '../parameters.ts';
import { type Presentation, presentationsOf } from '../presentation.ts';
import { remembered } from '../remembered.ts';
import type { EventSighting } from '../sighting.ts';
import { momentText, packText, whereText } from '../words.ts';

const CODES: ReadonlySet<string> = new Set(['pack/already-commissioned']);
const eventKey = (event: string) => `d04/event/${event}`;

/** Two production records claim one serial (D04). An error declaration of either clears it. */
export const d04DoubleCommissioning: Detector = {
  id: 'D04',
  name: 'Serial commissioned twice',
  source: 'detectors.md 2.2 D04',
  keysOf(sighting) {
    if (sighting.kind !== 'event') return [];
    const { corrects } = sighting.claim;
    return [eventKey(sighting.event), ...(corrects === undefined ? [] : [eventKey(corrects)])];
  },
  see(sighting, facts, memory) {
    if (sighting.kind !== 'event') return NOTHING;
    if (sighting.claim.corrects !== undefined) return declared(sighting, sighting.claim.corrects, memory);
    const findings = presentationsOf(sighting, CODES).map((presented) => findingFor(presented, facts));
    if (findings.length > 0)
      memory.set(
        eventKey(sighting.event),
        findings.map(({ id }) => id),
      );
    return { findings, withdrawals: [] };
  },
};

function declared(sighting: EventSighting, corrects: string, memory: DetectorMemory): Detected {
  const findings = remembered(memory.get(eventKey(corrects)));
  if (findings.length > 0) memory.set(eventKey(corrects), undefined);
  return { findings: [], withdrawals: findings.map((finding) => ({ finding, clearedBy: sighting.event })) };
}

function findingFor(p: Presentation, facts: DetectorFacts) {
  const first = facts.pack(p.pack)?.commissioned;
  const one = first && whereText(first.by, first.location, facts);
  const other = whereText(p.organisation, p.location, facts);
  return findingOf(
    {
      title: `Two production records claim one serial: ${one ?? 'unknown'} and ${other}`,
      observed: `${packText(p.pack, facts)}: commissioned${first ? ` at ${one} on ${momentText(first.at)}` : ''}, and again at ${other}, recorded on ${momentText(p.at)} with other content.`,
      expected: 'A serial is given once, until a year after the expiry of its pack.',
      innocent: [
        { cause: 'The same upload again', tested: 'The content differs; an identical upload is one event.' },
        { cause: 'Rework on the line', tested: 'No error declaration of either record has arrived.' },
      ],
      clears: 'An error declaration of either record.',
      action: 'Ask the manufacturer which of the two records is true.',
      realm: p.realm,
      detector: 'D04',
      kind: 'case',
      severity: 4,
      subject: p.pack,
      settleMs: PARAMETERS.d04.settleMs,
      evidence: [...(first ? [first.event] : []), p.event ?? ''],
      raisedAt: p.at,
      packs: [p.pack],
      lots: [],
      parties: [p.organisation],
      locations: p.location === undefined ? [] : [p.location],
      observations: [],
      events: [...(first ? [first.event] : []), ...(p.event === undefined ? [] : [p.event])],
    },
    facts,
  );
}
