import { GS } from '../gs1/group-separator.ts';

/** A symbol of the self-test: element strings of no pack, which no register is ever asked for. */
export type SelfTestSymbol = {
  readonly id: 'first' | 'second' | 'proof';
  /** As a scanner should send it, without symbology identifier. */
  readonly text: string;
};

/** Half of character set 82 (General Specifications 7.11) each; together, every character an element string can hold. */
const CAPITALS = 'ZYXWVUTSRQPONMLKJIHGFEDCBA0123456789!"%&_';
const SMALLS = "zyxwvutsrqponmlkjihgfedcba'()*+,-./:;<=>?";

/** The demonstration product of GS1's own guides. */
const GTIN = '09506000134352';

/** Two symbols that hold every character in different places, and one like a pack's to prove what was learnt. */
export const SELF_TEST_SYMBOLS: readonly [SelfTestSymbol, SelfTestSymbol, SelfTestSymbol] = [
  symbol('first', ['01', GTIN], ['10', 'SELFTEST-1'], ['91', CAPITALS], ['92', SMALLS]),
  symbol('second', ['01', GTIN], ['10', 'SelfTest-2'], ['91', turned(SMALLS)], ['92', turned(CAPITALS)]),
  symbol('proof', ['01', GTIN], ['21', 'yZ-Qa/Wm.I?'], ['10', 'L(0T)_x;Y'], ['17', '301231']),
];

function symbol(id: SelfTestSymbol['id'], ...fields: (readonly [string, string])[]): SelfTestSymbol {
  return {
    id,
    text: fields
      .map(([ai, value], at) => `${ai}${value}${ai === '01' || at === fields.length - 1 ? '' : GS}`)
      .join(''),
  };
}

function turned(text: string): string {
  return [...text].reverse().join('');
}
