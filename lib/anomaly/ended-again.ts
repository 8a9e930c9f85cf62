import type { DetectorMemory } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { Ended } from './ended.ts';
import { endedAgainText } from './ended-again-text.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { PARAMETERS } from './parameters.ts';
import type { Presentation } from './presentation.ts';
import { restKey, restOn } from './rests-on.ts';

/** Packs that had ended are shown again. By another organisation it is a case; by the same house most likely a slip. */
export function endedAgain(
  shown: Presentation,
  ended: readonly [Ended, ...Ended[]],
  facts: DetectorFacts,
  memory: DetectorMemory,
): readonly Finding[] {
  const [{ sameHouse }] = ended;
  const deeds = ended.flatMap(({ deed }) => deed ?? []);
  const events = [...new Set(deeds.map(({ event }) => event))];
  const findings = findingsOf(
    {
      ...{ detector: 'D03', about: 'suspicion', realm: shown.realm, raisedAt: shown.at },
      kind: sameHouse ? 'data-quality' : 'case',
      severity: sameHouse ? 1 : 5,
      subject: shown.packs.toSorted().join(' '),
      // Who tries again adds nothing new: the refusal at the counter and the event that says so all the same are one finding.
      evidence: [shown.site.party, ...(events.length === 0 ? [shown.site.observation ?? ''] : events)],
      settleMs: PARAMETERS.d03.settleMs,
      packs: shown.packs,
      lots: [],
      sites: [...deeds.map(({ site }) => site), shown.site],
      events: [...events, ...(shown.event === undefined ? [] : [shown.event])],
      tell: endedAgainText(shown, ended, facts),
    },
    facts,
  );
  // A case stays, for whoever is looked into must not be able to close it by declaring an error.
  if (sameHouse) for (const event of events) restOn(restKey('d03', event), findings, memory);
  return findings;
}
