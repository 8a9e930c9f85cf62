import type { DetectorFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { ObservationSighting } from '../sighting.ts';
import { momentText, packText, partyText, whereText } from '../words.ts';

/** What was tested. */
export interface UnknownTests {
  readonly lotExists: boolean;
  /** Unrelated organisations that met unknown serials of this batch. */
  readonly sites: number;
  readonly lookAlike: string | undefined;
}

type Text = Pick<Finding, 'title' | 'observed' | 'expected' | 'innocent' | 'clears' | 'action'>;

/** The words of D01. */
export function unknownIdentityText(s: ObservationSighting, facts: DetectorFacts, tests: UnknownTests): Text {
  const holder = partyText(facts.product(s.gtin)?.holder, facts);
  const lot = s.lot ?? 'not read';
  return {
    title: `A pack that nobody registered was presented at ${whereText(s.organisation, s.location, facts)}`,
    observed:
      `${packText(s.pack, facts)}, was presented at ${whereText(s.organisation, s.location, facts)} on ${momentText(s.at)}. ` +
      `It has never been commissioned by ${holder}. The printed batch ${lot} ${tests.lotExists ? 'exists' : 'does not exist'}.`,
    expected: `Every pack on the market was commissioned by ${holder} before it left the plant.`,
    innocent: [
      {
        cause: 'The scanner changed characters (case, or Y and Z)',
        tested: tests.lookAlike
          ? 'A registered serial differs only so: most likely this is the cause.'
          : 'No registered serial differs only so.',
      },
      {
        cause: 'The manufacturer has not uploaded the batch yet',
        tested: tests.lotExists
          ? 'Other packs of the batch are registered.'
          : 'Nothing of the batch is registered; an upload would clear this.',
      },
      {
        cause: 'A single misreading',
        tested: `${tests.sites} unrelated ${tests.sites === 1 ? 'organisation has' : 'organisations have'} met unknown serials of this batch.`,
      },
    ],
    clears: `${holder} uploads the missing batch, or the same device reads the pack well within half an hour.`,
    action: 'Keep the pack aside. Ask the holder of the product whether the serial is genuine.',
  };
}
