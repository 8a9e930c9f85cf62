/**
 * lib/http/photo: pictures that strangers send, taken apart and put together again with nothing in them but the picture: no place,
 * no camera, no name, no thumbnail, nothing behind the end.
 */
import { strippedJpeg } from './stripped-jpeg.ts';
import { strippedPng } from './stripped-png.ts';
import { strippedWebp } from './stripped-webp.ts';

/** A picture without its metadata. */
export interface Photo {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly bytes: Uint8Array;
}

const FORMS = [
  ['image/jpeg', strippedJpeg],
  ['image/png', strippedPng],
  ['image/webp', strippedWebp],
] as const;

/** The picture alone, told by its bytes and not by what it is called; `undefined` for anything that is not a whole JPEG, PNG or WebP. */
export function strippedPhoto(bytes: Uint8Array): Photo | undefined {
  for (const [type, strip] of FORMS) {
    const stripped = strip(bytes);
    if (stripped) return { type, bytes: stripped };
  }
  return undefined;
}
