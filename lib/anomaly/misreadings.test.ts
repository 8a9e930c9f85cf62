import { expect, test } from 'vitest';
import { parseSerial, type Serial } from '../gs1/serial.ts';
import { misreadingsOf, resemble } from './misreadings.ts';

function serial(text: string): Serial {
  const parsed = parseSerial(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

test.each([
  ['small letters', 'abc123', 'ABC123', 'settings'],
  ['capital letters', 'ABC123', 'abc123', 'settings'],
  ['the case of every letter swapped by the lock key', 'aBC123', 'Abc123', 'settings'],
  ['Y and Z of another keyboard', 'AYBZ12', 'AZBY12', 'settings'],
  ['a lost separator before the batch', 'SER123410LOT7', 'SER1234', 'slip'],
  ['nought for O', 'AB0C12', 'ABOC12', 'slip'],
  ['one for I', 'AB1C12', 'ABIC12', 'slip'],
  ['two that changed places', 'AB2112', 'AB1212', 'slip'],
  ['one doubled', 'ABCC12', 'ABC12', 'slip'],
] as const)('%s', (_name, read, meant, kind) => {
  expect(misreadingsOf(serial(read))).toContainEqual({ serial: meant, kind });
  expect(resemble(serial(read), serial(meant)) && resemble(serial(meant), serial(read))).toBe(true);
});

test.each([
  ['another serial', 'ABC123', 'XYZ789'],
  ['a short beginning', 'ABC12345', 'ABC1'],
  ['two characters changed', 'ABCDEF', 'XBCDEX'],
])('%s is no misreading', (_name, a, b) => {
  expect(resemble(serial(a), serial(b))).toBe(false);
});

test('the longest serial has few hundred misreadings at most, and never itself', () => {
  const longest = serial('0O1IL2Z5S6G8BUVYZQD7');
  const all = misreadingsOf(longest).map((one) => one.serial);
  expect(all.length).toBeLessThan(200);
  expect(all).not.toContain(longest);
  expect(new Set(all).size).toBe(all.length);
});
