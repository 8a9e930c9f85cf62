import { describe, expect, test } from 'vitest';
import { COUNTER_CODES } from './counter-codes.ts';
import {
  BRANCH,
  date,
  deed,
  elsewhere,
  facts,
  minutesBefore,
  OTHER_PHARMACY,
  pack,
  recalled,
  request,
} from './counter-in-tests.ts';
import type { CounterReason } from './counter-reason.ts';
import { counterText } from './counter-texts.ts';
import { judgeAtCounter } from './judge-at-counter.ts';

const day = date('2026-06-03');
const told = { date: day, country: 'FR' };

/** One reason of every code. */
const EVERY: readonly CounterReason[] = [
  { code: 'pack/held', params: { since: day } },
  { code: 'container/unpacking-inferred', params: { since: day } },
  { code: 'pack/shipment-open', params: { since: day } },
  { code: 'pack/receipt-inferred', params: { since: day } },
  { code: 'pack/held-in-group', params: {} },
  { code: 'pack/not-held', params: { suppliable: false } },
  { code: 'pack/supplied-by-non-holder', params: { ...told, own: true } },
  { code: 'pack/not-entitled', params: { state: 'free-sample' } },
  { code: 'pack/locked', params: {} },
  { code: 'pack/already-supplied', params: { where: 'elsewhere', ...told } },
  { code: 'pack/already-done-here', params: { minutesAgo: 3 } },
  { code: 'pack/destroyed', params: told },
  { code: 'pack/exported', params: told },
  { code: 'pack/sample', params: told },
  { code: 'pack/free-sample', params: {} },
  { code: 'pack/stolen', params: told },
  { code: 'pack/batch-mismatch', params: { again: false } },
  { code: 'pack/expiry-mismatch', params: { again: true } },
  { code: 'pack/unknown', params: { again: false } },
  { code: 'pack/changed', params: { state: 'active' } },
  { code: 'pack/undo-too-late', params: { date: day } },
  { code: 'pack/undo-elsewhere', params: { date: day, location: BRANCH } },
  { code: 'pack/undo-not-yours', params: {} },
  { code: 'pack/undo-moved-on', params: {} },
  { code: 'pack/undo-nothing', params: {} },
  { code: 'batch/unknown', params: { again: true } },
  { code: 'batch/recalled', params: { since: day, recallClass: 'I' } },
  { code: 'batch/expired', params: { expiry: day } },
  { code: 'product/unknown', params: {} },
  { code: 'product/withdrawn', params: { since: day, country: 'NL' } },
];

test('every code has a sentence that ends, and holds neither a code nor a gap', () => {
  expect(EVERY.map(({ code }) => code).sort()).toEqual(Object.keys(COUNTER_CODES).sort());
  for (const reason of EVERY) {
    const text = counterText(reason);
    expect(text).toMatch(/^[A-Z].*[.?]$/);
    expect(text).not.toMatch(/undefined|null|\w\/\w| {2}|2026-06/);
  }
});

test('the sentence of screens.md for an earlier supply elsewhere', () => {
  const [reason] = judgeAtCounter(
    request(),
    facts({ pack: pack({ status: 'supplied', terminal: elsewhere() }) }),
  ).reasons;
  expect(counterText(reason)).toBe(
    'This pack was already supplied on 3 June 2026 in France, not by you. It is not genuine, or was resold. Set it aside.',
  );
});

test('the sentence of custody.md 3 for a branch, with the branch’s own name', () => {
  const [reason] = judgeAtCounter(
    request(),
    facts({ pack: pack({ status: 'supplied', terminal: deed({ location: BRANCH }) }) }),
  ).reasons;
  expect(counterText(reason, (gln) => (gln === BRANCH ? 'Market Square' : undefined))).toBe(
    'Supplied at Market Square on 20 November 2026; most likely the wrong pack was scanned. Set it aside and scan the other one.',
  );
  expect(counterText(reason)).toContain(`at your location ${BRANCH}`);
});

test.each([
  [0, 'less than a minute'],
  [1, '1 minute'],
  [9, '9 minutes'],
])('the sentence of custody.md 3 for a supply %s minutes ago', (minutes, words) => {
  const at = minutesBefore(minutes);
  const just = facts({ pack: pack({ status: 'supplied', terminal: deed({ at, recordedAt: at }) }) });
  expect(counterText(judgeAtCounter(request(), just).reasons[0])).toBe(
    `Already done ${words} ago. A second pack in your hand? Set it aside.`,
  );
});

test('a country that English gives an article has it', () => {
  expect(counterText({ code: 'product/withdrawn', params: { since: day, country: 'NL' } })).toContain(
    'withdrawn in the Netherlands since 3 June 2026',
  );
});

describe('custody.md 6, "never the party"', () => {
  test('no text of any reason names another organisation', () => {
    const worst = facts({
      batch: recalled(),
      pack: pack({
        status: 'stolen',
        terminal: elsewhere(),
        foreignSupply: elsewhere(),
        locked: elsewhere(),
      }),
    });
    const { reasons } = judgeAtCounter(request(), worst);
    expect(reasons.length).toBeGreaterThan(2);
    const texts = reasons.map((reason) => counterText(reason)).join(' ');
    expect(texts).not.toContain(OTHER_PHARMACY.gln);
    expect(texts).not.toContain(OTHER_PHARMACY.name);
  });
});
