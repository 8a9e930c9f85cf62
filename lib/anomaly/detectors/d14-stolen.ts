import { type Detector, NOTHING } from '../detector.ts';
import type { DetectorFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { PARAMETERS } from '../parameters.ts';
import { type Presentation, presentationsOf } from '../presentation.ts';
import type { EventSighting } from '../sighting.ts';
import { unfitFinding } from '../unfit-finding.ts';
import { momentText, whereText } from '../words.ts';

const CODES: ReadonlySet<string> = new Set(['pack/stolen']);

/** A stolen pack is seen again, or was seen before its theft was reported (D14). */
export const d14Stolen: Detector = {
  id: 'D14',
  name: 'Stolen product',
  source: 'detectors.md 2.2 D14',
  keysOf: () => [],
  see(sighting, facts) {
    const seen = presentationsOf(sighting, CODES).filter(({ deed }) => deed !== 'lift' && deed !== 'steal');
    const before =
      sighting.kind === 'event' && sighting.claim.act === 'steal' ? seenBefore(sighting, facts) : [];
    const findings = [...seen, ...before].map((presented) => findingFor(presented, facts));
    return findings.length === 0 ? NOTHING : { findings, withdrawals: [] };
  },
};

/** What others recorded for a time after the theft, before anybody knew of it. */
const seenBefore = ({ realm, claim }: EventSighting, facts: DetectorFacts): readonly Presentation[] =>
  facts.afterTheft.map(({ pack, claim: later }) => ({
    realm,
    pack,
    organisation: later.reporter,
    location: later.location,
    at: claim.recordedAt,
    code: 'pack/stolen',
    deed: later.act,
    event: later.event,
    observation: undefined,
  }));

function findingFor(presented: Presentation, facts: DetectorFacts): Finding {
  const theft = facts.pack(presented.pack)?.terminal;
  const where = whereText(presented.organisation, presented.location, facts);
  const reported = theft
    ? ` by ${whereText(theft.by, theft.location, facts)} for ${momentText(theft.at)}`
    : '';
  return unfitFinding(presented, facts, {
    detector: 'D14',
    severity: 5,
    settleMs: PARAMETERS.d14.settleMs,
    title: `A stolen pack surfaced at ${where}`,
    because: `although its theft was reported${reported}`,
    expected: 'A stolen pack is never traded again, unless a regulator reports it found.',
    innocent: [
      { cause: 'Too wide a range was reported stolen', tested: 'The theft names this serial itself.' },
    ],
    clears: 'A regulator reports the pack found, or the theft is declared an error.',
    action: `Keep the pack at ${where}, ask from whom it came, and inform the police.`,
  });
}
