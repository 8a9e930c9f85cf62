'use client';

import { useEffect, useRef, useState } from 'react';
import type { ScanSettings } from './scan-settings.ts';
import { giveSignal, type Signal } from './signals.ts';
import type { ScanControl } from './use-scan.ts';

type Stage = ScanControl['state']['stage'];

/**
 * Gives each stage its sound, and moves on by itself where the workstation is set to: good packs are counted in
 * continuous mode, and a waiting pack finishes the one before. Returns how many good packs were passed.
 */
export function usePace(scan: ScanControl, settings: ScanSettings, maySupply: boolean): number {
  const [passed, setPassed] = useState(0);
  const { stage, waiting } = scan.state;
  const { sound, continuous, nextScan } = settings;

  useEffect(() => {
    const signal = signalOf(stage);
    if (signal) giveSignal(signal, sound);
  }, [stage, sound]);

  const good = stage.at === 'judged' && stage.answer.verdict === 'supply';
  const pass = good && continuous;
  const finish = good && !continuous && waiting !== undefined && nextScan === 'finish' && maySupply;
  const goOn = stage.at === 'changed' && waiting !== undefined;
  const control = useRef(scan);
  control.current = scan;
  useEffect(() => {
    if (pass) setPassed((count) => count + 1);
    if (pass || goOn) control.current.next();
    if (finish) control.current.change('supplied');
  }, [pass, goOn, finish]);
  return passed;
}

function signalOf(stage: Stage): Signal | undefined {
  if (stage.at === 'judged') return stage.answer.verdict;
  if (stage.at === 'changed') return 'done';
  if (stage.at === 'unread' || stage.at === 'failed') return 'rescan';
  return undefined;
}
