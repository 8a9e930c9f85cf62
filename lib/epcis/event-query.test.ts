import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEventQuery } from './event-query.ts';
import { formatNextPageToken, parseNextPageToken } from './page-token.ts';

const query = (text: string) => parseEventQuery(new URLSearchParams(text));

const EMPTY = {
  matchEpc: undefined,
  eqBizStep: undefined,
  geEventTime: undefined,
  ltEventTime: undefined,
  perPage: 30,
  after: undefined,
};

test('no parameters ask for the first thirty events', () => {
  expect(query('')).toEqual({ ok: true, value: EMPTY });
});

test('each parameter sets its part, lists divided by bars', () => {
  const token = formatNextPageToken({ order: 17n });
  const epcs = 'urn:epc:id:sgtin:0614141.107346.2017|https://example.com/01/70614141123451/21/2018';
  const parameters = new URLSearchParams({
    MATCH_epc: epcs,
    EQ_bizStep: 'shipping|urn:epcglobal:cbv:bizstep:receiving|https://example.com/steps/drying',
    GE_eventTime: '2026-11-20T08:00:00+01:00',
    LT_eventTime: '2026-11-21T00:00:00Z',
    perPage: '1000',
    nextPageToken: token,
  });
  expect(parseEventQuery(parameters)).toEqual({
    ok: true,
    value: {
      matchEpc: [
        { kind: 'object', uri: 'https://id.gs1.org/01/10614141073464/21/2017' },
        { kind: 'object', uri: 'https://id.gs1.org/01/70614141123451/21/2018' },
      ],
      eqBizStep: ['shipping', 'receiving', 'https://example.com/steps/drying'],
      geEventTime: Date.UTC(2026, 10, 20, 7),
      ltEventTime: Date.UTC(2026, 10, 21),
      perPage: 1000,
      after: { order: 17n },
    },
  });
});

test('a pattern asks for every serial of a product', () => {
  expect(query('MATCH_epc=urn:epc:idpat:sgtin:0614141.107346.*')).toMatchObject({
    value: { matchEpc: [{ kind: 'class', uri: 'https://id.gs1.org/01/10614141073464' }] },
  });
});

describe('what cannot be answered as asked is refused by name', () => {
  test.each([
    ['MATCH_parentID', 'MATCH_parentID=urn:x:1'],
    ['EQ_INNER_https://example.com#a', 'EQ_INNER_https://example.com%23a=1'],
    ['constructor', 'constructor=1'],
    ['perPage', 'perPage=0'],
    ['perPage', 'perPage=1001'],
    ['perPage', 'perPage=ten'],
    ['perPage', 'perPage=5&perPage=6'],
    ['nextPageToken', 'nextPageToken=30'],
    ['MATCH_epc', 'MATCH_epc='],
    ['MATCH_epc', 'MATCH_epc=2017'],
    ['MATCH_epc', 'MATCH_epc=urn:epc:idpat:sgtin:0614141.*.*'],
    ['EQ_bizStep', 'EQ_bizStep=teleporting'],
    ['GE_eventTime', 'GE_eventTime=2026-11-20'],
    ['LT_eventTime', 'LT_eventTime=2026-11-20T08:00:00+01:00'],
  ])('%s in %s', (parameter, text) => {
    expect(query(text)).toMatchObject({
      ok: false,
      error: {
        code: 'epcis/query-parameter',
        exception: 'epcisException:QueryParameterException',
        parameter,
      },
    });
  });
});

describe('page tokens', () => {
  test('carry any place in the order and have one spelling', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 63n - 1n), (order) => {
        const token = formatNextPageToken({ order });
        expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(parseNextPageToken(token)).toEqual({ order });
      }),
    );
  });

  test('that we have not written are refused', () => {
    for (const text of ['', 'AAAAAAAAABE=', 'AAAAAAAAABF', '__________8', 'AAAAAAAAAB', 'AAAAAAAAAB+']) {
      expect(parseNextPageToken(text)).toBeUndefined();
    }
  });
});
