'use client';

import { useEffect, useRef } from 'react';
import {
  type Keystrokes,
  NO_KEYSTROKES,
  passTime,
  pressKey,
  SILENCE_MS,
} from '../../lib/scan/keystroke-buffer.ts';
import { isTextField } from '../ui/is-text-field.ts';

/**
 * Listens to a hand scanner that types, wherever the focus is, unless a text field is being typed in. What
 * belongs to a scan goes no further: its letters start no shortcut and its Enter presses no button.
 */
export function useKeystrokes(onScan: (text: string) => void): void {
  const report = useRef(onScan);
  report.current = onScan;
  useEffect(() => {
    let buffer = NO_KEYSTROKES;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const take = ({ buffer: next, scanned }: Keystrokes) => {
      buffer = next;
      if (scanned !== undefined) report.current(scanned);
    };
    const onKey = (event: KeyboardEvent) => {
      if (isTextField(event.target) || event.isComposing) return;
      const ctrl = isCommand(event);
      const open = buffer.text !== '';
      take(pressKey(buffer, { key: event.key, atMs: event.timeStamp, ctrl }));
      // A blank opens no scan, but it does press the button that has the focus.
      const taken = open ? isOfScan(event.key) : buffer.text !== '' && event.key !== ' ';
      if (taken) {
        event.preventDefault();
        event.stopPropagation();
      }
      clearTimeout(silence);
      silence = setTimeout(() => take(passTime(buffer, performance.now())), SILENCE_MS + 20);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(silence);
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);
}

/** With AltGr, which browsers report as Ctrl and Alt, some keyboards write ordinary characters. */
const isCommand = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');

const isOfScan = (key: string): boolean => key.length === 1 || key === 'Enter' || key === 'Tab';
