import { findingOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Presentation } from './presentation.ts';
import { momentText, packText, whereText } from './words.ts';

/** What tells one kind of unfit pack from another. */
export type UnfitTelling = Pick<
  Finding,
  'detector' | 'severity' | 'title' | 'expected' | 'innocent' | 'clears' | 'action'
> & {
  readonly settleMs: number;
  /** Completes the sentence "… was presented at … ". */
  readonly because: string;
};

/** A finding about a pack that was moved, or was to be moved, although it must not be. */
export function unfitFinding(
  p: Presentation,
  facts: DetectorFacts,
  { because, ...telling }: UnfitTelling,
): Finding {
  const where = whereText(p.organisation, p.location, facts);
  const stopped = p.event === undefined ? 'was presented' : 'was moved';
  return findingOf(
    {
      ...telling,
      observed: `${packText(p.pack, facts)}, ${stopped} at ${where} on ${momentText(p.at)} (${p.deed}), ${because}.`,
      realm: p.realm,
      kind: 'case',
      subject: p.pack,
      evidence: [p.organisation, p.event ?? p.deed],
      raisedAt: p.at,
      packs: [p.pack],
      lots: [],
      parties: [p.organisation],
      locations: p.location === undefined ? [] : [p.location],
      events: p.event === undefined ? [] : [p.event],
      observations: p.observation === undefined ? [] : [p.observation],
    },
    facts,
  );
}
