import { normal, type Random } from './random.ts';
import type { SymbolModules } from './symbol-modules.ts';

/** How a symbol is seen by the camera. Lengths in pixels, angles in degrees, brightness 0 to 255. */
export interface View {
  readonly rotation: number;
  /** The label leans away from the camera by so much, about an axis of its plane. */
  readonly tilt: number;
  readonly tiltAxis: number;
  readonly modulePixels: number;
  /** Of the middle of the symbol from the middle of the frame. */
  readonly offsetX: number;
  readonly offsetY: number;
  /** Gaussian blur, in modules. */
  readonly blur: number;
  readonly noise: number;
  readonly ink: number;
  readonly paper: number;
  /** How much darker one side of the frame is than the other, 0 to 1. */
  readonly shade: number;
  readonly text: boolean;
  /** How far ink spreads (above 0) or is missing (below), in modules. */
  readonly growth: number;
}

export const PLAIN_VIEW: View = {
  rotation: 0,
  tilt: 0,
  tiltAxis: 0,
  modulePixels: 6,
  offsetX: 0,
  offsetY: 0,
  blur: 0,
  noise: 0,
  ink: 30,
  paper: 220,
  shade: 0,
  text: false,
  growth: 0,
};

/** A picture in grey. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

const WIDTH = 640;
const HEIGHT = 480;
/** The camera's distance from the label in pixels: how strongly a tilt narrows the far side. */
const FOCAL = 900;
const SUBSAMPLES = 2;
const QUIET = 2;

/** The frame a camera gives of a symbol; noise and print around it by `random`. */
export function frameOf(symbol: SymbolModules, view: View, random: Random): Frame {
  const light = new Float32Array(WIDTH * HEIGHT);
  const inkAt = inkOf(symbol, view, random);
  const back = backProjection(view);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) light[y * WIDTH + x] = sampled(x, y, back, inkAt, view);
  }
  const blurred = blurredBy(light, view.blur * view.modulePixels);
  const data = new Uint8ClampedArray(WIDTH * HEIGHT);
  for (let at = 0; at < data.length; at++) {
    const shade = 1 - view.shade * ((at % WIDTH) / WIDTH);
    data[at] = (blurred[at] ?? 0) * shade + (view.noise === 0 ? 0 : normal(random) * view.noise);
  }
  return { width: WIDTH, height: HEIGHT, data };
}

/** Where there is ink, and how far from the middle there may be some, in modules. */
interface Ink {
  readonly reach: number;
  dark(u: number, v: number): boolean;
}
type InkAt = Ink['dark'];
type BackProjection = (x: number, y: number) => readonly [number, number];

function sampled(x: number, y: number, back: BackProjection, inkAt: Ink, { ink, paper }: View): number {
  const [middleU, middleV] = back(x, y);
  if (Math.max(Math.abs(middleU), Math.abs(middleV)) > inkAt.reach) return paper;
  let dark = 0;
  for (let k = 0; k < SUBSAMPLES * SUBSAMPLES; k++) {
    const dx = ((k % SUBSAMPLES) + 0.5) / SUBSAMPLES;
    const dy = (Math.floor(k / SUBSAMPLES) + 0.5) / SUBSAMPLES;
    const [u, v] = back(x + dx, y + dy);
    if (inkAt.dark(u, v)) dark++;
  }
  return paper + ((ink - paper) * dark) / (SUBSAMPLES * SUBSAMPLES);
}

/** From a pixel to the place on the label, in modules from the middle of the symbol. */
function backProjection({ rotation, tilt, tiltAxis, modulePixels, offsetX, offsetY }: View): BackProjection {
  const [turn, lean, axis] = [rotation, tilt, tiltAxis].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const [cosTurn, sinTurn] = [Math.cos(turn), Math.sin(turn)];
  const [cosAxis, sinAxis] = [Math.cos(axis), Math.sin(axis)];
  const [cosLean, sinLean] = [Math.cos(lean), Math.sin(lean)];
  return (x, y) => {
    const [px, py] = [x - WIDTH / 2 - offsetX, y - HEIGHT / 2 - offsetY];
    const along = px * cosAxis + py * sinAxis;
    const across = -px * sinAxis + py * cosAxis;
    // A point `w` up the leaning plane appears at f·w·cos / (f + w·sin).
    const w = (FOCAL * across) / (FOCAL * cosLean - across * sinLean);
    const a = (along * (FOCAL + w * sinLean)) / FOCAL;
    const [qx, qy] = [a * cosAxis - w * sinAxis, a * sinAxis + w * cosAxis];
    return [(qx * cosTurn + qy * sinTurn) / modulePixels, (-qx * sinTurn + qy * cosTurn) / modulePixels];
  };
}

/** Where there is ink: the symbol's dark modules, and lines of print beside it. */
function inkOf(symbol: SymbolModules, { text, growth }: View, random: Random): Ink {
  const half = symbol.size / 2;
  const print = text ? printAround(half + QUIET + 1, random) : undefined;
  const dark: InkAt = (u, v) => {
    const [mx, my] = [u + half, v + half];
    if (mx < 0 || my < 0 || mx >= symbol.size || my >= symbol.size) return print?.(u, v) ?? false;
    return growth === 0 ? isDark(symbol, mx, my) : isDarkGrown(symbol, mx, my, growth);
  };
  return { reach: text ? 64 : half + 1, dark };
}

const isDark = ({ size, dark }: SymbolModules, x: number, y: number): boolean =>
  dark[Math.floor(y) * size + Math.floor(x)] === true;

function isDarkGrown(symbol: SymbolModules, x: number, y: number, growth: number): boolean {
  const by = Math.abs(growth) / 2;
  const corners = [
    [x - by, y],
    [x + by, y],
    [x, y - by],
    [x, y + by],
  ] as const;
  const inside = ([cx, cy]: readonly [number, number]): boolean =>
    cx >= 0 && cy >= 0 && cx < symbol.size && cy < symbol.size && isDark(symbol, cx, cy);
  return growth > 0 ? corners.some(inside) : corners.every(inside);
}

/** Lines of something like letters: strokes of a module's width, above, below and to the right of the symbol. */
function printAround(from: number, random: Random): InkAt {
  const columns = 128;
  const strokes = Array.from({ length: columns * 64 }, () => random() < 0.42);
  return (u, v) => {
    if (Math.abs(u) < from && Math.abs(v) < from) return false;
    if (Math.abs(u) > 48 || Math.abs(v) > 30) return false;
    const line = Math.floor((v + 32) / 7);
    const inLine = (v + 32) % 7;
    if (inLine > 4.5) return false;
    const column = Math.floor((u + 48) * 1.2);
    const bar = Math.floor(inLine / 1.5);
    return strokes[(line * 3 + bar) * columns + (column % columns)] === true && column % 5 !== 0;
  };
}

/** Gaussian blur in two passes. */
function blurredBy(light: Float32Array, sigma: number): Float32Array {
  if (sigma < 0.1) return light;
  const reach = Math.ceil(sigma * 3);
  const weights = Array.from({ length: reach * 2 + 1 }, (_, k) =>
    Math.exp(-((k - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const kernel = Float32Array.from(weights, (weight) => weight / sum);
  return passed(passed(light, kernel, reach, 1, WIDTH), kernel, reach, WIDTH, HEIGHT);
}

function passed(
  light: Float32Array,
  kernel: Float32Array,
  reach: number,
  step: number,
  length: number,
): Float32Array {
  const out = new Float32Array(light.length);
  for (let at = 0; at < light.length; at++) {
    const place = step === 1 ? at % WIDTH : Math.floor(at / WIDTH);
    const start = at - place * step;
    let sum = 0;
    for (let k = -reach; k <= reach; k++) {
      const other = Math.min(length - 1, Math.max(0, place + k));
      sum += (kernel[k + reach] ?? 0) * (light[start + other * step] ?? 0);
    }
    out[at] = sum;
  }
  return out;
}
