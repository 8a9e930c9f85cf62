/**
 * Looks at the camera's frames away from the page, so that the page answers while a frame is read. It is told to begin, then
 * gets a frame at a time and answers each with what it saw, and with how long to wait before the next.
 */
import { NEW_PACE, paceAfter, pauseAfter } from '../../lib/scan/camera/camera-pace.ts';
import { sceneOf } from '../../lib/scan/camera/camera-scene.ts';
import type { CameraAnswer, CameraFrame } from './camera-messages.ts';
import { loadDecoder } from './load-decoder.ts';
import type { DecodeFrame } from './sighting.ts';

let decoder: Promise<DecodeFrame> | undefined;
let pace = NEW_PACE;
const canvas = new OffscreenCanvas(1, 1);

self.addEventListener('message', ({ data }: MessageEvent<CameraFrame>) => {
  void answer(data).then((said) => self.postMessage(said));
});

async function answer({ frame, attempt, webAssembly }: CameraFrame): Promise<CameraAnswer> {
  decoder ??= loadDecoder(webAssembly);
  const decode = await decoder;
  const startMs = performance.now();
  const picture = pixelsOf(frame);
  if (!picture) return { seen: [], pauseMs: 100 };
  const seen = await decode(picture, attempt);
  const nowMs = performance.now();
  pace = paceAfter(pace, sceneOf(picture), nowMs);
  return { seen, pauseMs: pauseAfter(pace, nowMs - startMs, nowMs) };
}

function pixelsOf(frame: ImageBitmap): ImageData | undefined {
  const { width, height } = frame;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(frame, 0, 0);
  frame.close();
  return context?.getImageData(0, 0, width, height);
}
