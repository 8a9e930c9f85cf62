import { hasMoved, type Scene } from './camera-scene.ts';

/** What the pace of looking goes by. */
export type CameraPace = {
  readonly scene: Scene | undefined;
  /** When something last moved before the camera, in milliseconds. */
  readonly movedAtMs: number;
};

export const NEW_PACE: CameraPace = { scene: undefined, movedAtMs: Number.NEGATIVE_INFINITY };

/** A pack that is brought before the camera is read within this time or lies badly. */
const EAGER_MS = 2500;
/** Twelve looks a second at most: more find nothing new, for a hand moves slower. */
const EAGER_STEP_MS = 80;

/** While nothing happens, looking takes at most this share of one processor core. */
const IDLE_SHARE = 0.2;
/** Even then a pack that is held still is found within the second. */
const IDLE_STEP_MS = 250;

/** Fewer edges than this share of the points, and there is no print in view. */
const PRINT = 0.02;

/** Takes note of the frame just looked at. */
export const paceAfter = (pace: CameraPace, scene: Scene, nowMs: number): CameraPace => ({
  scene,
  movedAtMs: scene.edges >= PRINT && hasMoved(pace.scene, scene) ? nowMs : pace.movedAtMs,
});

/** How long to wait after a look that took `busyMs`, in milliseconds: eager while something moves, idle otherwise. */
export function pauseAfter({ movedAtMs }: CameraPace, busyMs: number, nowMs: number): number {
  if (nowMs - movedAtMs < EAGER_MS) return Math.max(busyMs / 2, EAGER_STEP_MS - busyMs);
  return Math.max(busyMs / IDLE_SHARE - busyMs, IDLE_STEP_MS - busyMs);
}
