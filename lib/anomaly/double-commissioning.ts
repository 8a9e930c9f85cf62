import type { Deed } from '../custody/pack-state.ts';
import { deedText } from './deed-text.ts';
import type { DetectorMemory } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { PARAMETERS } from './parameters.ts';
import type { Presentation } from './presentation.ts';
import { restKey, restOn } from './rests-on.ts';
import { siteOfDeed } from './site.ts';

const { settleMs, declarationMs } = PARAMETERS.d04;

/** Two production records claim the same serials; remembers that a declaration of either within a day clears it. */
export function claimedTwice(
  shown: Presentation,
  first: Deed,
  facts: DetectorFacts,
  memory: DetectorMemory,
): readonly Finding[] {
  const second = shown.event ?? '';
  const findings = findingsOf(
    {
      ...{ detector: 'D04', about: 'suspicion', realm: shown.realm, raisedAt: shown.at, settleMs },
      ...{ kind: 'case', severity: 4, lots: [], packs: shown.packs },
      subject: second,
      evidence: [first.event, second],
      sites: [siteOfDeed(first), shown.site],
      events: [first.event, second],
      tell: claimedTwiceText(shown, first),
    },
    facts,
  );
  for (const event of [first.event, second])
    restOn(restKey('d04', event), findings, memory, shown.at + declarationMs);
  return findings;
}

const claimedTwiceText =
  (shown: Presentation, first: Deed) =>
  (names: Names): FindingText => {
    const one = names.site(siteOfDeed(first));
    const other = names.site(shown.site);
    const what =
      shown.packs.length === 1 ? 'one serial' : `${shown.packs.length.toLocaleString('en-GB')} serials`;
    return {
      title: `Two production records claim ${what}: ${one} and ${other}`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. ${one} had recorded the same for ${momentText(first.at)}, with other content.`,
      expected: 'A serial is given to one pack only, and not again until a year after its expiry date.',
      innocent: [
        {
          cause: 'The same upload was sent again',
          tested: 'No: batch, expiry date, time or place differ. An identical upload would be one event.',
        },
        { cause: 'Packs were reworked on the line', tested: 'No declaration of error had been recorded.' },
      ],
      clears: 'A declaration of error for either record within a day.',
      action: 'Ask the manufacturer which of the two records is true, and have a pack of each examined.',
    };
  };
