import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonItem, JsonItems, type JsonPath } from './json-items.ts';

/** Reads a text in pieces that end at the places named. */
function readIn(text: string, cuts: readonly number[], isWanted: (path: JsonPath) => boolean) {
  const reader = new JsonItems(isWanted);
  const items: JsonItem[] = [];
  let from = 0;
  for (const cut of [...cuts.toSorted((a, b) => a - b), text.length]) {
    const read = reader.read(text.slice(from, cut));
    if (!read.ok) return read.error;
    items.push(...read.value);
    from = Math.max(from, cut);
  }
  const last = reader.end();
  return last.ok ? [...items, ...last.value] : last.error;
}

const everything = (path: JsonPath) => path.length === 0;
const members = (path: JsonPath) => path.length === 2 && path[0] === 'list';

describe('JSON read in pieces', () => {
  test('any JSON, cut anywhere, is what JSON.parse makes of the whole', () => {
    fc.assert(
      fc.property(fc.json(), fc.array(fc.nat(200), { maxLength: 20 }), (text, cuts) => {
        const within = cuts.filter((cut) => cut <= text.length);
        expect(readIn(text, within, everything)).toEqual([{ path: [], value: JSON.parse(text) }]);
      }),
    );
  });

  test('only what was asked for is given, each value by itself and in order', () => {
    const text = '{"a":[1,{"list":[9]}],"list":[{"x":"}]\\"{"}, 2 , "three",null,[4]], "b":"\\\\"}';
    const wanted = [{ x: '}]"{' }, 2, 'three', null, [4]].map((value, at) => ({ path: ['list', at], value }));
    for (let cut = 0; cut <= text.length; cut++) expect(readIn(text, [cut], members)).toEqual(wanted);
  });

  test.each(
    [
      '',
      '{',
      '[1,]',
      '{"a" 1}',
      '{"a":1,}',
      '[1 2]',
      '{a:1}',
      'nul',
      '01',
      '"x',
      '[1]]',
      '1 2',
      '{"a":}',
      '["\n"]',
      '}',
      ',',
    ].map((text) => [text]),
  )('%j is no JSON, whole or in pieces', (text) => {
    expect(() => JSON.parse(text)).toThrow();
    for (let cut = 0; cut <= text.length; cut++)
      expect(readIn(text, [cut], members)).toMatchObject({ code: 'json/syntax' });
  });

  test('a fault has its place in the whole text', () => {
    expect(readIn('{"list":[1,2],\n  x:3}', [7, 12], members)).toEqual({ code: 'json/syntax', at: 17 });
  });

  test('a value that is longer than may be kept ends the reading', () => {
    const reader = new JsonItems(everything);
    const piece = `${'x'.repeat(1 << 16)}`;
    expect(reader.read('["')).toEqual({ ok: true, value: [] });
    let read = reader.read(piece);
    for (let n = 0; n < 20 && read.ok; n++) read = reader.read(piece);
    expect(read).toEqual({ ok: false, error: { code: 'json/too-long', at: 0 } });
  });
});
