import type { DetectorFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { ObservationSighting } from '../sighting.ts';
import { dayText, momentText, packText, partyText, whereText } from '../words.ts';
import type { Mismatch } from './d02-mismatch.ts';

type Text = Pick<Finding, 'title' | 'observed' | 'expected' | 'innocent' | 'clears' | 'action'>;

/** The words of D02. `sites`: unrelated organisations that read the same from packs of this product. */
export function mismatchText(
  s: ObservationSighting,
  mismatch: Mismatch,
  facts: DetectorFacts,
  sites: number,
): Text {
  const holder = partyText(facts.product(s.gtin)?.holder, facts);
  return {
    title: `A label differs from the register at ${whereText(s.organisation, s.location, facts)}`,
    observed: `${packText(s.pack, facts)}, read on ${momentText(s.at)}: ${differences(s, mismatch)}`,
    expected: 'Batch and expiry on the label are those of the commissioning.',
    innocent: [
      {
        cause: 'The manufacturer uploaded wrong data',
        tested: `${sites} unrelated ${sites === 1 ? 'organisation has' : 'organisations have'} read the same from packs of this product; from 3 on it counts as an upload fault.`,
      },
      {
        cause: 'A typing error',
        tested:
          s.entryMode === 'manual'
            ? 'The label was typed in by hand: likely.'
            : 'The label was scanned, not typed.',
      },
      {
        cause: 'The day 00 stands for the last of the month',
        tested: 'It was read so; the dates differ all the same.',
      },
    ],
    clears: `The same site reads the pack well, or ${holder} corrects the batch.`,
    action:
      mismatch.severity === 4
        ? 'Keep the pack aside and compare its label with others of the batch.'
        : 'Scan the pack again.',
  };
}

function differences(
  s: ObservationSighting,
  { registeredLot, registeredExpiry, readExpiry, lotDiffers }: Mismatch,
): string {
  const lot = lotDiffers ? `the label says batch ${s.lot}, registered is ${registeredLot ?? 'none'}. ` : '';
  const expiryDiffers =
    readExpiry !== undefined && registeredExpiry !== undefined && readExpiry !== registeredExpiry;
  return (
    lot +
    (expiryDiffers
      ? `the label says expiry ${dayText(readExpiry)}, registered is ${dayText(registeredExpiry)}.`
      : '')
  );
}
