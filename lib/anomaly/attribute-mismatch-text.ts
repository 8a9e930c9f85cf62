import type { Mismatch } from './attribute-mismatch.ts';
import { deedText } from './deed-text.ts';
import type { FindingText, InnocentCause } from './finding.ts';
import { dayText, momentText, type Names } from './names.ts';
import type { Presentation } from './presentation.ts';
import type { ObservationSighting } from './sighting.ts';

/** How many unrelated organisations have read what differs, and how many have read the batch as it is registered. */
export interface Readings {
  readonly differing: number;
  readonly agreeing: number;
}

/** The words of D02 about one pack. */
export const mismatchText =
  (s: ObservationSighting, shown: Presentation, mismatch: Mismatch, readings: Readings) =>
  (names: Names): FindingText => ({
    title: `A label differs from the register at ${names.site(shown.site)}`,
    observed: `${deedText(shown, names)} on ${momentText(shown.at)}. ${differences(mismatch)}`,
    expected: 'Batch and expiry date on the label are those of the commissioning.',
    innocent: [
      { cause: `${names.holder(s.gtin)} uploaded wrong data`, tested: uploadText(readings) },
      typing(s.entryMode),
      {
        cause: 'The label names a month without a day',
        tested: 'Such a date counts as the last day of the month; the dates differ all the same.',
      },
    ],
    clears: `The same place scans the pack within a day and reads what is registered, or ${names.holder(s.gtin)} is found to have uploaded wrong data.`,
    action:
      mismatch.severity === 4
        ? 'Keep the pack aside, and compare its label with others of the batch.'
        : 'Scan the pack again.',
  });

const typing = (entryMode: ObservationSighting['entryMode']): InnocentCause => ({
  cause: 'A typing error',
  tested:
    entryMode === 'manual' ? 'Likely: the label was typed in by hand.' : 'Unlikely: the label was scanned.',
});

function differences({ lot, expiry }: Mismatch): string {
  const sentences = [
    lot && `The label says batch ${lot.read}; registered is ${lot.registered ?? 'none'}.`,
    expiry && `The label says expiry ${dayText(expiry.read)}; registered is ${dayText(expiry.registered)}.`,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function uploadText({ differing, agreeing }: Readings): string {
  const same =
    differing === 1
      ? 'Only this organisation has read this from packs of the batch.'
      : `${differing} unrelated organisations have read the same from packs of the batch.`;
  if (agreeing === 0) return `${same} Nobody has read the batch as it is registered.`;
  const who = agreeing === 1 ? 'One organisation has' : `${agreeing} organisations have`;
  return `${same} ${who} read the batch as it is registered.`;
}

/** The words of D02 for the holder of the product: what its upload must have got wrong. No site is named. */
export const wrongUploadText =
  (s: ObservationSighting, mismatch: Mismatch, readings: Readings) =>
  (names: Names): FindingText => ({
    title: `Labels of ${names.product(s.gtin)} and your upload differ for a whole batch`,
    observed: `${readings.differing} unrelated organisations have read the same from packs of batch ${mismatch.registeredLot ?? 'unknown'}, the last on ${momentText(s.at)}. ${differences(mismatch)}`,
    expected: 'Batch and expiry date on the label are those of the commissioning.',
    innocent: [
      {
        cause: 'The labels were changed later',
        tested: 'Unlikely: nobody has read a pack of the batch as it is registered.',
      },
      { cause: 'Scanners at fault', tested: 'Unlikely: the organisations are unrelated and read the same.' },
    ],
    clears: 'A corrected upload of the batch.',
    action: 'Compare your upload with a pack of the batch, and correct whichever is wrong.',
  });
