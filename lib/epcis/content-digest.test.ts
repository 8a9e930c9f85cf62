import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hexOf } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { contentDigestOf } from './content-digest.ts';
import { parseEvent } from './parse-event.ts';

const EVENT = {
  type: 'ObjectEvent',
  eventTime: '2026-11-20T08:00:00Z',
  eventTimeZoneOffset: '+00:00',
  action: 'OBSERVE',
  epcList: ['urn:x:1'],
  'ext:a': 1,
};

function digest(json: object, context: Json = [{ ext: 'urn:ext:' }]): string {
  const parsed = parseEvent(json, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return hexOf(contentDigestOf(parsed.value));
}

test('the digest is SHA-256 over canonical JSON of the event and the namespaces it uses', () => {
  const text =
    '{"event":{"action":"OBSERVE","epcList":["urn:x:1"],"eventTime":"2026-11-20T08:00:00Z",' +
    '"eventTimeZoneOffset":"+00:00","ext:a":1,"type":"ObjectEvent"},"namespaces":{"ext":"urn:ext:"}}';
  expect(digest(EVENT)).toBe(createHash('sha256').update(text).digest('hex'));
});

test('the same content has one digest: order of members, record time and form of context do not matter', () => {
  const same = digest(EVENT);
  expect(digest(Object.fromEntries(Object.entries(EVENT).reverse()))).toBe(same);
  expect(digest({ ...EVENT, recordTime: '2026-11-21T00:00:00Z' })).toBe(same);
  expect(digest(EVENT, ['https://example.com/c.jsonld', { unused: 'urn:u:' }, { ext: 'urn:ext:' }])).toBe(
    same,
  );
  expect(digest({ ...EVENT, '@context': { ext: 'urn:ext:' } }, [])).toBe(same);
});

test('other content has another', () => {
  const one = digest(EVENT);
  for (const change of [{ 'ext:a': 2 }, { eventID: 'urn:x:2' }, { eventTime: '2026-11-20T08:00:00.000Z' }]) {
    expect(digest({ ...EVENT, ...change })).not.toBe(one);
  }
  expect(digest(EVENT, [{ ext: 'urn:other:' }])).not.toBe(one);
});
