import { describe, expect, test } from 'vitest';
import { vectorsNote } from '../kernel/vectors-in-tests.ts';
import { type BracketedTextError, parseBracketedText } from './bracketed-text.ts';
import { vectorLines } from './vector-lines-in-tests.ts';

type AssociationVector = { rule: string; bracketed: string; ok: boolean };
const all = vectorLines<AssociationVector>('epcis/gs1-syntax/ai_association.jsonl');

/** The reference judges AIs it does not know where a switch allows them; here they are refused as such. */
const usesUnknownAi = ({ bracketed }: AssociationVector): boolean => /\((?:89|3338)\)/.test(bracketed);
const vectors = all.filter((vector) => !usesUnknownAi(vector));

const CODES: Readonly<Record<string, string>> = {
  repeats: 'element/repeated',
  mutex: 'element/excluded',
  requisites: 'element/incomplete',
  validateDigSigRequiresSerialisedKey: 'element/incomplete',
};

describe.skipIf(all.length === 0)(
  `GS1's associations: ${vectors.length} applicable, ${all.length - vectors.length} not (they use the unassigned AIs 89 and 3338)${vectorsNote}`,
  () => {
    test.each(vectors.map((vector) => [vector.rule, vector.bracketed, vector.ok] as const))(
      '%s: %s %s',
      (rule, bracketed, accepted) => {
        const judged = parseBracketedText(bracketed, { alone: rule !== 'repeats' && rule !== 'mutex' });
        expect(judged.ok || judged.error.code).toBe(accepted || CODES[rule]);
      },
    );

    test.each(all.filter(usesUnknownAi).map(({ bracketed }) => bracketed))('%s is refused', (bracketed) => {
      expect(parseBracketedText(bracketed)).toMatchObject({ error: { code: 'element/unknown-ai' } });
    });
  },
);

type SmokeVector = { bracketed: string; error: string };
const smoke = vectorLines<SmokeVector>('epcis/gs1-syntax/ai_linter_smoke.jsonl');
const smokeApplicable = smoke.filter(({ error }) => !error.startsWith('COUPON_'));

/** Our rule for each error of the reference. */
const RULES: Readonly<Record<string, string>> = {
  INVALID_CSET39_CHARACTER: 'charset',
  TOO_SHORT_FOR_CHECK_PAIR: 'too-short',
  TOO_SHORT_FOR_GCP: 'too-short',
  INVALID_GCP_PREFIX: 'company-prefix',
  INVALID_IMPORT_IDX_CHARACTER: 'charset',
  ILLEGAL_ZERO_VALUE: 'zero',
  NOT_ZERO: 'not-zero',
  ILLEGAL_ZERO_PREFIX: 'zero-prefix',
  NOT_ZERO_OR_ONE: 'code-list',
  NOT_ISO3166: 'code-list',
  NOT_ISO3166_OR_999: 'code-list',
  NOT_ISO3166_ALPHA2: 'code-list',
  IBAN_TOO_SHORT: 'too-short',
  INCORRECT_IBAN_CHECKSUM: 'iban',
  ILLEGAL_MONTH: 'month',
  ILLEGAL_DAY: 'day',
  ILLEGAL_MINUTE: 'minute',
  ZERO_PIECE_NUMBER: 'piece-of-total',
  ZERO_TOTAL_PIECES: 'piece-of-total',
  INVALID_BIOLOGICAL_SEX_CODE: 'code-list',
  POSITION_IN_SEQUENCE_MALFORMED: 'position',
  INCORRECT_CHECK_DIGIT: 'check-digit',
};

const ruleOf = (error: BracketedTextError): string =>
  error.code === 'element/value' ? error.rule : error.code;

describe.skipIf(smoke.length === 0)(
  `GS1's faulty values: ${smokeApplicable.length} applicable, ${smoke.length - smokeApplicable.length} not (inner structure of coupons)${vectorsNote}`,
  () => {
    test.each(smokeApplicable.map(({ bracketed, error }) => [bracketed, error] as const))(
      '%s: %s',
      (bracketed, error) => {
        const judged = parseBracketedText(bracketed);
        expect(judged.ok || ruleOf(judged.error)).toBe(RULES[error]);
      },
    );
  },
);

type MarkupVector = { bracketed: string; markup: string };

test.each(vectorLines<MarkupVector>('epcis/gs1-syntax/err_markup.jsonl'))(
  'the fault in $bracketed is pointed at as the reference does',
  ({ bracketed, markup }) => {
    const judged = parseBracketedText(bracketed);
    expect(judged.ok).toBe(false);
    if (judged.ok || judged.error.code !== 'element/value') return;
    const { at, length } = judged.error;
    // The reference shows the value's first nine characters.
    const marked = `${bracketed.slice(0, at)}|${bracketed.slice(at, at + length)}|${bracketed.slice(at + length)}`;
    expect(marked.startsWith(markup)).toBe(true);
  },
);

test('a position behind an escaped bracket counts the escape', () => {
  expect(parseBracketedText('(10)A\\(B~')).toMatchObject({ error: { at: 8, rule: 'charset' } });
});
