'use client';

import { useEffect, useRef } from 'react';
import type { HandScanOptions } from '../../lib/scan/read-hand-scan.ts';
import type { TypedScan } from '../../lib/scan/typed-scan.ts';
import type { JudgedScan } from './judge-scan.ts';
import { keptProfile } from './kept-profile.ts';
import { loadJudge } from './load-judge.ts';
import { useKeystrokes } from './use-keystrokes.ts';

/** A scanner that is set to send twice begins again within this time; a person needs longer to scan the same pack again. */
const TWICE_MS = 150;

/**
 * Listens to the hand scanner of this workstation and judges what it types by its self-test. The same code once more right
 * after the first is passed over: the scanner sent it twice.
 */
export function useHandScanner(thisYear: number, onJudged: (judged: JudgedScan) => void): void {
  const last = useRef({ text: '', atMs: Number.NEGATIVE_INFINITY });
  const lineEndKnown = useRef(false);
  const cutOff = useRef<string>(undefined);
  const report = useRef(onJudged);
  report.current = onJudged;
  useEffect(() => void loadJudge(), []);

  const judge = async (typed: TypedScan) => {
    const { judgeReading, readHandScan } = await loadJudge();
    // No stall cuts a code off twice at the same place: this is another scanner, which sends no line end.
    if (cutOff.current === typed.text) lineEndKnown.current = false;
    const reading = readHandScan(typed, optionsNow(thisYear, lineEndKnown.current));
    if (reading.ok && typed.ended !== 'silence') lineEndKnown.current = true;
    cutOff.current = !reading.ok && reading.error.code === 'scan/cut-off' ? typed.text : undefined;
    report.current(judgeReading(reading, typed.text, 'scan'));
  };
  const judgeSlow = async (typed: TypedScan) => {
    const { judgeReading, readHandScan, soundnessOf } = await loadJudge();
    // A person may type anything; only a whole code is worth a word.
    if (soundnessOf(typed.text, thisYear) === 'none') return;
    report.current(judgeReading(readHandScan(typed, { thisYear }), typed.text, 'scan'));
  };
  useKeystrokes(
    (text, typed) => {
      const nowMs = performance.now();
      const beganMs = nowMs - typed.paceMs * typed.strokes.length;
      const twice = text === last.current.text && beganMs - last.current.atMs < TWICE_MS;
      last.current = { text, atMs: nowMs };
      if (!twice) void judge(typed);
    },
    (typed) => void judgeSlow(typed),
  );
}

function optionsNow(thisYear: number, lineEndKnown: boolean): HandScanOptions {
  const profile = keptProfile();
  return { thisYear, lineEndKnown, ...(profile ? { profile } : {}) };
}
