import { describe, expect, test } from 'vitest';
import {
  type KeyPress,
  type KeystrokeBuffer,
  NO_KEYSTROKES,
  passTime,
  pressKey,
  SILENCE_MS,
} from './keystroke-buffer.ts';

type Key = string | { readonly key: string; readonly ctrl: true };

/** Presses keys `gapMs` apart and collects what was scanned. */
function typed(keys: readonly Key[], gapMs: number, startMs = 10_000) {
  const scans: string[] = [];
  let buffer: KeystrokeBuffer = NO_KEYSTROKES;
  let atMs = startMs;
  for (const each of keys) {
    const press = typeof each === 'string' ? { key: each, ctrl: false } : each;
    const after = pressKey(buffer, { ...press, atMs });
    buffer = after.buffer;
    if (after.scanned !== undefined) scans.push(after.scanned);
    atMs += gapMs;
  }
  return { scans, buffer, atMs };
}

const CODE = '0109506000134352';

describe('a hand scanner', () => {
  test.each(['Enter', 'Tab'])('that ends in %s is heard', (end) => {
    expect(typed([...CODE, end], 5).scans).toEqual([CODE]);
  });

  test('is heard at the speed of slow wireless ones', () => {
    expect(typed([...CODE, 'Enter'], 45).scans).toEqual([CODE]);
  });

  test('without terminator is heard after a silence, and not before', () => {
    const { buffer, atMs } = typed([...CODE], 5);
    expect(passTime(buffer, atMs + SILENCE_MS - 10)).toEqual({ buffer });
    expect(passTime(buffer, atMs + SILENCE_MS + 10)).toMatchObject({
      buffer: NO_KEYSTROKES,
      scanned: CODE,
      typed: { ended: 'silence' },
    });
  });

  test('without terminator is heard at the latest when the next scan begins', () => {
    const { buffer, atMs } = typed([...CODE], 5);
    const next = pressKey(buffer, { key: 'x', ctrl: false, atMs: atMs + 1_000 });
    expect(next.scanned).toBe(CODE);
    expect(next.buffer.text).toBe('x');
  });

  test('sends the separator as Ctrl and ], or as the control character', () => {
    const ctrl = { key: ']', ctrl: true } as const;
    expect(typed([...'010950600', ctrl, ...'21A', 'Enter'], 5).scans).toEqual(['010950600\u001d21A']);
    expect(typed([...'010950600', '\u001d', ...'21A', 'Enter'], 5).scans).toEqual(['010950600\u001d21A']);
  });

  test('that sends Ctrl and M for its line end is heard', () => {
    expect(typed([...CODE, { key: 'm', ctrl: true }], 5).scans).toEqual([CODE]);
  });

  test('holds Shift for capitals without spoiling the text', () => {
    const keys = ['Shift', 'A', 'Shift', 'B', ...'cd1234', 'Enter'];
    expect(typed(keys, 5).scans).toEqual(['ABcd1234']);
  });

  test('can scan twice in a row', () => {
    expect(typed([...CODE, 'Enter', ...CODE, 'Enter'], 5).scans).toEqual([CODE, CODE]);
  });
});

describe('a person', () => {
  test.each([60, 80, 120, 300])('who types a key every %i ms is not a scan', (gapMs) => {
    const { scans, buffer, atMs } = typed([...CODE, 'Enter'], gapMs);
    expect(scans).toEqual([]);
    expect(passTime(buffer, atMs + 1_000).scanned).toBeUndefined();
  });

  test('who rolls a few keys fast is not a scan', () => {
    expect(typed([...'asdf', 'Enter'], 10).scans).toEqual([]);
  });

  test('who types before a scan leaves nothing in it', () => {
    const before = typed(['4', '2'], 150);
    let { buffer } = before;
    let atMs = before.atMs + 500;
    for (const key of CODE) {
      buffer = pressKey(buffer, { key, ctrl: false, atMs }).buffer;
      atMs += 5;
    }
    expect(pressKey(buffer, { key: 'Enter', ctrl: false, atMs }).scanned).toBe(CODE);
  });

  test('who uses shortcuts and cursor keys writes nothing', () => {
    const keys: readonly Key[] = [
      { key: 'c', ctrl: true },
      'ArrowLeft',
      'F5',
      'Dead',
      { key: 'v', ctrl: true },
    ];
    expect(typed(keys, 5).buffer.text).toBe('');
  });
});

describe('what a scanner types besides characters', () => {
  const press = (key: string, more: Partial<KeyPress> = {}): Omit<KeyPress, 'atMs'> => ({ key, ...more });

  function pressed(presses: readonly Omit<KeyPress, 'atMs'>[], gapMs = 5) {
    let buffer: KeystrokeBuffer = NO_KEYSTROKES;
    let last: ReturnType<typeof pressKey> = { buffer };
    for (const [at, each] of [...presses, press('Enter')].entries()) {
      last = pressKey(buffer, { ...each, atMs: 10_000 + at * gapMs });
      buffer = last.buffer;
    }
    return last;
  }

  const digits = [...'010950600'].map((key) => press(key, { code: `Digit${key}` }));
  const alone = [...'21ABCDEF'].map((key) => press(key));

  test('a function key inside a code is told by its name', () => {
    expect(pressed([...digits, press('F8', { code: 'F8' }), ...alone]).scanned).toBe('010950600{F8}21ABCDEF');
  });

  test('Ctrl with the key right of P is the separator, whatever that key writes here', () => {
    const gs = press('+', { code: 'BracketRight', ctrl: true });
    expect(pressed([...digits, gs, ...alone]).scanned).toBe('010950600\u001d21ABCDEF');
  });

  test('a character typed by its number is that character', () => {
    const number = [...'029'].map((digit) => press(digit, { code: `Numpad${digit}`, alt: true }));
    const presses = [...digits, press('Alt', { code: 'AltLeft', alt: true }), ...number, ...alone];
    expect(pressed(presses).scanned).toBe('010950600\u001d21ABCDEF');
  });

  test('a dead key leaves its place', () => {
    expect(pressed([...digits, press('Dead', { code: 'Equal' }), ...alone]).scanned).toBe(
      '010950600\u25cc21ABCDEF',
    );
  });

  test('the keys are kept as they came, for the judge', () => {
    const { typed } = pressed(digits);
    expect(typed?.strokes).toEqual(digits);
    expect(typed).toMatchObject({ ended: 'Enter', paceMs: 5 });
  });

  test('what comes slowly and is long enough is handed over, but as no scan', () => {
    const slow = pressed([...digits, ...digits, ...alone], 90);
    expect(slow.scanned).toBeUndefined();
    expect(slow.typed).toMatchObject({ text: `010950600010950600${'21ABCDEF'}`, paceMs: 90 });
    expect(pressed(digits, 90).typed).toBeUndefined();
  });
});
