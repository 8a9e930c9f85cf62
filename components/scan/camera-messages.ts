import type { Sighting } from './sighting.ts';

/** One frame for the camera's worker. */
export interface CameraFrame {
  readonly frame: ImageBitmap;
  /** Counts frames: each is looked at in another way. */
  readonly attempt: number;
  /** False where the page may not use WebAssembly. */
  readonly webAssembly: boolean;
}

/** What the worker saw in a frame, and how long to wait before the next, in milliseconds. */
export interface CameraAnswer {
  readonly seen: readonly Sighting[];
  readonly pauseMs: number;
}
