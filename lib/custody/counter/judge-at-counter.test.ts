import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackState, PackStatus } from '../pack-state.ts';
import type { CounterAnswer } from './counter-answer.ts';
import { COUNTER_CODES, type CounterCode } from './counter-codes.ts';
import type { CounterFacts } from './counter-facts.ts';
import {
  BRANCH,
  COUNTER,
  date,
  daysBefore,
  deed,
  elsewhere,
  expiry,
  facts,
  heldBy,
  instant,
  lot,
  minutesBefore,
  NOW,
  OTHER_PHARMACY,
  PHARMACY,
  PRODUCT,
  pack,
  REGULATOR,
  recalled,
  request,
  SISTER,
  transit,
  WHOLESALER,
  without,
} from './counter-in-tests.ts';
import type { CounterRequest } from './counter-request.ts';
import { judgeAtCounter } from './judge-at-counter.ts';
import { COUNTER_ROWS } from './rows/index.ts';

type Asked = CounterRequest<'verify' | 'supply'>;

const summary = ({ verdict, answerKind, reasons, recorded, severity, finding }: CounterAnswer) => ({
  verdict,
  answerKind,
  codes: reasons.map(({ code }) => code),
  recorded,
  severity,
  finding,
});

const supplying = (known: CounterFacts, more: Partial<Asked> = {}) =>
  judgeAtCounter({ ...request(), ...more }, known);
const verifying = (known: CounterFacts, more: Partial<Asked> = {}) =>
  judgeAtCounter({ ...request(), kind: 'verify', ...more }, known);

const supplied = (by = deed(), more: Partial<PackState> = {}) =>
  facts({ pack: pack({ status: 'supplied', terminal: by, ...more }) });
const ended = (status: PackStatus) => facts({ pack: pack({ status, terminal: elsewhere() }) });
const lowCoverage = { custodyCoverage: 0.984, pack: pack({ place: heldBy(WHOLESALER) }) };
const answered = (code: CounterCode, minutes: number) => [
  { at: minutesBefore(minutes), operationId: 'earlier', verdict: 'rescan' as const, code },
];

describe('custody.md 6: no batch and no expiry in the request match nothing, also of a pack recorded without', () => {
  test.each([
    ['neither', { lot: undefined, expiry: undefined }],
    ['no expiry', { expiry: undefined }],
    ['no batch', { lot: undefined }],
    ['both', {}],
  ] as const)('told to who gives %s: nothing', (_what, given) => {
    const bare = pack({ lot: undefined, expiry: undefined, status: 'supplied', terminal: elsewhere() });
    for (const answer of [verifying(facts({ pack: bare }), given), supplying(facts({ pack: bare }), given)])
      expect(answer).toMatchObject({ discloses: false, states: undefined, answerKind: 'batch-mismatch' });
    const undated = pack({ expiry: undefined, status: 'supplied', terminal: elsewhere() });
    expect(verifying(facts({ pack: undated }), given).discloses).toBe(false);
  });
});

describe('custody.md 3, "active, held by P, or inside a closed case that P holds": supply, applied', () => {
  test('a pack that the asker holds is supplied', () => {
    expect(summary(supplying(facts()))).toEqual({
      verdict: 'supply',
      answerKind: 'known',
      codes: ['pack/held'],
      recorded: 'applied',
      severity: 0,
      finding: false,
    });
  });

  test('it does not matter which branch holds it', () => {
    expect(supplying(facts(), { location: BRANCH }).verdict).toBe('supply');
  });

  test('a verification says the same and is only an observation', () => {
    const answer = verifying(facts());
    expect(summary(answer)).toMatchObject({ verdict: 'supply', recorded: 'observation', finding: false });
    expect(answer.states?.packState).toBe('active');
  });

  test('after the supply the pack is supplied', () => {
    expect(supplying(facts()).states).toEqual({
      packState: 'supplied',
      batchState: 'released',
      productState: 'marketed',
      state: 'supplied',
    });
  });

  test('custody.md 1, "in transit the sender counts as current holder": its own open shipment is a data-quality item', () => {
    const answer = supplying(facts({ pack: pack({ place: transit(PHARMACY, SISTER) }) }));
    expect(summary(answer)).toMatchObject({ verdict: 'supply', codes: ['pack/shipment-open'] });
    expect(answer.dataQuality).toBe(true);
  });
});

describe('custody.md 3, "in transit to P (receipt inferred)": supply, applied; data-quality item to P', () => {
  const inTransit = facts({ pack: pack({ place: transit(WHOLESALER, PHARMACY) }), holder: WHOLESALER });

  test('a pack on its way to the asker is supplied', () => {
    const answer = supplying(inTransit);
    expect(summary(answer)).toMatchObject({
      verdict: 'supply',
      recorded: 'applied',
      codes: ['pack/receipt-inferred'],
    });
    expect(answer.dataQuality).toBe(true);
  });

  test('a verification infers no receipt', () => {
    expect(verifying(inTransit).dataQuality).toBe(false);
  });
});

describe('custody.md 3, "held by an organisation of P’s owner group": supply, applied; data-quality item', () => {
  test('a sister’s pack is supplied', () => {
    const answer = supplying(facts({ pack: pack({ place: heldBy(SISTER) }), holder: SISTER }));
    expect(summary(answer)).toMatchObject({
      verdict: 'supply',
      recorded: 'applied',
      codes: ['pack/held-in-group'],
    });
    expect(answer.dataQuality).toBe(true);
  });

  test('two organisations without an owner group are not of one group', () => {
    const answer = supplying(
      facts({ party: OTHER_PHARMACY, holder: WHOLESALER, pack: pack({ place: heldBy(WHOLESALER) }) }),
    );
    expect(answer.reasons[0].code).toBe('pack/not-held');
  });
});

describe('custody.md 3, "held elsewhere or in transit elsewhere, no visible delivery to P"', () => {
  test.each([
    [0, 'supply', 'testimony', true],
    [0.984, 'supply', 'testimony', true],
    [0.985, 'set-aside', 'observation', false],
    [1, 'set-aside', 'observation', false],
  ] as const)(
    '"supply with a flag while P’s measured custody coverage is under 0.985; set aside from there on": %s',
    (custodyCoverage, verdict, recorded, finding) => {
      const answer = supplying(facts({ ...lowCoverage, custodyCoverage }));
      expect(summary(answer)).toMatchObject({ verdict, recorded, finding, codes: ['pack/not-held'] });
      expect(answer.answerKind).toBe(verdict === 'supply' ? 'known' : 'refused-state');
    },
  );

  test('in transit between others', () => {
    const answer = supplying(facts({ pack: pack({ place: transit(WHOLESALER, OTHER_PHARMACY) }) }));
    expect(answer.reasons[0].code).toBe('pack/not-held');
  });

  test('a verification of such a pack raises nothing', () => {
    expect(summary(verifying(facts(lowCoverage)))).toMatchObject({
      verdict: 'supply',
      recorded: 'observation',
      finding: false,
    });
  });
});

describe('custody.md 2, "a supply by someone who does not hold it binds every other counter but not the recorded holder’s or consignee’s"', () => {
  const foreign = { foreignSupply: elsewhere() };

  test('the holder still supplies, flagged with the highest severity', () => {
    expect(summary(supplying(facts({ pack: pack(foreign) })))).toMatchObject({
      verdict: 'supply',
      recorded: 'applied',
      severity: 5,
      finding: true,
      codes: ['pack/supplied-by-non-holder'],
    });
  });

  test('so does the consignee, and its receipt is still inferred', () => {
    const answer = supplying(facts({ pack: pack({ ...foreign, place: transit(WHOLESALER, PHARMACY) }) }));
    expect(summary(answer)).toMatchObject({ verdict: 'supply', severity: 5 });
    expect(answer.dataQuality).toBe(true);
  });

  test.each([
    ['a sister of the holder', SISTER, heldBy(PHARMACY)],
    ['a stranger of low coverage', OTHER_PHARMACY, heldBy(WHOLESALER)],
  ])('%s is bound', (_who, party, place) => {
    const by = elsewhere({ by: WHOLESALER.gln });
    const answer = supplying(facts({ party, custodyCoverage: 0, pack: pack({ foreignSupply: by, place }) }));
    expect(summary(answer)).toMatchObject({
      verdict: 'set-aside',
      codes: ['pack/already-supplied'],
      severity: 5,
    });
    expect(answer.states?.packState).toBe('supplied');
  });

  test('whoever reported it without holding the pack is bound by its own word, as by any supply of its own', () => {
    const just = deed({ recordedAt: minutesBefore(3), at: minutesBefore(3) });
    const known = facts({
      custodyCoverage: 0,
      pack: pack({ place: heldBy(WHOLESALER), foreignSupply: just }),
    });
    expect(supplying(known).reasons[0].code).toBe('pack/already-done-here');
  });

  test('who reported it and holds the pack by now is not bound: a copy sold too early does not kill the pack', () => {
    const answer = supplying(facts({ pack: pack({ foreignSupply: deed() }) }));
    expect(summary(answer)).toMatchObject({ verdict: 'supply', severity: 5, finding: true });
    expect(answer.reasons[0]).toMatchObject({ params: { own: true }, event: 'a'.repeat(32) });
  });

  test('attack: one stolen pharmacy key cannot take a pack from the counter that holds it', () => {
    const attacked = pack({ place: heldBy(PHARMACY), foreignSupply: elsewhere(), disputed: true });
    expect(supplying(facts({ pack: attacked })).verdict).toBe('supply');
  });
});

describe('custody.md 1, "supplied" is said by "pharmacy, hospital, clinic"', () => {
  test('a wholesaler verifies what it holds and cannot supply it', () => {
    const held = facts({ party: WHOLESALER, holder: WHOLESALER, pack: pack({ place: heldBy(WHOLESALER) }) });
    expect(verifying(held).verdict).toBe('supply');
    expect(summary(supplying(held))).toMatchObject({
      answerKind: 'refused-state',
      codes: ['pack/not-entitled'],
      recorded: 'observation',
    });
  });

  test('a sandbox organisation plays every part', () => {
    const held = facts({ party: WHOLESALER, pack: pack({ place: heldBy(WHOLESALER) }), sandbox: true });
    expect(supplying(held).verdict).toBe('supply');
  });
});

describe('custody.md 3, "expired, recalled (in reach), withdrawn (in this market), locked": set aside; observation, finding', () => {
  const set = { verdict: 'set-aside', answerKind: 'refused-state', recorded: 'observation', finding: true };
  const withdrawnIn = (country: string, from: string) => ({
    product: {
      ...PRODUCT,
      markets: [{ country, marketedFrom: date('2020-01-01'), withdrawnFrom: date(from) }],
    },
  });

  test.each<[string, Partial<CounterFacts>, CounterCode]>([
    ['recalled', { batch: recalled() }, 'batch/recalled'],
    ['recalled here by name', { batch: recalled({ reach: ['FR', 'DE'] }) }, 'batch/recalled'],
    ['withdrawn', withdrawnIn('DE', '2026-11-20'), 'product/withdrawn'],
    ['locked', { pack: pack({ locked: elsewhere() }) }, 'pack/locked'],
    [
      'locked by the regulator of the site’s country',
      { pack: pack({ locked: deed({ reach: { kind: 'only', countries: ['DE'] } }) }) },
      'pack/locked',
    ],
  ])('%s', (_what, more, code) => {
    expect(summary(supplying(facts(more)))).toMatchObject({ ...set, codes: [code], severity: 4 });
  });

  test.each<[string, Partial<CounterFacts>]>([
    ['a recall that reaches other countries', { batch: recalled({ reach: ['FR'] }) }],
    ['a withdrawal from another market', withdrawnIn('FR', '2026-11-20')],
    ['a withdrawal from tomorrow on', withdrawnIn('DE', '2026-11-21')],
    [
      'a lock by another country’s regulator',
      { pack: pack({ locked: deed({ reach: { kind: 'only', countries: ['FR'] } }) }) },
    ],
  ])('%s does not bind the site', (_what, more) => {
    expect(supplying(facts(more)).verdict).toBe('supply');
  });

  test('a recall of class I has the highest severity', () => {
    expect(supplying(facts({ batch: recalled({ recallClass: 'I' }) })).severity).toBe(5);
  });

  test.each([
    ['2026-05-31T23:59:00+02:00', 'supply'],
    ['2026-06-01T00:01:00+02:00', 'set-aside'],
  ] as const)(
    'custody.md 1, "the site’s local date is after the expiry date (day 00: last day of the month)": at %s %s',
    (at, verdict) => {
      const printed = expiry('260500');
      const known = facts({ pack: pack({ expiry: printed.date }) });
      expect(supplying(known, { expiry: printed, at: instant(at) }).verdict).toBe(verdict);
    },
  );

  test('every reason is told: recalled first, for it harms most', () => {
    const known = facts({
      ...withdrawnIn('DE', '2026-01-01'),
      batch: recalled(),
      pack: pack({ expiry: date('2026-10-31'), locked: elsewhere() }),
    });
    const answer = supplying(known, { expiry: expiry('261031') });
    expect(summary(answer).codes).toEqual([
      'batch/recalled',
      'batch/expired',
      'product/withdrawn',
      'pack/locked',
    ]);
    expect(answer.states).toEqual({
      packState: 'locked',
      batchState: 'recalled',
      productState: 'withdrawn',
      state: 'recalled',
    });
  });

  test('a recalled pack of somebody else is recalled first and not held second', () => {
    expect(summary(supplying(facts({ ...lowCoverage, batch: recalled() }))).codes).toEqual([
      'batch/recalled',
      'pack/not-held',
    ]);
  });
});

describe('custody.md 3, "supplied by another branch of P’s organisation": set aside; observation, lowest severity', () => {
  test('"supplied at … on …; most likely the wrong pack was scanned"', () => {
    const answer = supplying(supplied(deed({ location: BRANCH })));
    expect(summary(answer)).toMatchObject({ verdict: 'set-aside', severity: 1, finding: false });
    expect(answer.reasons).toEqual([
      {
        code: 'pack/already-supplied',
        params: { where: 'branch', date: '2026-11-20', location: BRANCH },
        event: 'a'.repeat(32),
      },
    ]);
  });
});

describe('custody.md 3, "supplied here earlier": the same', () => {
  test('ten minutes ago is earlier', () => {
    const answer = supplying(supplied(deed({ at: minutesBefore(10), recordedAt: minutesBefore(10) })));
    expect(summary(answer)).toMatchObject({ verdict: 'set-aside', severity: 1, answerKind: 'refused-state' });
    expect(answer.reasons[0]).toMatchObject({ code: 'pack/already-supplied', params: { where: 'here' } });
  });

  test('a supply of yesterday that reached the record just now is earlier', () => {
    const late = deed({ at: daysBefore(1), recordedAt: minutesBefore(1) });
    expect(supplying(supplied(late)).reasons[0].code).toBe('pack/already-supplied');
  });
});

describe('custody.md 3, "supplied here less than 10 minutes ago, another request": 200 pack/already-done-here, no alert', () => {
  const justNow = supplied(deed({ at: minutesBefore(9.99), recordedAt: minutesBefore(9.99) }));

  test('"already done … minutes ago"', () => {
    expect(summary(supplying(justNow))).toEqual({
      verdict: 'set-aside',
      answerKind: 'already-done-here',
      codes: ['pack/already-done-here'],
      recorded: 'observation',
      severity: 0,
      finding: false,
    });
    expect(supplying(justNow).reasons[0].params).toEqual({ minutesAgo: 9 });
  });

  test('no answer calls a supplied pack fit: a second copy may be in the hand', () => {
    expect(verifying(justNow).verdict).toBe('set-aside');
  });

  test('a time claimed ahead of its record counts as its record time', () => {
    const ahead = deed({ at: minutesBefore(-30), recordedAt: minutesBefore(12) });
    expect(supplying(supplied(ahead)).reasons[0].code).toBe('pack/already-supplied');
  });

  test('another branch did not do it here', () => {
    const answer = supplying(justNow, { location: BRANCH });
    expect(answer.reasons[0]).toMatchObject({ code: 'pack/already-supplied', params: { where: 'branch' } });
  });
});

describe('custody.md 3, "supplied by another organisation; destroyed, exported, sample, stolen": set aside; observation, highest severity', () => {
  test('an earlier supply elsewhere tells the date and the country, never the party', () => {
    const answer = supplying(supplied(elsewhere()));
    expect(summary(answer)).toEqual({
      verdict: 'set-aside',
      answerKind: 'refused-state',
      codes: ['pack/already-supplied'],
      recorded: 'observation',
      severity: 5,
      finding: true,
    });
    expect(answer.reasons).toEqual([
      {
        code: 'pack/already-supplied',
        params: { where: 'elsewhere', date: '2026-06-03', country: 'FR' },
      },
    ]);
    expect(JSON.stringify(answer)).not.toContain(OTHER_PHARMACY.gln);
    expect(JSON.stringify(answer)).not.toContain('b'.repeat(32));
  });

  test.each(['destroyed', 'exported', 'sample', 'free-sample', 'stolen'] as const)('%s', (status) => {
    expect(summary(supplying(ended(status)))).toMatchObject({
      verdict: 'set-aside',
      severity: 5,
      finding: true,
      codes: [`pack/${status}`],
    });
    expect(verifying(ended(status))).toMatchObject({ answerKind: 'known', states: { packState: status } });
  });

  test('a supply of which nothing else is known is somebody else’s', () => {
    const known = facts({ pack: pack({ status: 'supplied', terminal: undefined }) });
    expect(supplying(known).reasons[0]).toMatchObject({ params: { where: 'elsewhere' } });
  });

  test('what the asker itself destroyed names its own event', () => {
    const own = facts({ pack: pack({ status: 'destroyed', terminal: deed() }) });
    expect(supplying(own).reasons[0].event).toBe('a'.repeat(32));
  });

  test('custody.md 1, "a regulator’s statements bind sites in its own country": a theft reported abroad does not', () => {
    const abroad = elsewhere({ reach: { kind: 'only', countries: ['FR'] } });
    const stolen = facts({ pack: pack({ status: 'stolen', terminal: abroad }) });
    expect(supplying(stolen).verdict).toBe('supply');
    expect(supplying({ ...stolen, siteCountry: 'FR' }).reasons[0].code).toBe('pack/stolen');
  });

  test('recalled and supplied elsewhere: the supply decides, both are told', () => {
    expect(summary(supplying({ ...supplied(elsewhere()), batch: recalled() }))).toMatchObject({
      codes: ['pack/already-supplied', 'batch/recalled'],
      severity: 5,
    });
  });

  test('supplied here a minute ago and recalled since: still done, and the recall is told', () => {
    const now = deed({ at: minutesBefore(1), recordedAt: minutesBefore(1) });
    expect(summary(supplying({ ...supplied(now), batch: recalled() }))).toMatchObject({
      answerKind: 'already-done-here',
      codes: ['pack/already-done-here', 'batch/recalled'],
      finding: false,
    });
  });
});

describe('custody.md 3, "batch or expiry different": scan again; once more: set aside; observation, provisional finding', () => {
  const wrongBatch = { lot: lot('L2') };
  const wrongExpiry = { expiry: expiry('280530') };

  test.each<[string, Partial<Asked>, CounterCode, string]>([
    ['batch', wrongBatch, 'pack/batch-mismatch', 'batch-mismatch'],
    ['expiry', wrongExpiry, 'pack/expiry-mismatch', 'expiry-mismatch'],
    ['no batch read', { lot: undefined }, 'pack/batch-mismatch', 'batch-mismatch'],
    ['no expiry read', { expiry: undefined }, 'pack/expiry-mismatch', 'expiry-mismatch'],
  ])('%s', (_what, more, code, answerKind) => {
    for (const answer of [supplying(facts(), more), verifying(facts(), more)]) {
      expect(summary(answer)).toMatchObject({ verdict: 'rescan', answerKind, codes: [code], finding: true });
      expect(answer).toMatchObject({ provisional: true, discloses: false, states: undefined });
    }
  });

  test('day 00 and the last day of the month are one date', () => {
    expect(supplying(facts(), { expiry: expiry('280500') }).verdict).toBe('supply');
  });

  test('case counts in a batch', () => {
    expect(supplying(facts(), { lot: lot('l1') }).reasons[0].code).toBe('pack/batch-mismatch');
  });

  test.each([
    [30, 'set-aside', true],
    [30.01, 'rescan', false],
  ] as const)('"at the same location within 30 minutes": after %s minutes', (minutes, verdict, again) => {
    const answer = supplying(facts({ previous: answered('pack/batch-mismatch', minutes) }), wrongBatch);
    expect(answer).toMatchObject({ verdict, reasons: [{ params: { again } }] });
  });

  test('an answer of a later time is no earlier one: replays may come out of order', () => {
    const known = facts({ previous: answered('pack/batch-mismatch', -1) });
    expect(supplying(known, wrongBatch).verdict).toBe('rescan');
  });

  test('another misread of the pack counts as the first', () => {
    const known = facts({ previous: answered('pack/unknown', 5) });
    expect(supplying(known, wrongExpiry).verdict).toBe('set-aside');
  });

  test('an earlier answer of another kind does not', () => {
    const known = facts({ previous: answered('pack/not-held', 5) });
    expect(supplying(known, wrongExpiry).verdict).toBe('rescan');
  });

  test('a good scan after a bad one is supplied', () => {
    expect(supplying(facts({ previous: answered('pack/batch-mismatch', 1) })).verdict).toBe('supply');
  });

  test('attack: where the batch differs the answer does not say whether the expiry agrees', () => {
    const right = supplying(facts(), wrongBatch);
    const wrong = supplying(facts(), { ...wrongBatch, ...wrongExpiry });
    expect(wrong).toEqual(right);
  });
});

describe('custody.md 3, "serial unknown": scan again; once more: set aside; observation, provisional finding', () => {
  const known = { known: true, expiry: expiry('280531').date, recalls: [] };

  test.each<[string, Partial<CounterFacts>, CounterCode, string]>([
    ['the batch is known', { batch: known }, 'pack/unknown', 'unknown-pack'],
    ['the batch is not known', { batch: { ...known, known: false } }, 'batch/unknown', 'unknown-batch'],
  ])('%s', (_what, more, code, answerKind) => {
    const answer = supplying(without(facts(more), 'pack'));
    expect(summary(answer)).toMatchObject({ verdict: 'rescan', answerKind, codes: [code], finding: true });
    expect(answer).toMatchObject({ provisional: true, discloses: false, states: undefined });
  });

  test('custody.md 2, "until then the counter says unknown": named and never commissioned', () => {
    const named = facts({
      pack: pack({ status: 'unknown', commissioned: undefined, foreignSupply: elsewhere() }),
    });
    expect(supplying(named)).toEqual(supplying(without(facts(), 'pack')));
  });

  test('once more: set aside', () => {
    const again = without(facts({ previous: answered('pack/unknown', 2) }), 'pack');
    expect(supplying(again).verdict).toBe('set-aside');
  });

  test('expired by its print and of an unknown batch: unknown decides, the print is told', () => {
    const answer = supplying(without(facts(), 'pack', 'batch'), { expiry: expiry('261031') });
    expect(summary(answer)).toMatchObject({ verdict: 'rescan', codes: ['batch/unknown', 'batch/expired'] });
  });

  test('a recalled batch is not told with an unknown serial', () => {
    const answer = supplying(without(facts({ batch: recalled() }), 'pack'));
    expect(summary(answer).codes).toEqual(['pack/unknown']);
  });
});

describe('custody.md 3, "product unknown": scan again: "not in the register: may not need checking"; observation', () => {
  const known = without(facts(), 'product');

  test('it overrules everything, and raises nothing', () => {
    expect(summary(supplying(known))).toEqual({
      verdict: 'rescan',
      answerKind: 'unknown-product',
      codes: ['product/unknown'],
      recorded: 'observation',
      severity: 0,
      finding: false,
    });
  });

  test('a second scan says the same', () => {
    expect(supplying({ ...known, previous: answered('product/unknown', 1) }).verdict).toBe('rescan');
  });
});

describe('custody.md 6, "without a matching batch and expiry, an answer tells nothing about a serial"', () => {
  const statuses = [
    'active',
    'supplied',
    'destroyed',
    'exported',
    'sample',
    'free-sample',
    'stolen',
  ] as const;
  const deeds = fc.constantFrom(undefined, deed(), elsewhere(), deed({ location: BRANCH }));
  const anyPack = fc.record({
    status: fc.constantFrom(...statuses),
    place: fc.constantFrom(heldBy(PHARMACY), heldBy(WHOLESALER), transit(WHOLESALER, PHARMACY)),
    terminal: deeds,
    foreignSupply: deeds,
    locked: deeds,
    disputed: fc.boolean(),
  });

  test('attack: whatever became of a pack, a wrong batch always gets the same answer', () => {
    const usual = supplying(facts(), { lot: lot('L2') });
    fc.assert(
      fc.property(anyPack, fc.boolean(), (more, isRecalled) => {
        const known = facts({ pack: pack(more), ...(isRecalled && { batch: recalled() }) });
        expect(supplying(known, { lot: lot('L2') })).toEqual(usual);
      }),
    );
  });

  test('with a match every state of a pack has an answer, of codes that its rows announce, naming nobody else', () => {
    const announced = new Set(COUNTER_ROWS.flatMap(({ codes }) => codes));
    fc.assert(
      fc.property(anyPack, fc.constantFrom(PHARMACY, SISTER, OTHER_PHARMACY, REGULATOR), (more, party) => {
        const answer = supplying(facts({ pack: pack(more), party }));
        expect(answer.reasons.every(({ code }) => announced.has(code) && code in COUNTER_CODES)).toBe(true);
        const own = more.terminal?.by === party.gln || more.foreignSupply?.by === party.gln;
        if (!own) expect(JSON.stringify(answer.reasons)).not.toMatch(/"event"|"location"/);
      }),
    );
  });
});

test('the product is marketed where its master data say so, from the day they name', () => {
  const market = { country: 'DE', marketedFrom: date('2026-11-21'), withdrawnFrom: undefined };
  const soon = facts({ product: { ...PRODUCT, markets: [market] } });
  expect(verifying(soon).states?.productState).toBe('not-marketed');
  expect(verifying(soon, { at: instant('2026-11-21T00:30:00+01:00') }).states?.productState).toBe('marketed');
  expect(verifying(soon).verdict).toBe('supply');
});

test('a session bound to the whole organisation supplies, and its retry is done already', () => {
  const now = supplied(deed({ location: undefined, at: NOW, recordedAt: NOW }));
  expect(supplying(now, { location: undefined }).reasons[0]).toMatchObject({
    code: 'pack/already-done-here',
    params: { minutesAgo: 0 },
  });
  expect(supplying(now, { location: COUNTER }).reasons[0]).toMatchObject({ params: { where: 'branch' } });
});
