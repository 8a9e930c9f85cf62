import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackState } from '../pack-state.ts';
import type { PartyFacts } from '../party-facts.ts';
import type { CounterCode } from './counter-codes.ts';
import type { CounterFacts } from './counter-facts.ts';
import {
  BRANCH,
  date,
  daysBefore,
  deed,
  elsewhere,
  FRENCH_REGULATOR,
  facts,
  heldBy,
  LOGISTICS,
  lot,
  MANUFACTURER,
  minutesBefore,
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
import type { ChangeKind, CounterRequest } from './counter-request.ts';
import { judgeChange } from './judge-change.ts';
import { overruledUndo } from './overruled-undo.ts';
import { undoTarget } from './undo-target.ts';

const wish = (kind: ChangeKind, known: CounterFacts, more: Partial<CounterRequest<ChangeKind>> = {}) =>
  judgeChange({ ...request<ChangeKind>({ kind }), party: known.party.gln, ...more }, known);

const codesOf = (...args: Parameters<typeof wish>) => wish(...args).reasons.map(({ code }) => code);

/** `party` holds the pack and asks. */
const holding = (party: PartyFacts, more: Partial<PackState> = {}) =>
  facts({ party, holder: party, pack: pack({ place: heldBy(party), ...more }) });

const asking = (party: PartyFacts, known: CounterFacts = facts()): CounterFacts => ({ ...known, party });

const REFUSED = { answerKind: 'refused-state', recorded: 'observation', verdict: 'set-aside' };
const DONE = { answerKind: 'known', recorded: 'applied' };

describe('custody.md 1, column "who may say it"', () => {
  test.each<[ChangeKind, string, PartyFacts, boolean]>([
    ['destroyed', 'current holder', PHARMACY, true],
    ['exported', 'current holder, if wholesaler or manufacturer', WHOLESALER, true],
    ['exported', 'current holder, if wholesaler or manufacturer', MANUFACTURER, true],
    ['exported', 'current holder, if wholesaler or manufacturer', PHARMACY, false],
    ['sample', 'current holder', PHARMACY, true],
    ['free-sample', 'free sample: manufacturer', MANUFACTURER, true],
    ['free-sample', 'free sample: manufacturer', WHOLESALER, false],
    ['stolen', 'current holder, GTIN holder, regulator', PHARMACY, true],
    ['locked', 'GTIN holder, regulator', PHARMACY, false],
    ['locked', 'GTIN holder, regulator', MANUFACTURER, true],
  ])('%s: "%s", by a holder that is %o', (kind, _who, party, allowed) => {
    const answer = wish(kind, holding(party));
    expect(answer).toMatchObject(allowed ? DONE : { ...REFUSED, reasons: [{ code: 'pack/not-entitled' }] });
    if (allowed) {
      expect(answer.states?.packState).toBe(kind);
      expect(answer.reasons[0]).toEqual({ code: 'pack/changed', params: { state: kind } });
    }
  });

  test.each<[ChangeKind, PartyFacts, boolean]>([
    ['destroyed', OTHER_PHARMACY, false],
    ['destroyed', SISTER, false],
    ['destroyed', MANUFACTURER, false],
    ['exported', WHOLESALER, false],
    ['sample', OTHER_PHARMACY, false],
    ['stolen', OTHER_PHARMACY, false],
    ['stolen', MANUFACTURER, true],
    ['stolen', REGULATOR, true],
    ['locked', REGULATOR, true],
    ['locked', MANUFACTURER, true],
  ])('%s of what the pharmacy holds, asked by %o: %s', (kind, party, allowed) => {
    const answer = wish(kind, asking(party));
    expect(answer).toMatchObject(allowed ? DONE : { ...REFUSED, reasons: [{ code: 'pack/not-held' }] });
  });

  test('custody.md 2, "neither holds the pack nor has a visible delivery of it": sender and consignee have it', () => {
    for (const party of [WHOLESALER, PHARMACY]) {
      const onTheWay = facts({ party, pack: pack({ place: transit(WHOLESALER, PHARMACY) }) });
      expect(wish('destroyed', onTheWay)).toMatchObject(DONE);
    }
  });

  test('whoever awaits a pack cannot report it stolen, its sender can', () => {
    const onTheWay = facts({ holder: WHOLESALER, pack: pack({ place: transit(WHOLESALER, PHARMACY) }) });
    expect(wish('stolen', onTheWay)).toMatchObject({ ...REFUSED, reasons: [{ code: 'pack/not-held' }] });
    expect(wish('stolen', asking(WHOLESALER, onTheWay))).toMatchObject(DONE);
  });

  test('a pack that a stranger reported as supplied is still locked by those who look into it', () => {
    const disputed = facts({ pack: pack({ foreignSupply: elsewhere() }) });
    for (const party of [MANUFACTURER, REGULATOR]) {
      expect(wish('locked', asking(party, disputed))).toMatchObject(DONE);
      expect(wish('stolen', asking(party, disputed))).toMatchObject(DONE);
    }
  });

  test('custody.md 5, "agents (who may report for it)": the holder’s role counts, not the agent’s', () => {
    const served = { ...MANUFACTURER, agents: [LOGISTICS.gln] };
    const known = facts({ party: LOGISTICS, holder: served, pack: pack({ place: heldBy(served) }) });
    expect(wish('exported', known)).toMatchObject(DONE);
    expect(wish('exported', { ...known, holder: MANUFACTURER })).toMatchObject(REFUSED);
  });

  test('a sandbox organisation plays every part', () => {
    expect(wish('exported', { ...holding(PHARMACY), sandbox: true })).toMatchObject(DONE);
  });
});

describe('custody.md 2, "anything on a terminal pack but its undo, its return and its destruction" is without effect', () => {
  test.each<[ChangeKind, Partial<PackState>, CounterCode]>([
    ['exported', { status: 'supplied', terminal: elsewhere() }, 'pack/already-supplied'],
    ['sample', { status: 'destroyed', terminal: elsewhere() }, 'pack/destroyed'],
    ['locked', { status: 'exported', terminal: elsewhere() }, 'pack/exported'],
    ['stolen', { status: 'sample', terminal: elsewhere() }, 'pack/sample'],
    ['stolen', { status: 'stolen', terminal: elsewhere() }, 'pack/stolen'],
    ['free-sample', { status: 'free-sample', terminal: elsewhere() }, 'pack/free-sample'],
    ['destroyed', { status: 'destroyed', terminal: elsewhere() }, 'pack/destroyed'],
  ])('%s from %o: 409 %s', (kind, more, code) => {
    expect(wish(kind, holding(MANUFACTURER, more))).toMatchObject({ ...REFUSED, reasons: [{ code }] });
  });

  test.each([
    ['a minute ago', minutesBefore(1), BRANCH],
    ['a minute ago, here', minutesBefore(1), request().location],
    ['yesterday', daysBefore(1), request().location],
  ])('the asker’s own supply of %s is told as its own', (_when, at, location) => {
    const own = deed({ at, recordedAt: at, location });
    const answer = wish('sample', holding(PHARMACY, { status: 'supplied', terminal: own }));
    expect(answer).toMatchObject({
      ...REFUSED,
      reasons: [{ code: 'pack/already-supplied', event: own.event }],
    });
  });

  test.each(['supplied', 'exported', 'sample', 'free-sample', 'stolen'] as const)(
    '"destroying a terminal, expired or recalled pack is in order": %s',
    (status) => {
      const known = holding(PHARMACY, { status, terminal: deed(), expiry: date('2026-01-31') });
      const answer = wish(
        'destroyed',
        { ...known, batch: recalled() },
        { expiry: { printed: '260131', date: date('2026-01-31') } },
      );
      expect(answer).toMatchObject({ ...DONE, finding: false, states: { packState: 'destroyed' } });
    },
  );

  test('a lock on a lock is refused', () => {
    const known = holding(MANUFACTURER, { locked: elsewhere() });
    expect(wish('locked', known)).toMatchObject({ ...REFUSED, reasons: [{ code: 'pack/locked' }] });
  });

  test('an unfit pack that is exported goes, and is looked into', () => {
    const answer = wish('exported', { ...holding(WHOLESALER), batch: recalled() });
    expect(answer).toMatchObject({ ...DONE, finding: true, severity: 4 });
    expect(answer.reasons.map(({ code }) => code)).toEqual(['pack/changed', 'batch/recalled']);
  });
});

describe('custody.md 1, "undone under 10 days of record time, same location, and not recalled, withdrawn, expired, stolen"', () => {
  const suppliedHere = (more = {}, rest: Partial<CounterFacts> = {}) =>
    facts({ pack: pack({ status: 'supplied', terminal: deed(more) }), ...rest });

  test('a supply is undone, and the pack is judged anew', () => {
    const answer = wish('active', suppliedHere());
    expect(answer).toMatchObject({
      ...DONE,
      verdict: 'supply',
      states: { packState: 'active', state: 'active' },
    });
    expect(undoTarget(suppliedHere())).toMatchObject({ means: 'error-declaration', deed: deed() });
  });

  test.each(['exported', 'sample', 'free-sample'] as const)('"as supplied": %s', (status) => {
    const known = facts({ pack: pack({ status, terminal: deed() }) });
    expect(wish('active', known)).toMatchObject({ ...DONE, verdict: 'supply' });
  });

  test.each([
    [9.999, 'known'],
    [10, 'refused-state'],
  ] as const)('%s days after its record: %s', (days, answerKind) => {
    const answer = wish('active', suppliedHere({ at: daysBefore(30), recordedAt: daysBefore(days) }));
    expect(answer.answerKind).toBe(answerKind);
    if (answerKind === 'refused-state') expect(answer.reasons[0].code).toBe('pack/undo-too-late');
  });

  test.each<[string, CounterFacts, CounterCode]>([
    ['at another location', suppliedHere({ location: BRANCH }), 'pack/undo-elsewhere'],
    ['recalled', suppliedHere({}, { batch: recalled() }), 'batch/recalled'],
    [
      'withdrawn',
      suppliedHere(
        {},
        {
          product: {
            ...PRODUCT,
            markets: [{ country: 'DE', marketedFrom: date('2020-01-01'), withdrawnFrom: date('2026-11-01') }],
          },
        },
      ),
      'product/withdrawn',
    ],
    [
      'destroyed: "never"',
      facts({ pack: pack({ status: 'destroyed', terminal: deed() }) }),
      'pack/destroyed',
    ],
    ['stolen', facts({ pack: pack({ status: 'stolen', terminal: deed() }) }), 'pack/stolen'],
    ['active', facts(), 'pack/undo-nothing'],
  ])('%s: refused with its reason', (_what, known, code) => {
    expect(wish('active', known)).toMatchObject({ ...REFUSED, reasons: [{ code }] });
  });

  test('expired: refused with its reason', () => {
    const old = { printed: '261031', date: date('2026-10-31') };
    const known = facts({ pack: pack({ status: 'supplied', terminal: deed(), expiry: old.date }) });
    expect(codesOf('active', known, { expiry: old })).toEqual(['batch/expired']);
  });

  test('custody.md 2, "on which applied events of others rest": a pack that went back is not undone', () => {
    const returned = facts({
      pack: pack({ status: 'supplied', terminal: deed(), place: heldBy(WHOLESALER) }),
      holder: WHOLESALER,
    });
    expect(codesOf('active', returned)).toEqual(['pack/undo-moved-on']);
    const onItsWay = facts({
      pack: pack({ status: 'supplied', terminal: deed(), place: transit(PHARMACY, WHOLESALER) }),
    });
    expect(wish('active', onItsWay)).toMatchObject(DONE);
  });

  test('an undo that the history forbids is refused like any other', () => {
    expect(overruledUndo(request({ kind: 'active' }), suppliedHere())).toMatchObject({
      ...REFUSED,
      reasons: [{ code: 'pack/undo-moved-on' }],
      states: { packState: 'supplied' },
    });
  });

  test('attack: nobody revives another’s pack, and who tries is looked into', () => {
    const known = facts({ pack: pack({ status: 'supplied', terminal: elsewhere() }) });
    for (const party of [PHARMACY, SISTER, MANUFACTURER, WHOLESALER, REGULATOR]) {
      const answer = wish('active', asking(party, known));
      expect(answer).toMatchObject({ ...REFUSED, finding: true, reasons: [{ code: 'pack/undo-not-yours' }] });
    }
  });

  test('whoever supplied what it did not hold takes its own word back, and the pack stays with its holder', () => {
    const foreign = { place: heldBy(WHOLESALER), foreignSupply: deed() };
    const known = facts({ pack: pack(foreign), holder: WHOLESALER, custodyCoverage: 1 });
    expect(wish('active', known)).toMatchObject({ ...DONE, verdict: 'set-aside' });
    expect(codesOf('active', known)).toEqual(['pack/changed', 'pack/not-held']);
  });

  test('who holds the pack by now still takes back that it supplied it too early', () => {
    const known = facts({ pack: pack({ foreignSupply: deed(), locked: elsewhere() }) });
    expect(undoTarget(known)).toMatchObject({
      means: 'error-declaration',
      after: { foreignSupply: undefined },
    });
    expect(wish('active', known)).toMatchObject({ ...DONE, states: { packState: 'locked' } });
  });

  test('another’s supply of what it did not hold is not the holder’s to undo', () => {
    const known = facts({ pack: pack({ foreignSupply: elsewhere() }) });
    expect(codesOf('active', known)).toEqual(['pack/undo-nothing']);
  });

  test('a supply undone under a lock leaves a locked pack', () => {
    const known = facts({ pack: pack({ status: 'supplied', terminal: deed(), locked: elsewhere() }) });
    expect(wish('active', known)).toMatchObject({
      ...DONE,
      verdict: 'set-aside',
      states: { packState: 'locked' },
    });
  });
});

describe('custody.md 1: a theft is undone by "a regulator", a lock by "who locked, or a regulator"', () => {
  const stolen = facts({ pack: pack({ status: 'stolen', terminal: elsewhere() }) });
  const locked = facts({ pack: pack({ locked: deed({ by: MANUFACTURER.gln, event: 'e'.repeat(32) }) }) });

  test('a regulator lifts both', () => {
    expect(wish('active', asking(REGULATOR, stolen))).toMatchObject(DONE);
    expect(wish('active', asking(REGULATOR, locked))).toMatchObject(DONE);
    expect(undoTarget(asking(REGULATOR, stolen))?.means).toBe('lift');
  });

  test('who locked unlocks; others do not', () => {
    expect(wish('active', asking(MANUFACTURER, locked))).toMatchObject(DONE);
    expect(wish('active', asking(PHARMACY, locked))).toMatchObject({
      ...REFUSED,
      reasons: [{ code: 'pack/locked' }],
    });
  });

  test('one’s own lock is lifted before another’s, which stays', () => {
    const both = facts({
      party: MANUFACTURER,
      pack: pack({ locked: elsewhere(), otherLocks: [deed({ by: MANUFACTURER.gln })] }),
    });
    expect(undoTarget(both)).toMatchObject({ deed: { by: MANUFACTURER.gln }, after: { otherLocks: [] } });
    expect(wish('active', both)).toMatchObject({ ...DONE, states: { packState: 'locked' } });
  });

  test('who reported the theft cannot lift it', () => {
    const own = facts({ pack: pack({ status: 'stolen', terminal: deed() }) });
    expect(wish('active', own)).toMatchObject({ ...REFUSED, reasons: [{ code: 'pack/stolen' }] });
  });

  test('a regulator has nothing to lift where the theft does not bind its country', () => {
    const abroad = elsewhere({ reach: { kind: 'only', countries: ['DE'] } });
    const known = facts({
      party: FRENCH_REGULATOR,
      siteCountry: 'FR',
      pack: pack({ status: 'stolen', terminal: abroad }),
    });
    expect(codesOf('active', known)).toEqual(['pack/undo-nothing']);
  });
});

describe('custody.md 6: a change asks for the matching batch and expiry like anything else', () => {
  const kinds = ['active', 'destroyed', 'exported', 'sample', 'free-sample', 'locked', 'stolen'] as const;

  test('attack: a regulator’s key learns nothing of a serial from a wrong batch', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom('active', 'supplied', 'stolen'),
        (kind, status) => {
          const known = facts({ party: REGULATOR, pack: pack({ status, terminal: elsewhere() }) });
          const answer = wish(kind, known, { lot: lot('L2') });
          expect(answer).toEqual(wish('active', asking(REGULATOR), { lot: lot('L2') }));
          expect(answer).toMatchObject({ answerKind: 'batch-mismatch', discloses: false, states: undefined });
        },
      ),
    );
  });

  test('what is unknown cannot be changed', () => {
    expect(wish('destroyed', without(facts(), 'pack')).answerKind).toBe('unknown-pack');
    expect(wish('destroyed', without(facts(), 'product')).answerKind).toBe('unknown-product');
  });
});
