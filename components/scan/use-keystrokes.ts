'use client';

import { useEffect, useRef } from 'react';
import {
  type KeyPress,
  type Keystrokes,
  NO_KEYSTROKES,
  passTime,
  pressKey,
  SILENCE_MS,
} from '../../lib/scan/keystroke-buffer.ts';
import type { TypedScan } from '../../lib/scan/typed-scan.ts';
import { isTextField } from '../ui/is-text-field.ts';

/**
 * Listens to a hand scanner that types, wherever the focus is, unless a text field is being typed in. What
 * belongs to a scan goes no further: its letters start no shortcut and its Enter presses no button. `onSlow` is told of what
 * came more slowly than scanners type, and is long enough to be a code.
 */
export function useKeystrokes(
  onScan: (text: string, typed: TypedScan) => void,
  onSlow?: (typed: TypedScan) => void,
): void {
  const report = useRef({ onScan, onSlow });
  report.current = { onScan, onSlow };
  useEffect(() => {
    let buffer = NO_KEYSTROKES;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const take = ({ buffer: next, scanned, typed }: Keystrokes) => {
      buffer = next;
      if (scanned !== undefined && typed) report.current.onScan(scanned, typed);
      else if (typed) report.current.onSlow?.(typed);
    };
    const onKey = (event: KeyboardEvent) => {
      if (isTextField(event.target) || event.isComposing) return;
      const press = pressOf(event);
      const open = buffer.text !== '';
      take(pressKey(buffer, press));
      // A blank opens no scan, but it does press the button that has the focus.
      const opened = buffer.text !== '' && event.key !== ' ' && !press.alt;
      if (open ? isOfScan(event.key) : opened) {
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

/** With AltGr, which browsers report as Ctrl and Alt, and with Option on Apple's, keyboards write ordinary characters. */
function pressOf(event: KeyboardEvent): KeyPress {
  const altGraph =
    event.getModifierState('AltGraph') || (event.altKey && /Mac|iPhone|iPad/.test(navigator.userAgent));
  return {
    key: event.key,
    code: event.code,
    atMs: event.timeStamp,
    shift: event.shiftKey,
    ctrl: (event.ctrlKey || event.metaKey) && !altGraph,
    alt: event.altKey && !altGraph,
    altGraph,
    capsLock: event.getModifierState('CapsLock'),
  };
}

const isOfScan = (key: string): boolean => key.length === 1 || /^(?:Enter|Tab|Dead|F\d{1,2})$/.test(key);
