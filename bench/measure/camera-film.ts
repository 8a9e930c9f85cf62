import { CLOSED_GATE, passSighting } from '../../components/scan/camera-gate.ts';
import { decodeWithWasm } from '../../components/scan/decode-with-wasm.ts';
import type { Condition } from './camera-conditions.ts';
import { frameOf, type View } from './camera-frame.ts';
import { coloured } from './camera-looks.ts';
import { normal, type Random } from './random.ts';
import { randomPackSymbol } from './symbol-modules.ts';

const FRAMES = 30;
const FRAME_MS = 1000 / FRAMES;
/** The least time from one look to the next, as the page keeps it while something moves. */
const STEP_MS = 80;

/**
 * Plays one second of film of a pack in an unsteady hand and gives the time at which the page would take its code, in
 * milliseconds; `undefined` where it would not within the second, or takes another text. The decoder works on the newest
 * frame, and its own processor time is what passes on the clock, so that a busy machine changes nothing.
 */
export async function filmRead(condition: Condition, random: Random): Promise<number | undefined> {
  const symbol = await randomPackSymbol(random);
  const start = condition.view(random);
  let gate = CLOSED_GATE;
  let view = start;
  let shown = 0;
  for (let clockMs = 0, attempt = 0; clockMs < 1000; attempt++) {
    for (; shown < Math.floor(clockMs / FRAME_MS); shown++) view = unsteady(view, start, random);
    const { seen, busyMs } = await timed(coloured(frameOf(symbol, view, random)), attempt);
    clockMs += busyMs;
    const taken = seen.find((sighting) => {
      const passed = passSighting(gate, sighting, clockMs);
      gate = passed.gate;
      return passed.pass;
    });
    if (taken) return taken.text === symbol.text && clockMs <= 1000 ? clockMs : undefined;
    clockMs += Math.max(busyMs / 2, STEP_MS - busyMs);
  }
  return undefined;
}

/** What a look sees, and the processor time it takes. */
async function timed(picture: ReturnType<typeof coloured>, attempt: number) {
  const before = process.threadCpuUsage();
  const seen = await decodeWithWasm(picture, attempt);
  const { user, system } = process.threadCpuUsage(before);
  return { seen, busyMs: (user + system) / 1000 };
}

/** The next frame: a hand trembles about where it holds the pack, and the focus breathes a little. */
function unsteady(view: View, start: View, random: Random): View {
  const drift = (now: number, rest: number, by: number): number =>
    now + (rest - now) * 0.1 + normal(random) * by;
  return {
    ...view,
    rotation: drift(view.rotation, start.rotation, 0.6),
    tilt: drift(view.tilt, start.tilt, 0.4),
    offsetX: drift(view.offsetX, start.offsetX, 2),
    offsetY: drift(view.offsetY, start.offsetY, 2),
    modulePixels: drift(view.modulePixels, start.modulePixels, 0.02),
    blur: drift(view.blur, start.blur, 0.008),
  };
}
