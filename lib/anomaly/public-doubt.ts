import type { PublicAnswer } from '../custody/public/judge-for-public.ts';
import { lgtinUri, sgtinUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import { type Instant, momentOf } from '../kernel/instant.ts';
import type { Finding, FindingText } from './finding.ts';
import { findingIdOf } from './finding-id.ts';
import { PARAMETERS_HASH } from './parameters.ts';

/** A doubt about a pack that somebody of the public reported. */
export interface PublicDoubt {
  /** 32 hex digits. */
  readonly id: string;
  readonly at: Instant;
  readonly gtin: Gtin;
  readonly serial: Serial | undefined;
  readonly lot: Lot | undefined;
  /** ISO 3166-1 alpha-2: where the pack was got. */
  readonly country: string;
  /** In the person's own words; may be empty. */
  readonly words: string;
  readonly hasPhoto: boolean;
  /** What the check says of the pack. */
  readonly answer: PublicAnswer;
  readonly product: { readonly name: string; readonly holder: Gln } | undefined;
}

/** What stands in the place of a detector's number. */
const PUBLIC_DOUBT = 'PUBLIC';

const SEVERITY = 3;
const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' });

/**
 * The findings of a doubt: a case for the regulator of the country, and an item for the holder of the product, where it is registered.
 * A person says what they saw; nothing of it is proved, and the texts say so.
 */
export function doubtFindings(doubt: PublicDoubt): readonly Finding[] {
  const { product } = doubt;
  return [
    findingFor(doubt, 'case', []),
    ...(product ? [findingFor(doubt, 'data-quality', [product.holder])] : []),
  ];
}

function findingFor(doubt: PublicDoubt, kind: Finding['kind'], parties: readonly Gln[]): Finding {
  const { id, at, gtin, serial, lot, country } = doubt;
  const subject = serial === undefined ? gtin : sgtinUri(gtin, serial);
  const identity = { detector: PUBLIC_DOUBT, realm: 0, subject, evidence: [id] };
  return {
    ...{ id: findingIdOf({ ...identity, audience: kind }), realm: 0, detector: PUBLIC_DOUBT, kind },
    ...textOf(doubt),
    severity: SEVERITY,
    packs: serial === undefined ? [] : [sgtinUri(gtin, serial)],
    lots: serial === undefined && lot !== undefined ? [lgtinUri(gtin, lot)] : [],
    ...{ parties, locations: [], countries: [country], events: [], observations: [] },
    ...{ raisedAt: at, visibleAt: momentOf(at), rank: SEVERITY / 10, parameters: PARAMETERS_HASH },
  };
}

const ANSWERS: Readonly<Record<PublicAnswer, string>> = {
  fit: 'the pack is known and fit to use',
  'not-fit': 'the pack is known and not fit to use',
  'not-confirmed':
    'the pack cannot be confirmed: it is not known, or batch and expiry date are not those recorded',
};

function textOf({ gtin, country, words, hasPhoto, answer, product }: PublicDoubt): FindingText {
  const name = product?.name ?? `GTIN ${gtin}`;
  const where = COUNTRIES.of(country) ?? country;
  const said = words === '' ? 'They gave no reason in words.' : `In their words: “${words}”`;
  return {
    title: `Somebody in ${where} doubts a pack of ${name}`,
    observed: `A person without an account reported a doubt through the public check. ${said}${hasPhoto ? ' A photo is with it.' : ''} The check says: ${ANSWERS[answer]}.`,
    expected: 'A genuine pack gives its holder no cause for doubt, and the check confirms it.',
    innocent: [
      {
        cause: 'A new design of the pack, or one made for another country',
        tested: hasPhoto
          ? 'Not tested: compare the photo with the packs of this batch.'
          : 'Not tested: no photo was sent.',
      },
      {
        cause: 'The code was misread or mistyped',
        tested:
          answer === 'not-confirmed'
            ? 'Possible: the check cannot confirm what was read.'
            : 'Ruled out: batch and expiry date agree with the record.',
      },
      { cause: 'Somebody made the report up', tested: 'Cannot be tested: reports are taken without a name.' },
    ],
    clears: 'An examination of the pack, or of others of its batch, that finds them genuine.',
    action:
      'Look at the photo and the words; ask the holder of the product about the batch; several reports about one batch weigh more than one.',
  };
}
