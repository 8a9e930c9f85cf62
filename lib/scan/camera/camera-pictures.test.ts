import { expect, test } from 'vitest';
import { NEW_PACE, paceAfter, pauseAfter } from './camera-pace.ts';
import { hasMoved, sceneOf } from './camera-scene.ts';
import { doubledPicture } from './doubled-picture.ts';
import { type ColourPicture, colourOf, type GreyPicture, greyMiddle } from './grey-picture.ts';
import { lookOf, pictureFor } from './look-plan.ts';
import { sharpenedPicture, smoothedPicture } from './sharpened-picture.ts';

/** A picture whose brightness at a point is what `light` says. */
function grey(width: number, height: number, light: (x: number, y: number) => number): GreyPicture {
  const data = Uint8ClampedArray.from({ length: width * height }, (_, at) =>
    light(at % width, Math.floor(at / width)),
  );
  return { width, height, data };
}

const colour = (width: number, height: number, light: (x: number, y: number) => number): ColourPicture =>
  colourOf(grey(width, height, light));

test('grey and back is the same grey, and the middle is the middle', () => {
  const picture = colour(9, 7, (x, y) => x * 20 + y);
  expect([...greyMiddle(picture, 100, 100).data]).toEqual([...grey(9, 7, (x, y) => x * 20 + y).data]);
  expect([...greyMiddle(picture, 3, 3).data]).toEqual([...grey(3, 3, (x, y) => (x + 3) * 20 + y + 2).data]);
});

test('brightness weighs green most and blue least (ITU-R BT.601)', () => {
  const pixel = (red: number, green: number, blue: number) =>
    greyMiddle({ width: 1, height: 1, data: Uint8ClampedArray.of(red, green, blue, 255) }, 1, 1).data[0];
  expect([pixel(255, 0, 0), pixel(0, 255, 0), pixel(0, 0, 255), pixel(255, 255, 255)]).toEqual([
    76, 149, 29, 255,
  ]);
});

test('a doubled slope stays a slope', () => {
  const doubled = doubledPicture(grey(8, 8, (x) => x * 16));
  expect([doubled.width, doubled.height]).toEqual([16, 16]);
  expect([...doubled.data.subarray(16 * 5 + 2, 16 * 5 + 8)]).toEqual([12, 20, 28, 36, 44, 52]);
});

test('sharpening and smoothing leave an even picture as it is, and act on an edge', () => {
  const even = grey(20, 20, () => 99);
  expect([...sharpenedPicture(even, 3).data]).toEqual([...even.data]);
  expect([...smoothedPicture(even, 2).data]).toEqual([...even.data]);
  const blurred = smoothedPicture(
    grey(40, 5, (x) => (x < 20 ? 60 : 160)),
    3,
  );
  const row = (picture: GreyPicture) => [...picture.data.subarray(80, 120)];
  const steepest = (values: readonly number[]) =>
    Math.max(...values.slice(1).map((value, at) => value - (values[at] ?? 0)));
  expect(steepest(row(sharpenedPicture(blurred, 3)))).toBeGreaterThan(2 * steepest(row(blurred)));
});

test('every look gets a picture, and within six frames each kind of code is looked for', () => {
  const frame = colour(640, 480, (x, y) => (x ^ y) & 255);
  const looks = [0, 1, 2, 3, 4, 5].map(lookOf);
  for (const look of looks) {
    const { width, height, data } = pictureFor(look, frame);
    expect(data.length).toBe(width * height * 4);
  }
  expect(new Set(looks.flatMap(({ formats }) => formats)).size).toBe(4);
  expect(looks.every(({ formats }) => formats.includes('DataMatrix'))).toBe(true);
});

test('something that moves is noticed, a camera’s grain is not', () => {
  const still = sceneOf(colour(640, 480, (x, y) => (((x >> 4) + (y >> 4)) % 2 ? 200 : 60)));
  const grainy = sceneOf(
    colour(640, 480, (x, y) => (((x >> 4) + (y >> 4)) % 2 ? 200 : 60) + ((x * 7 + y * 13) % 9) - 4),
  );
  const moved = sceneOf(colour(640, 480, (x, y) => ((((x + 9) >> 4) + (y >> 4)) % 2 ? 200 : 60)));
  expect([hasMoved(undefined, still), hasMoved(still, grainy), hasMoved(still, moved)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('looking is eager while something moves, and takes a fifth of a core at most while nothing does', () => {
  const print = (shift: number) =>
    sceneOf(colour(640, 480, (x, y) => ((((x + shift) >> 3) + (y >> 3)) % 2 ? 220 : 30)));
  const arrived = paceAfter(NEW_PACE, print(0), 10_000);
  expect(pauseAfter(arrived, 30, 10_000)).toBe(50);
  const still = paceAfter(arrived, print(0), 13_000);
  for (const busyMs of [5, 30, 120, 400]) {
    expect(busyMs / (busyMs + pauseAfter(still, busyMs, 13_000))).toBeLessThanOrEqual(0.2);
  }
  const again = paceAfter(still, print(5), 13_100);
  expect(pauseAfter(again, 30, 13_100)).toBe(50);
});

test('an empty desk is nothing to be eager about', () => {
  const desk = (light: number) => sceneOf(colour(640, 480, () => light));
  const pace = paceAfter(paceAfter(NEW_PACE, desk(80), 0), desk(140), 5000);
  expect(30 / (30 + pauseAfter(pace, 30, 5000))).toBeLessThanOrEqual(0.2);
});
