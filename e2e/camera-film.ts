import { closeSync, openSync, writeSync } from 'node:fs';
import { PNG } from 'pngjs';

/** The film's frames; Chromium plays them over and over. */
const WIDTH = 1280;
const HEIGHT = 720;
const FRAMES = 12;
const FRAMES_PER_SECOND = 10;

/** How wide the printed label is on the film, quiet zone included, in pixels. */
const LABEL_WIDTH = 560;
/** A hand holds no pack still: it turns to and fro by so many radians, and wanders by so many pixels. */
const SWAY_RADIANS = 0.06;
const WANDER_PIXELS = 14;

/** Brightness of a carton on a desk under a lamp, 0 to 255. Ink is no black, and paper no white. */
const DESK = 104;
const PAPER = 214;
const INK = 38;
const GRAIN = 9;

/** Brightness of the symbol at a point of its picture, 0 to 1; `undefined` outside of it. */
type Label = { readonly ratio: number; at(across: number, down: number): number | undefined };

/**
 * Writes a film (YUV4MPEG2) of the symbol in `png` as a pack held before a camera, for Chromium's
 * `--use-file-for-fake-video-capture`. The same picture gives the same film, byte for byte.
 */
export function makeCameraFilm(png: Buffer, path: string): void {
  const label = labelOf(png);
  const grain = grainOf(0x5eed);
  const file = openSync(path, 'w');
  try {
    writeSync(file, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
    const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
    for (let frame = 0; frame < FRAMES; frame++) {
      writeSync(file, 'FRAME\n');
      writeSync(file, brightnessOf(label, (2 * Math.PI * frame) / FRAMES, grain));
      writeSync(file, colour);
    }
  } finally {
    closeSync(file);
  }
}

function labelOf(png: Buffer): Label {
  const { width, height, data } = PNG.sync.read(png);
  return {
    ratio: height / width,
    at: (across, down) => {
      if (across < 0 || across >= 1 || down < 0 || down >= 1) return undefined;
      const pixel = (Math.floor(down * height) * width + Math.floor(across * width)) * 4;
      return (data[pixel] ?? 0) / 255;
    },
  };
}

/** One frame's brightness: the label turned and moved as far as `phase` (in radians) has come. */
function brightnessOf(label: Label, phase: number, grain: () => number): Buffer {
  const angle = SWAY_RADIANS * Math.sin(phase);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middleX = WIDTH / 2 + WANDER_PIXELS * Math.cos(phase);
  const middleY = HEIGHT / 2 + WANDER_PIXELS * Math.sin(2 * phase);
  const brightness = Buffer.alloc(WIDTH * HEIGHT);
  for (let at = 0; at < brightness.length; at++) {
    const x = (at % WIDTH) - middleX;
    const y = Math.floor(at / WIDTH) - middleY;
    const across = (x * cos + y * sin) / LABEL_WIDTH + 0.5;
    const down = (y * cos - x * sin) / (LABEL_WIDTH * label.ratio) + 0.5;
    const seen = label.at(across, down);
    const light = seen === undefined ? DESK : INK + (PAPER - INK) * seen;
    brightness[at] = Math.round(light + GRAIN * grain());
  }
  return brightness;
}

/** Numbers from -1 to 1 that repeat themselves (a linear congruential generator, as in Numerical Recipes). */
function grainOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
