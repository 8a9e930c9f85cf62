import { describe, expect, test } from 'vitest';
import { parseSerial } from '../../gs1/serial.ts';
import { gtin, instant, lot, sure } from '../counter/counter-in-tests.ts';
import type { EventFacts } from './event-facts.ts';
import type { Grant } from './grant.ts';
import { grantCovers } from './grant-covers.ts';
import { AT, event, grant, PARTNER, reader, subject } from './visibility-in-tests.ts';
import { visibilityOf } from './visibility-of.ts';

const serial = (text: string) => sure(parseSerial(text));
const sees = (given: Grant, facts: Partial<EventFacts> = {}) =>
  visibilityOf(reader('wholesaler'), event(facts), [given], AT);

describe('custody.md 6, "a row in grant (from, to, what, purpose, from when, until, revoked)"', () => {
  test.each<[string, Partial<Grant>, boolean]>([
    ['in force', {}, true],
    ['given to another', { to: PARTNER }, false],
    ['given by who did not report the event', { from: PARTNER }, false],
    ['for another purpose', { purpose: 'inspection' }, false],
    ['from this moment on', { validFrom: AT }, true],
    ['not yet', { validFrom: instant('2026-11-20T09:00:00.001Z') }, false],
    ['until this moment', { validUntil: AT }, false],
    ['until a moment later', { validUntil: instant('2026-11-20T09:00:00.001Z') }, true],
    ['revoked at this moment', { revokedAt: AT }, false],
    ['to be revoked later', { revokedAt: instant('2026-11-21T00:00:00Z') }, true],
  ])('%s', (_what, more, covers) => {
    expect(grantCovers(grant(more), reader('wholesaler'), event(), AT)).toBe(covers);
    expect(sees(grant(more))).toBe(covers ? 'whole' : 'hidden');
  });

  test('a regulator’s grant is one for inspection', () => {
    const more = grant({ purpose: 'inspection' });
    expect(visibilityOf(reader('regulator'), event(), [more], AT)).toBe('whole');
  });
});

describe('"what it says"', () => {
  test.each<[string, Partial<Grant['what']>, string]>([
    ['everything', {}, 'whole'],
    ['the outline of everything', { show: 'outline' }, 'outline'],
    ['this event', { event: 'a'.repeat(32) }, 'whole'],
    ['another event', { event: 'b'.repeat(32) }, 'hidden'],
    ['the product', { gtin: gtin(1) }, 'whole'],
    ['another product', { gtin: gtin(2) }, 'hidden'],
    ['the batch', { gtin: gtin(1), lot: lot('L1') }, 'whole'],
    ['another batch', { gtin: gtin(1), lot: lot('L2') }, 'hidden'],
    ['one of two packs', { gtin: gtin(1), serial: serial('S1') }, 'outline'],
    ['another pack', { gtin: gtin(1), serial: serial('S9') }, 'hidden'],
    ['this event, and another batch', { event: 'a'.repeat(32), lot: lot('L2') }, 'hidden'],
  ])('%s: %s', (_what, what, seen) => {
    expect(sees(grant({}, what))).toBe(seen);
  });

  test('a pack that is alone in the event is seen whole', () => {
    const what = { gtin: gtin(1), serial: serial('S1') };
    expect(sees(grant({}, what), { subjects: [subject('S1')] })).toBe('whole');
  });

  test('attack: a grant of one pack does not open the other packs of its shipment', () => {
    const what = { gtin: gtin(1), serial: serial('S1') };
    const many = Array.from({ length: 500 }, (_, i) => subject(`S${i}`));
    expect(sees(grant({}, what), { subjects: many })).toBe('outline');
  });

  test('a grant of a batch does not cover a pack whose batch is not known, nor an event that names nothing', () => {
    const what = { gtin: gtin(1), lot: lot('L1') };
    expect(sees(grant({}, what), { subjects: [{ ...subject('S1'), lot: undefined }] })).toBe('hidden');
    expect(sees(grant({}, what), { subjects: [] })).toBe('hidden');
  });
});
