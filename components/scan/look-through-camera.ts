import type { CameraAnswer, CameraFrame } from './camera-messages.ts';
import type { Sighting } from './sighting.ts';

/** While the page is hidden nobody holds a pack before the camera. */
const HIDDEN_MS = 500;

let worker: Worker | undefined;

/**
 * Looks at the picture until `ended`, one frame after the other, at the pace the worker asks for, and tells of all that is
 * seen. A hidden page is not looked at.
 */
export async function lookThroughCamera(
  video: () => HTMLVideoElement | null,
  ended: AbortSignal,
  onSeen: (seen: readonly Sighting[]) => void,
): Promise<void> {
  worker ??= new Worker(new URL('./camera-worker.ts', import.meta.url), { type: 'module' });
  for (let attempt = 0; !ended.aborted; attempt++) {
    const frame = document.hidden ? undefined : await frameOf(video());
    const { seen, pauseMs } = frame
      ? await asked(worker, { frame, attempt, webAssembly: typeof WebAssembly !== 'undefined' })
      : { seen: [], pauseMs: HIDDEN_MS };
    if (!ended.aborted && seen.length > 0) onSeen(seen);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function frameOf(video: HTMLVideoElement | null): Promise<ImageBitmap | undefined> {
  if (!video || video.videoWidth === 0) return undefined;
  try {
    return await createImageBitmap(video);
  } catch {
    // Between two streams a video has no picture for a moment.
    return undefined;
  }
}

const asked = (to: Worker, message: CameraFrame): Promise<CameraAnswer> =>
  new Promise((resolve, reject) => {
    to.onmessage = ({ data }: MessageEvent<CameraAnswer>) => resolve(data);
    to.onerror = () => reject(new Error('the camera’s worker has stopped'));
    to.postMessage(message, [message.frame]);
  });
