import { expect, test } from 'vitest';
import { parseEvent } from '../epcis/parse-event.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { fieldGroupsOf } from './event-fields.ts';

const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/epcis-context.jsonld',
  { one: 'https://ext.example/', other: 'https://ext.example/', third: 'https://third.example/' },
];

const extensionsOf = (members: { readonly [name: string]: Json }) => {
  const event = parseEvent(
    {
      '@context': CONTEXT,
      type: 'ObjectEvent',
      action: 'OBSERVE',
      eventTime: '2026-11-20T08:00:00Z',
      eventTimeZoneOffset: '+00:00',
      epcList: ['https://id.gs1.org/01/09506000134352/21/S1'],
      ...members,
    },
    undefined,
  );
  if (!event.ok) throw new Error(JSON.stringify(event.error));
  const groups = fieldGroupsOf(event.value, { eventHash: 'hash', documentSha256: 'document' });
  return groups.filter(({ name }) => name.startsWith('extension '));
};

test('each namespace of extensions is a group of its own, under the names without their prefix', () => {
  expect(extensionsOf({ 'one:a': 1, 'third:a': { b: [2] }, 'one:c': '3' })).toEqual([
    { name: 'extension https://ext.example/', value: { a: 1, c: '3' } },
    { name: 'extension https://third.example/', value: { a: { b: [2] } } },
  ]);
});

test('of two prefixes for one namespace neither hides what the other says', () => {
  const name = 'extension https://ext.example/';
  expect(extensionsOf({ 'one:a': 1, 'other:a': 2 })).toEqual([{ name, value: { a: [1, 2] } }]);
  expect(extensionsOf({ 'one:a': [1, 2], 'other:a': [3] })).toEqual([{ name, value: { a: [1, 2, 3] } }]);
});
