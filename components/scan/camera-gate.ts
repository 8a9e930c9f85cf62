import type { Sighting } from './sighting.ts';

/** What the camera has seen of late. */
export interface CameraGate {
  readonly accepted: { readonly text: string; readonly seenAtMs: number } | undefined;
  readonly other: { readonly text: string; readonly times: number; readonly seenAtMs: number } | undefined;
}

export const CLOSED_GATE: CameraGate = { accepted: undefined, other: undefined };

/** A code that lies in view is one scan, until it has been out of view this long. */
const OUT_OF_VIEW_MS = 2500;

/** A pack carries its product's barcode too: it is only told of when it alone stays in view. */
const OTHER_TIMES = 8;
/** A bar code has no error correction: its text is believed when so many looks agree. */
const BARS_TIMES = 3;
/** A square code that is no sound GS1 data may have been misread: two looks must agree. */
const UNSOUND_TIMES = 2;
const OTHER_PAUSE_MS = 1500;

/**
 * How many looks must agree before a text is taken. One is enough for a square code whose error correction, check digit and
 * fields all hold: in the measurements no such text was ever wrong.
 */
function timesWanted({ matrix, sound }: Sighting): number {
  if (matrix) return sound ? 1 : UNSOUND_TIMES;
  return sound ? BARS_TIMES : OTHER_TIMES;
}

/** After a pause in which nobody looked, what was accepted last may still lie in view: it must leave first. */
export const resumeGate = (gate: CameraGate, nowMs: number): CameraGate => ({
  accepted: gate.accepted && { ...gate.accepted, seenAtMs: nowMs },
  other: undefined,
});

/** Lets a sighting through once. */
export function passSighting(
  gate: CameraGate,
  seen: Sighting,
  nowMs: number,
): { readonly gate: CameraGate; readonly pass: boolean } {
  const { accepted } = gate;
  if (accepted?.text === seen.text && nowMs - accepted.seenAtMs < OUT_OF_VIEW_MS) {
    return { gate: { ...gate, accepted: { text: seen.text, seenAtMs: nowMs } }, pass: false };
  }
  const times = timesSeen(gate, seen, nowMs);
  if (times < timesWanted(seen)) {
    return { gate: { ...gate, other: { text: seen.text, times, seenAtMs: nowMs } }, pass: false };
  }
  return { gate: { accepted: { text: seen.text, seenAtMs: nowMs }, other: undefined }, pass: true };
}

function timesSeen({ other }: CameraGate, seen: Sighting, nowMs: number): number {
  const again = other?.text === seen.text && nowMs - other.seenAtMs < OTHER_PAUSE_MS;
  return again ? other.times + 1 : 1;
}
