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
 * Takes packs, and cases and pallets by their SSCC, from a hand scanner, always listening, and from pasted text. `onPacks` and `onUnits`
 * say how many were new; a scan
 * that adds nothing sounds different from one that does.
 */
export function usePackReader(
  thisYear: number,
  onPacks: (packs: readonly ReadPack[]) => number,
  onUnits: (units: readonly string[]) => number,
): (text: string) => readonly string[] {
  useKeystrokes((text) => {
    const line = readLine(text, 'wedge', thisYear);
    const added = 'pack' in line ? onPacks([line.pack]) : 'unit' in line ? onUnits([line.unit]) : 0;
    giveSignal(added > 0 ? 'done' : 'rescan', true);
    if ('text' in line) showToast({ kind: 'fault', text: faultOf(line) });
    else if (added === 0) showToast({ kind: 'done', text: reading.twice });
  });
  return (text) => {
    const lines = readLines(text, thisYear);
    onPacks(lines.flatMap((line) => ('pack' in line ? [line.pack] : [])));
    onUnits(lines.flatMap((line) => ('unit' in line ? [line.unit] : [])));
    return lines.flatMap((line) => ('text' in line ? [reading.line(line.line, faultOf(line))] : []));
  };
}
