import { expect, test } from 'vitest';
import { parseExpiry } from '../../gs1/expiry.ts';
import type { Gln } from '../../gs1/gln.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { INITIAL_STATE } from '../initial-state.ts';
import type { Deed, PackStatus } from '../pack-state.ts';
import type { ProductFacts } from '../product-facts.ts';
import { judgeForPublic, type PublicFacts, type PublicQuestion } from './judge-for-public.ts';

const AT = Date.parse('2026-11-20T12:00:00Z') as Instant;
const DATE = '2028-05-31' as LocalDate;

const expiryOf = (printed: string) => {
  const expiry = parseExpiry(printed, 2026);
  if (!expiry.ok) throw new Error('a date');
  return expiry.value;
};

const question = (changed: Partial<PublicQuestion> = {}): PublicQuestion => ({
  serial: 'S1' as Serial,
  lot: 'L1' as Lot,
  expiry: expiryOf('280531'),
  at: AT,
  ...changed,
});

const PRODUCT: ProductFacts = {
  gtin: '09520000000011' as Gtin,
  name: 'A medicine',
  holder: '9520000001003' as Gln,
  markets: [{ country: 'IE', marketedFrom: '2020-01-01' as LocalDate, withdrawnFrom: undefined }],
  itemLevel: 'serial',
};

const DEED: Deed = {
  event: '00'.repeat(16),
  by: '9520000001003' as Gln,
  location: undefined,
  country: 'FR',
  at: AT,
  recordedAt: AT,
  reach: { kind: 'only', countries: ['FR'] },
};

const BATCH = { expiry: DATE, recalls: [], known: true } as const;
const pack = (status: PackStatus) => ({ ...INITIAL_STATE, status, lot: 'L1' as Lot, expiry: DATE });
const facts = (changed: Partial<PublicFacts> = {}): PublicFacts => ({
  product: PRODUCT,
  batch: BATCH,
  pack: pack('active'),
  ...changed,
});

test.each([
  ['active', 'fit'],
  ['supplied', 'fit'],
  ['free-sample', 'fit'],
  ['sample', 'not-fit'],
  ['destroyed', 'not-fit'],
  ['exported', 'not-fit'],
  ['stolen', 'not-fit'],
  ['unknown', 'not-confirmed'],
] as const)('a pack that is %s is %s', (status, answer) => {
  expect(judgeForPublic(question(), facts({ pack: pack(status) }))).toBe(answer);
});

const RECALL = { event: '', by: DEED.by, at: AT, recallClass: undefined, reach: ['FR'] } as const;

test.each<[string, Partial<PublicFacts>]>([
  ['recalled in any country', { batch: { ...BATCH, recalls: [RECALL] } }],
  ['locked by anybody', { pack: { ...pack('active'), locked: DEED } }],
  ['supplied, and recalled since', { pack: pack('supplied'), batch: { ...BATCH, recalls: [RECALL] } }],
  [
    'withdrawn from its only market',
    { product: { ...PRODUCT, markets: [{ ...market(), withdrawnFrom: '2026-11-20' as LocalDate }] } },
  ],
])('a pack that is %s is known and not fit', (_what, changed) => {
  expect(judgeForPublic(question(), facts(changed))).toBe('not-fit');
});

function market() {
  return { country: 'IE', marketedFrom: '2020-01-01' as LocalDate };
}

test('a product that is still sold in another market is fit', () => {
  const markets = [
    { ...market(), withdrawnFrom: '2020-01-01' as LocalDate },
    { ...market(), country: 'FR', withdrawnFrom: undefined },
  ];
  expect(judgeForPublic(question(), facts({ product: { ...PRODUCT, markets } }))).toBe('fit');
});

test('a pack may be used up to the end of its last day, and not after it', () => {
  const last = question({ at: Date.parse('2028-05-31T23:59:59Z') as Instant });
  expect(judgeForPublic(last, facts())).toBe('fit');
  expect(judgeForPublic({ ...last, at: Date.parse('2028-06-01T00:00:00Z') as Instant }, facts())).toBe(
    'not-fit',
  );
});

test('day 00 is the last day of the month', () => {
  expect(judgeForPublic(question({ expiry: expiryOf('280500') }), facts())).toBe('fit');
});

test.each<[string, Partial<PublicQuestion>, Partial<PublicFacts>]>([
  ['of an unknown product', {}, { product: undefined }],
  ['that nobody commissioned', {}, { pack: undefined }],
  ['whose batch is another', { lot: 'L2' as Lot }, {}],
  ['whose batch was not read', { lot: undefined }, {}],
  ['whose expiry date is another', { expiry: expiryOf('280530') }, {}],
  ['whose expiry date was not read', { expiry: undefined }, {}],
  ['that was commissioned without batch or date', {}, { pack: { ...pack('active'), lot: undefined } }],
  ['stolen, of another batch', { lot: 'L2' as Lot }, { pack: pack('stolen') }],
  ['whose serial was not read', { serial: undefined }, {}],
])('a pack %s is not confirmed', (_what, asked, known) => {
  expect(judgeForPublic(question(asked), facts(known))).toBe('not-confirmed');
});

test('an item without serials is judged by its batch', () => {
  const product = { ...PRODUCT, itemLevel: 'lot' } as const;
  const item = question({ serial: undefined });
  const none = { product, pack: undefined };
  expect(judgeForPublic(item, facts(none))).toBe('fit');
  expect(judgeForPublic(item, facts({ ...none, batch: { ...BATCH, recalls: [RECALL] } }))).toBe('not-fit');
  expect(judgeForPublic(item, facts({ ...none, batch: { ...BATCH, known: false } }))).toBe('not-confirmed');
  expect(judgeForPublic(item, facts({ ...none, batch: undefined }))).toBe('not-confirmed');
});
