import { decodeWithWasm } from '../../components/scan/decode-with-wasm.ts';
import { readScan } from '../../lib/scan/read-scan.ts';
import { CONDITIONS } from './camera-conditions.ts';
import { frameOf } from './camera-frame.ts';
import { coloured } from './camera-looks.ts';
import { seeded } from './random.ts';
import { randomPackSymbol } from './symbol-modules.ts';

/** What so many frames of all conditions gave, each at the look its number gets. */
export async function wrongTexts(frames: number): Promise<{ readonly read: number; readonly wrong: number }> {
  let [read, wrong] = [0, 0];
  for (let seed = 0; seed < frames; seed++) {
    const random = seeded(100_000 + seed);
    const symbol = await randomPackSymbol(random);
    const condition = CONDITIONS[seed % CONDITIONS.length];
    if (!condition) continue;
    const frame = coloured(frameOf(symbol, condition.view(random), random));
    for (const { text, symbologyIdentifier } of await decodeWithWasm(frame, seed)) {
      read++;
      const taken = readScan(text, { source: 'camera', symbologyIdentifier, thisYear: 2026 }).ok;
      if (taken && text !== symbol.text) wrong++;
    }
  }
  return { read, wrong };
}
