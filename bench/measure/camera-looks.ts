import { decodeWithWasm } from '../../components/scan/decode-with-wasm.ts';
import type { Frame } from './camera-frame.ts';

/** The looks in the order in which frames get them, in short. */
export const LOOK_NAMES = ['quick', 'doubled', 'wide', 'doubled', 'smoothed', 'sharpened'] as const;

/** A frame as a browser's canvas gives it. */
export function coloured({ width, height, data }: Frame) {
  const pixels = new Uint8ClampedArray(data.length * 4);
  for (let at = 0; at < data.length; at++)
    pixels.fill(data[at] ?? 0, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4);
  return { width, height, data: pixels };
}

/** True where that look reads `text` from the frame. */
export async function readAtLook(frame: Frame, look: number, text: string): Promise<boolean> {
  const seen = await decodeWithWasm(coloured(frame), look);
  return seen.some((sighting) => sighting.text === text && sighting.symbologyIdentifier === ']d2');
}
