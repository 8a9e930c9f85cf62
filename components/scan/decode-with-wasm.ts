import { readBarcodes } from 'zxing-wasm/reader';
import type { ColourPicture } from '../../lib/scan/camera/grey-picture.ts';
import { lookOf, pictureFor } from '../../lib/scan/camera/look-plan.ts';
import type { DecodeFrame } from './sighting.ts';
import { sightingOf } from './sighting-of.ts';

/** Reads the codes in a frame with zxing in WebAssembly, which must have been prepared. Each attempt looks in another way. */
export const decodeWithWasm: DecodeFrame = async (frame, attempt) => {
  const look = lookOf(attempt);
  const results = await readBarcodes(imageOf(pictureFor(look, frame)), {
    formats: [...look.formats],
    textMode: 'Plain',
    tryHarder: true,
    tryDenoise: look.denoise,
    maxNumberOfSymbols: 4,
  });
  return results
    .filter(({ isValid }) => isValid)
    .map(({ text, symbologyIdentifier }) => sightingOf(text, symbologyIdentifier));
};

/** In a browser the decoder takes a browser's own picture and no other; elsewhere there is none, and it takes one like it. */
const imageOf = ({ data, width, height }: ColourPicture): ImageData =>
  typeof ImageData === 'undefined'
    ? { data, width, height, colorSpace: 'srgb' }
    : new ImageData(data, width, height);
