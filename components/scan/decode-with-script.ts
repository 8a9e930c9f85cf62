import { BinaryBitmap, DataMatrixReader, GlobalHistogramBinarizer, RGBLuminanceSource } from '@zxing/library';
import { GS } from '../../lib/gs1/group-separator.ts';
import type { ColourPicture } from '../../lib/scan/camera/grey-picture.ts';
import type { DecodeFrame } from './sighting.ts';
import { sightingOf } from './sighting-of.ts';

/** Reads DataMatrix codes without WebAssembly. It tells FNC1 in first place by a separator at the start. */
export const decodeWithScript: DecodeFrame = async (frame) => {
  const source = new RGBLuminanceSource(luminanceOf(frame), frame.width, frame.height);
  try {
    const text = new DataMatrixReader()
      .decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
      .getText();
    const gs1 = text.startsWith(GS);
    return [gs1 ? sightingOf(text.slice(1), ']d2') : sightingOf(text, ']d1')];
  } catch {
    // The library throws where it finds nothing.
    return [];
  }
};

/** Brightness of each pixel (ITU-R BT.601, in integers). */
function luminanceOf({ data, width, height }: ColourPicture): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    grey[at] = (red * 306 + green * 601 + blue * 117) >> 10;
  }
  return grey;
}
