import type { GreyPicture } from './grey-picture.ts';

/**
 * A picture twice as wide and high; between pixels it is interpolated in both directions. So the modules of a symbol get enough
 * pixels to be told apart once they are sharpened.
 */
export function doubledPicture({ width, height, data }: GreyPicture): GreyPicture {
  const wide = width * 2;
  const rows = new Uint8ClampedArray(wide * height);
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    const out = rows.subarray(y * wide, (y + 1) * wide);
    for (let x = 0; x < width; x++) {
      const here = row[x] ?? 0;
      // The new pixels lie a quarter of a pixel to either side of the old one.
      out[2 * x] = (3 * here + (row[Math.max(0, x - 1)] ?? 0) + 2) >> 2;
      out[2 * x + 1] = (3 * here + (row[Math.min(width - 1, x + 1)] ?? 0) + 2) >> 2;
    }
  }
  const doubled = new Uint8ClampedArray(wide * height * 2);
  for (let y = 0; y < height; y++) {
    const here = y * wide;
    const above = Math.max(0, y - 1) * wide;
    const below = Math.min(height - 1, y + 1) * wide;
    const out = 2 * here;
    for (let x = 0; x < wide; x++) {
      const value = 3 * (rows[here + x] ?? 0);
      doubled[out + x] = (value + (rows[above + x] ?? 0) + 2) >> 2;
      doubled[out + wide + x] = (value + (rows[below + x] ?? 0) + 2) >> 2;
    }
  }
  return { width: wide, height: height * 2, data: doubled };
}
