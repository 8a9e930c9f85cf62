import { expect, test } from 'vitest';
import { parseSignatures } from './parse-signatures.ts';

const bytes = (n: number): Uint8Array => new Uint8Array(64).fill(n);
const member = (at: number | string, n: number): string =>
  `e${at}=:${Buffer.from(bytes(n)).toString('base64')}:`;
const read = (header: string, events: number) => parseSignatures(new Headers({ signature: header }), events);

test('each event finds its signature by its place, in whatever order they are sent', () => {
  expect(parseSignatures(new Headers(), 2)).toEqual({ ok: true, value: undefined });
  const value = [bytes(7), bytes(8)];
  expect(read(`${member(0, 7)}, ${member(1, 8)}`, 2)).toEqual({ ok: true, value });
  expect(read(`${member(1, 8)},${member(0, 7)}`, 2)).toEqual({ ok: true, value });
});

test.each([
  ['one too few', member(0, 7), 2],
  ['one too many', `${member(0, 7)}, ${member(1, 7)}`, 1],
  ['one twice', `${member(0, 7)}, ${member(0, 7)}`, 2],
  ['a place that there is not', member(1, 7), 1],
  ['a place spelled otherwise', member('00', 7), 1],
  ['63 bytes', `e0=:${Buffer.alloc(63).toString('base64')}:`, 1],
  ['stray bits', `e0=:${'A'.repeat(85)}B==:`, 1],
  ['no dictionary', Buffer.alloc(64).toString('base64'), 1],
  ['nothing', '', 1],
])('%s is refused', (_, header, events) => {
  expect(read(header, events)).toMatchObject({ ok: false, error: { code: 'header/signature' } });
});
