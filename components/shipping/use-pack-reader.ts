'use client';

import { giveSignal } from '../scan/signals.ts';
import { useKeystrokes } from '../scan/use-keystrokes.ts';
import { scanFaultText } from '../texts/en/scan-faults.ts';
import { shippingTexts } from '../texts/en/shipping.ts';
import { showToast } from '../ui/toast-store.ts';
import { type ReadLine, readLine, readLines } from './read-lines.ts';
import type { ReadPack } from './shipping-data.ts';

const { reading } = shippingTexts;

const faultOf = (line: Extract<ReadLine, { text: string }>): string =>
  line.fault ? scanFaultText(line.fault) : reading.notPack;

/**
 * Takes packs from a hand scanner, always listening, and from pasted text. `onPacks` says how many were new; a scan
 * that adds nothing sounds different from one that does.
 */
export function usePackReader(
  thisYear: number,
  onPacks: (packs: readonly ReadPack[]) => number,
): (text: string) => readonly string[] {
  useKeystrokes((text) => {
    const line = readLine(text, 'wedge', thisYear);
    const added = 'pack' in line ? onPacks([line.pack]) : 0;
    giveSignal(added > 0 ? 'done' : 'rescan', true);
    if (!('pack' in line)) showToast({ kind: 'fault', text: faultOf(line) });
    else if (added === 0) showToast({ kind: 'done', text: reading.twice });
  });
  return (text) => {
    const lines = readLines(text, thisYear);
    onPacks(lines.flatMap((line) => ('pack' in line ? [line.pack] : [])));
    return lines.flatMap((line) => ('pack' in line ? [] : [reading.line(line.line, faultOf(line))]));
  };
}
