'use client';

import { useRef } from 'react';
import type { Result } from '../../lib/kernel/result.ts';
import { type HandScanOptions, readHandScan } from '../../lib/scan/read-hand-scan.ts';
import type { ScanReading } from '../../lib/scan/read-scan.ts';
import type { ScanFault } from '../../lib/scan/scan-fault.ts';
import { soundnessOf } from '../../lib/scan/sound-reading.ts';
import type { TypedScan } from '../../lib/scan/typed-scan.ts';
import { keptProfile } from './kept-profile.ts';
import { useKeystrokes } from './use-keystrokes.ts';

/** A scanner that is set to send twice does so within this time; a person needs longer to scan the same pack again. */
const TWICE_MS = 700;

/**
 * Listens to the hand scanner of this workstation and reads it by its self-test. The same code once more right after the
 * first is passed over: the scanner sent it twice.
 */
export function useHandScanner(
  thisYear: number,
  onReading: (reading: Result<ScanReading, ScanFault>, typed: TypedScan) => void,
): void {
  const last = useRef({ text: '', atMs: Number.NEGATIVE_INFINITY });
  const lineEndKnown = useRef(false);
  const cutOff = useRef<string>(undefined);
  useKeystrokes(
    (text, typed) => {
      const nowMs = performance.now();
      const twice = text === last.current.text && nowMs - last.current.atMs < TWICE_MS;
      last.current = { text, atMs: nowMs };
      if (twice) return;
      // No stall cuts a code off twice at the same place: this is another scanner, which sends no line end.
      if (cutOff.current === text) lineEndKnown.current = false;
      const reading = readHandScan(typed, optionsNow(thisYear, lineEndKnown.current));
      if (reading.ok && typed.ended !== 'silence') lineEndKnown.current = true;
      cutOff.current = !reading.ok && reading.error.code === 'scan/cut-off' ? text : undefined;
      onReading(reading, typed);
    },
    (typed) => {
      // A person may type anything; only a whole code is worth a word.
      if (soundnessOf(typed.text, thisYear) === 'none') return;
      onReading(readHandScan(typed, { thisYear }), typed);
    },
  );
}

function optionsNow(thisYear: number, lineEndKnown: boolean): HandScanOptions {
  const profile = keptProfile();
  return { thisYear, lineEndKnown, ...(profile ? { profile } : {}) };
}
