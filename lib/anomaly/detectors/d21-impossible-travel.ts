import { countPair, tallyKey } from '../clock-tally.ts';
import type { Detected, Detector } from '../detector.ts';
import type { Finding, Withdrawal } from '../finding.ts';
import { impossiblePairs } from '../impossible-pairs.ts';
import { clockFindings, travelFindings } from '../impossible-travel.ts';
import { packsLookedAt } from '../packs-looked-at.ts';
import { seenAt } from '../seen-at.ts';
import { shownKey } from '../track.ts';

/** A pack is in two places with too little time between them (D21). Several on a day that one clock explains are that clock. */
export const d21ImpossibleTravel: Detector = {
  id: 'D21',
  name: 'Impossible travel',
  source: 'detectors.md 2.3 D21',
  about: 'suspicion',
  keysOf: (sighting) => packsLookedAt(sighting).map(shownKey),
  linkedKeysOf: (sighting, memory, facts) =>
    impossiblePairs(sighting, facts, memory)
      .flatMap(({ before, after }) => [before, after])
      .flatMap(({ location, at }) => (location === undefined ? [] : [tallyKey(location, at)])),
  see(sighting, facts, memory): Detected {
    const findings: Finding[] = [];
    const withdrawals: Withdrawal[] = [];
    for (const pair of impossiblePairs(sighting, facts, memory)) {
      const found = travelFindings(sighting, pair, facts);
      const clock = countPair(
        pair,
        found.map(({ id }) => id),
        memory,
      );
      findings.push(...found, ...(clock ? clockFindings(sighting, clock, facts) : []));
      for (const finding of clock?.findings ?? [])
        withdrawals.push({ finding, at: seenAt(sighting), clearedBy: undefined });
    }
    return { findings, withdrawals };
  },
};
