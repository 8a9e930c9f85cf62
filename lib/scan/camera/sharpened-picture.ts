import type { GreyPicture } from './grey-picture.ts';

/** How strongly a pixel is moved away from the mean around it; measured best for symbols out of focus. */
const AMOUNT = 4;

/** Undoes some of a blur: every pixel is moved away from the mean of `reach` pixels around it (an unsharp mask of two box passes). */
export function sharpenedPicture(picture: GreyPicture, reach: number): GreyPicture {
  const { width, height, data } = picture;
  const mean = boxMean(boxMean(data, width, height, reach), width, height, reach);
  const sharp = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at++) {
    const here = data[at] ?? 0;
    sharp[at] = here + AMOUNT * (here - (mean[at] ?? 0));
  }
  return { width, height, data: sharp };
}

/** Every pixel as the mean of `reach` pixels around it: takes out the grain of poor light. */
export function smoothedPicture({ width, height, data }: GreyPicture, reach: number): GreyPicture {
  return { width, height, data: Uint8ClampedArray.from(boxMean(data, width, height, reach)) };
}

/** The mean of each pixel's square, by running sums: its cost does not depend on the reach. */
function boxMean(data: ArrayLike<number>, width: number, height: number, reach: number): Float32Array {
  const rows = new Float32Array(data.length);
  const size = reach * 2 + 1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    for (let k = -reach; k <= reach; k++) sum += data[row + inside(k, width)] ?? 0;
    for (let x = 0; x < width; x++) {
      rows[row + x] = sum / size;
      sum += (data[row + inside(x + reach + 1, width)] ?? 0) - (data[row + inside(x - reach, width)] ?? 0);
    }
  }
  return columnMean(rows, width, height, reach);
}

function columnMean(rows: Float32Array, width: number, height: number, reach: number): Float32Array {
  const mean = new Float32Array(rows.length);
  const sums = new Float32Array(width);
  const size = reach * 2 + 1;
  for (let k = -reach; k <= reach; k++) {
    const row = inside(k, height) * width;
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + (rows[row + x] ?? 0);
  }
  for (let y = 0; y < height; y++) {
    const [enters, leaves] = [inside(y + reach + 1, height) * width, inside(y - reach, height) * width];
    for (let x = 0; x < width; x++) {
      const sum = sums[x] ?? 0;
      mean[y * width + x] = sum / size;
      sums[x] = sum + (rows[enters + x] ?? 0) - (rows[leaves + x] ?? 0);
    }
  }
  return mean;
}

const inside = (at: number, length: number): number => Math.min(length - 1, Math.max(0, at));
