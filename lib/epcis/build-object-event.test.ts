import { describe, expect, test } from 'vitest';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { buildObjectEvent } from './build-object-event.ts';
import { ilmdLotAndExpiry } from './ilmd-lot-and-expiry.ts';
import { parseEvent } from './parse-event.ts';
import { vialogExtension } from './vialog-extension.ts';

const TIME = Date.UTC(2026, 10, 20, 23, 30) as Instant;
const PACK = 'https://id.gs1.org/01/09520001234569/21/1';

const base = { eventTime: TIME, eventTimeZoneOffset: 60 as OffsetMinutes, action: 'OBSERVE' } as const;

describe('an event that we make', () => {
  test('is accepted by our own strict parser and reads back as it was meant', () => {
    const built = buildObjectEvent({
      ...base,
      action: 'ADD',
      eventID: 'urn:uuid:5a3c1c1e-5a6c-4d4f-9a54-3a1d1f4e8a01',
      epcList: [PACK],
      bizStep: 'commissioning',
      disposition: 'active',
      readPoint: 'https://id.gs1.org/414/9520001000010',
      bizLocation: 'https://id.gs1.org/414/9520001000010',
      bizTransactionList: [
        { type: 'po', id: 'urn:x:1' },
        { type: undefined, id: 'urn:x:2' },
      ],
      sourceList: [{ type: 'possessing_party', id: 'https://id.gs1.org/417/9520001000010' }],
      destinationList: [{ type: 'owning_party', id: 'https://id.gs1.org/417/9520001000027' }],
      errorDeclaration: { declarationTime: TIME, reason: 'incorrect_data', correctiveEventIDs: ['urn:x:3'] },
      lotNumber: 'L-7',
      itemExpirationDate: '2028-05-31' as LocalDate,
      vialog: { originalRecordTime: '2026-11-01T00:00:00Z' },
    });
    const parsed = parseEvent(JSON.parse(JSON.stringify(built)), undefined);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const event = parsed.value;
    expect(event).toMatchObject({
      eventTime: TIME,
      eventTimeZoneOffset: 60,
      action: 'ADD',
      epcList: [PACK],
      bizStep: 'commissioning',
      disposition: 'active',
      readPoint: 'https://id.gs1.org/414/9520001000010',
      bizTransactionList: [
        { type: 'po', id: 'urn:x:1' },
        { type: undefined, id: 'urn:x:2' },
      ],
      sourceList: [{ type: 'possessing_party', id: 'https://id.gs1.org/417/9520001000010' }],
      errorDeclaration: { declarationTime: TIME, reason: 'incorrect_data', correctiveEventIDs: ['urn:x:3'] },
    });
    expect(ilmdLotAndExpiry(event)).toEqual({ lot: 'L-7', expiry: '2028-05-31' });
    expect(vialogExtension(event, 'originalRecordTime')).toBe('2026-11-01T00:00:00Z');
  });

  test('tells the time on the clock of the place', () => {
    const clock = (offset: number) => {
      const { eventTime, eventTimeZoneOffset } = buildObjectEvent({
        ...base,
        eventTimeZoneOffset: offset as OffsetMinutes,
      });
      return [eventTime, eventTimeZoneOffset];
    };
    expect(clock(60)).toEqual(['2026-11-21T00:30:00.000+01:00', '+01:00']);
    expect(clock(0)).toEqual(['2026-11-20T23:30:00.000+00:00', '+00:00']);
    expect(clock(-570)).toEqual(['2026-11-20T14:00:00.000-09:30', '-09:30']);
  });

  test('has no member that nobody gave', () => {
    const recall = buildObjectEvent({
      ...base,
      disposition: 'recalled',
      quantityList: [
        { epcClass: 'https://id.gs1.org/01/09520001234569/10/L-7', quantity: undefined, uom: undefined },
      ],
      vialog: { recallClass: 1, reach: ['DE'] },
    });
    expect(Object.keys(recall)).toEqual([
      '@context',
      'type',
      'eventTime',
      'eventTimeZoneOffset',
      'quantityList',
      'action',
      'disposition',
      'vialog:recallClass',
      'vialog:reach',
    ]);
    expect(recall['quantityList']).toEqual([{ epcClass: 'https://id.gs1.org/01/09520001234569/10/L-7' }]);
    expect(parseEvent(recall, undefined).ok).toBe(true);
  });
});
