import type { Gtin } from '../gs1/gtin.ts';
import { lgtinOf } from '../gs1/object-key.ts';
import { deedText } from './deed-text.ts';
import type { FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import type { Presentation } from './presentation.ts';

/** What was found out about an unknown serial. */
export interface UnknownTests {
  readonly gtin: Gtin;
  /** The canonical Digital Link of the batch as read. */
  readonly lot: string | undefined;
  readonly lotExists: boolean;
  /** Unrelated organisations that met unknown serials of this batch. */
  readonly sites: number;
  /** A registered serial that was perhaps meant. */
  readonly meant: string | undefined;
}

/** The words of D01 where the counter was shown a serial. */
export const unknownScanText =
  (shown: Presentation, tests: UnknownTests) =>
  (names: Names): FindingText => {
    const holder = names.holder(tests.gtin);
    return {
      title: `A pack that nobody registered was presented at ${names.site(shown.site)}`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. The serial has never been commissioned by ${holder}. ${lotText(tests)}`,
      expected: `Every pack on the market was commissioned by ${holder} before it left the plant.`,
      innocent: [
        { cause: 'The serial was misread or mistyped', tested: misreadText(tests.meant) },
        {
          cause: `${holder} has not uploaded the packs yet`,
          tested: tests.lotExists
            ? 'Other packs of the batch are registered, so only a part of it could be missing.'
            : 'Nothing of the batch is registered; a late upload would clear this.',
        },
        { cause: 'A fault at one site', tested: sitesText(tests.sites) },
      ],
      clears: `${holder} commissions the serial, or the same place reads the serial that was meant within half an hour.`,
      action: `Keep the pack aside, and ask ${holder} whether the serial is genuine.`,
    };
  };

function lotText({ lot, lotExists }: UnknownTests): string {
  const read = lot === undefined ? undefined : lgtinOf(lot)?.lot;
  if (read === undefined) return 'No batch was read.';
  return `The printed batch ${read} ${lotExists ? 'exists' : 'does not exist'}.`;
}

const misreadText = (meant: string | undefined): string =>
  meant === undefined
    ? 'No registered serial that this place could mean differs by case, keyboard, a lost separator or one character.'
    : `Most likely: serial ${meant} is registered and differs only by case, keyboard, a lost separator or one character.`;

const sitesText = (sites: number): string =>
  sites === 1
    ? 'No unrelated organisation has met an unknown serial of this batch.'
    : `${sites} unrelated organisations have met unknown serials of this batch.`;

/** The words of D01 where an event names serials. */
export const unknownPacksText =
  (shown: Presentation, gtin: Gtin) =>
  (names: Names): FindingText => {
    const holder = names.holder(gtin);
    return {
      title: `${names.site(shown.site)} recorded packs that nobody registered`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. None of these serials had been commissioned by then.`,
      expected: `Every pack on the market was commissioned by ${holder} before it left the plant.`,
      innocent: [
        {
          cause: `The upload of ${holder} is late`,
          tested: 'None had arrived within half an hour; when it arrives, this clears itself.',
        },
        { cause: 'The serials were misread', tested: 'Not to be told from the record: look at the packs.' },
      ],
      clears: `${holder} commissions every one of these serials.`,
      action: `Keep the packs aside, and ask ${holder} for the missing records.`,
    };
  };
