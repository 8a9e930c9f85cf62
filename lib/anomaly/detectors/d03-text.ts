import type { Deed } from '../../custody/pack-state.ts';
import { distanceKm } from '../distance.ts';
import type { DetectorFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { PARAMETERS } from '../parameters.ts';
import type { Presentation } from '../presentation.ts';
import { momentText, packText, whereText } from '../words.ts';

type Text = Pick<Finding, 'title' | 'observed' | 'expected' | 'innocent' | 'clears' | 'action'>;

const HOUR_MS = 3_600_000;

/** The words of D03. */
export function alreadyTerminalText(p: Presentation, first: Deed, facts: DetectorFacts, same: boolean): Text {
  const there = whereText(first.by, first.location, facts);
  const here = whereText(p.organisation, p.location, facts);
  const apart = apartText(p, first, facts);
  return {
    title: same
      ? `A pack already gone was presented again at ${here}`
      : `One serial, two places: ${there} and ${here}`,
    observed: `${packText(p.pack, facts)}, left the chain at ${there} on ${momentText(first.at)} and was presented at ${here}${apart} on ${momentText(p.at)}.`,
    expected:
      'A serial exists once: after its supply, destruction, export or sampling it is never presented elsewhere.',
    innocent: same ? sameCauses(p, first) : otherCauses(there, here),
    clears: `${there} declares its record an error, or undoes it within ten days.`,
    action: same
      ? 'Look for a pack of the same product that was not scanned.'
      : `Keep the pack at ${here}. At least one of the two packs is not genuine, or was resold. Ask ${there} to count its stock of the batch.`,
  };
}

function apartText(p: Presentation, first: Deed, facts: DetectorFacts): string {
  const a = p.location === undefined ? undefined : facts.place(p.location);
  const b = first.location === undefined ? undefined : facts.place(first.location);
  const km = distanceKm(a, b);
  return km === undefined || km < 1 ? '' : `, ${Math.round(km).toLocaleString('en-GB')} km away,`;
}

function sameCauses(p: Presentation, first: Deed): Finding['innocent'] {
  const hours = Math.round(Math.abs(p.at - first.at) / HOUR_MS);
  const repeat = Math.abs(p.at - first.at) <= PARAMETERS.d03.repeatMs;
  return [
    {
      cause: 'The same pack was scanned twice',
      tested: repeat ? `Likely: ${hours} hours apart.` : `Unlikely: ${hours} hours apart.`,
    },
    {
      cause: 'A neighbour on the shelf was scanned at the first supply',
      tested: repeat ? 'Possible.' : 'Likely: compare the stock with the record.',
    },
  ];
}

const otherCauses = (there: string, here: string): Finding['innocent'] => [
  {
    cause: `${there} scanned a neighbour of the pack it supplied`,
    tested: 'Not to be seen from the record: a count of its stock of the batch shows it.',
  },
  {
    cause: 'Two branches of one owner',
    tested: `${there} and ${here} have no common owner in the register.`,
  },
  { cause: 'The record of the first supply is an error', tested: 'No declaration of error is recorded.' },
];
