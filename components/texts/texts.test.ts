import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseExpiry } from '../../lib/gs1/expiry.ts';
import { parseGtin } from '../../lib/gs1/gtin.ts';
import { parseLot } from '../../lib/gs1/lot.ts';
import { parseSerial } from '../../lib/gs1/serial.ts';
import { readScan } from '../../lib/scan/read-scan.ts';
import { fieldFaultText } from './en/fields.ts';
import { provenText } from './en/prove.ts';
import { cureText, scanFaultText } from './en/scan-faults.ts';

const files = readdirSync(new URL('en', import.meta.url)).filter((name) => name.endsWith('.ts'));

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

test.each(files)('%s says something everywhere, in plain typography', async (file) => {
  const texts = stringsIn(await import(`./en/${file}`));
  for (const text of texts) {
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    expect(text).not.toMatch(/ {2}|"|\.\.\.|[a-z]'[a-z]/);
  }
});

const isSentence = (text: string) => expect(text).toMatch(/^[A-Z“].*[.:]$/s);

test.each(['', '950600', '95060001343x2', '9506000134351'])('a bad GTIN (%j) gets a sentence', (typed) => {
  const parsed = parseGtin(typed);
  if (!parsed.ok) isSentence(fieldFaultText(parsed.error));
  expect(parsed.ok).toBe(false);
});

test.each(['', 'A B', 'ü', '9'.repeat(21)])('a bad serial and a bad batch (%j) get a sentence', (typed) => {
  for (const parsed of [parseSerial(typed), parseLot(typed)]) {
    if (!parsed.ok) isSentence(fieldFaultText(parsed.error));
    expect(parsed.ok).toBe(false);
  }
});

test.each(['', '28053', '28x531', '281331', '280231'])('a bad expiry (%j) gets a sentence', (typed) => {
  const parsed = parseExpiry(typed, 2026);
  if (!parsed.ok) isSentence(fieldFaultText(parsed.error));
  expect(parsed.ok).toBe(false);
});

test.each([
  '',
  '9506000134352',
  'https://example.com/x',
  '[)>\u001e06\u001d9N110375286414',
  '010950600013435217280531' + '10ABC123^21SN0001',
  '010950600013435217280531' + '10ABC12321SN0001',
  ']D2010950600013435221SN0001',
  ']d1010950600013435221SN0001',
  '010950600013435121SN0001',
  '010950600013435217281331' + '21SN0001',
  'nonsense',
])('a scan that cannot be trusted (%j) gets a sentence and a cure', (read) => {
  const reading = readScan(read, { source: 'wedge', thisYear: 2026 });
  expect(reading.ok).toBe(false);
  if (reading.ok) return;
  isSentence(scanFaultText(reading.error));
  isSentence(cureText(reading.error.cure).text);
});

test('a proof ends in one sentence: which entry, of how large a log, and who signed it', () => {
  const head = { vkey: 'k', size: '412345', root: '00' };
  const proven = {
    ...{
      origin: 'vialog.example/log',
      index: 104_233n,
      size: 412_345n,
      leafHash: '00',
      path: [],
      root: '00',
    },
    ...{ fields: undefined, signedBy: undefined, since: undefined, head },
  };
  expect(provenText({ ...proven, witnesses: { signed: 0, of: 0 } })[0]).toBe(
    'This event is entry 104,233 of a log of 412,345 that vialog.example/log signed; no witnesses have signed it yet. Nothing about it has changed since.',
  );
  expect(provenText({ ...proven, witnesses: { signed: 3, of: 3 } })[0]).toBe(
    'This event is entry 104,233 of a log of 412,345 that 3 of 3 witnesses signed. Nothing about it has changed since.',
  );
  const signedBy = { keyId: '21fe31dfa154a261', heldBy: 'organisation', index: 7n } as const;
  expect(provenText({ ...proven, witnesses: { signed: 3, of: 3 }, signedBy })[1]).toBe(
    'The organisation that reported it signed it with its own key 21fe31dfa154a261, which the log names at entry 7.',
  );
});
