import { describe, expect, test } from 'vitest';
import { parseRuledSerial, type SerialRule } from './serial-rule.ts';

const faultOf = (serial: string, rule: SerialRule) => {
  const parsed = parseRuledSerial(serial, rule);
  return parsed.ok ? undefined : parsed.error;
};

const rule = {
  policy: { alphabet: '0123456789AB', length: 4 },
  reserved: [{ first: '1000', last: '1999' }],
};

describe('the rule of a product’s serial numbers', () => {
  test.each([
    ['2000', undefined],
    ['0AB9', undefined],
    ['200', { code: 'serial/policy-length', length: 3, want: 4 }],
    ['20000', { code: 'serial/policy-length', length: 5, want: 4 }],
    ['20C0', { code: 'serial/policy-character', at: 2 }],
    ['1000', { code: 'serial/reserved', first: '1000', last: '1999' }],
    ['1999', { code: 'serial/reserved', first: '1000', last: '1999' }],
    ['0999', undefined],
    // Behind 1999, character by character.
    ['199A', undefined],
  ])('%s', (serial, fault) => {
    expect(faultOf(serial, rule)).toEqual(fault);
  });

  test('without a policy any serial number of GS1 will do, and nothing else', () => {
    const any = { policy: undefined, reserved: [] };
    expect(faultOf('x', any)).toBeUndefined();
    expect(faultOf('two words', any)).toMatchObject({ at: 3 });
    expect(faultOf('', any)).toBeDefined();
  });

  test('a range holds only serial numbers of its own length', () => {
    const any = { policy: undefined, reserved: rule.reserved };
    expect(faultOf('15000', any)).toBeUndefined();
    expect(faultOf('1500', any)).toMatchObject({ code: 'serial/reserved' });
  });
});
