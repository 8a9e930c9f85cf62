import { expect, test } from 'vitest';
import { LAYOUTS, writtenUnder } from './keyboard-layout.ts';
import { KEYBOARDS, scannedInto } from './typing-scanner-in-tests.ts';

/** Every character an element string can hold (General Specifications 7.11). */
const SET_82 = [
  ...'!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
].join('');

test('the layouts are those that X.Org knows too', () => {
  expect(LAYOUTS.map(({ id }) => id).sort()).toEqual([...KEYBOARDS].sort());
});

test.each(LAYOUTS)('$id: every character of an element string is where X.Org has it', (layout) => {
  const computer = layout.id;
  const scan = scannedInto({ scanner: computer, computer }, SET_82);
  expect(scan.text).toBe(SET_82);
  expect(writtenUnder(layout, scan.strokes)).toBe(SET_82);
});
