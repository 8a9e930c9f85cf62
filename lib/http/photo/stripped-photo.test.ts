import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { concatBytes, utf8Of } from '../../kernel/bytes.ts';
import { PHOTOS_IN_TESTS } from './photos-in-tests.ts';
import { strippedPhoto } from './stripped-photo.ts';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

test.each(PHOTOS_IN_TESTS)(
  '%s is kept without what it says of its maker, camera and place',
  (_name, type, base64) => {
    const bytes = bytesOf(base64);
    expect(latin(bytes)).toMatch(/SECRETCAM[\s\S]*SECRET NAME/);
    const stripped = strippedPhoto(bytes);
    expect(stripped?.type).toBe(type);
    const left = stripped?.bytes ?? bytes;
    expect(latin(left)).not.toMatch(/SECRET|Exif|EXIF|eXIf|pHYs/);
    expect(left.length).toBeLessThan(bytes.length);
    expect(strippedPhoto(left)?.bytes).toEqual(left);
  },
);

test.each(PHOTOS_IN_TESTS)('what hides behind the end of %s is left out', (_name, _type, base64) => {
  const bytes = bytesOf(base64);
  const hiding = concatBytes(bytes, utf8Of('a message behind the end'));
  expect(strippedPhoto(hiding)?.bytes).toEqual(strippedPhoto(bytes)?.bytes);
});

test.each(PHOTOS_IN_TESTS)('%s that is cut off anywhere is refused', (_name, _type, base64) => {
  const bytes = bytesOf(base64);
  for (let length = 0; length < bytes.length; length++)
    expect(strippedPhoto(bytes.slice(0, length)), `${length} bytes`).toBeUndefined();
});

test('the pixels of a PNG stay as they were', () => {
  const [, , base64] = PHOTOS_IN_TESTS[2];
  const bytes = bytesOf(base64);
  const stripped = strippedPhoto(bytes);
  expect(PNG.sync.read(Buffer.from(stripped?.bytes ?? [])).data).toEqual(
    PNG.sync.read(Buffer.from(bytes)).data,
  );
});

test('a comment and every application segment of a JPEG go', () => {
  const bytes = bytesOf(PHOTOS_IN_TESTS[0][2]);
  const comment = Uint8Array.of(0xff, 0xfe, 0, 5, 0x61, 0x62, 0x63);
  const app13 = Uint8Array.of(0xff, 0xed, 0, 4, 0x78, 0x79);
  const more = concatBytes(bytes.slice(0, 2), comment, app13, bytes.slice(2));
  expect(strippedPhoto(more)?.bytes).toEqual(strippedPhoto(bytes)?.bytes);
});

test.each([
  [
    'a picture that moves',
    (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 20 ? byte | 2 : byte)),
    3,
  ],
  [
    'a PNG with a wrong checksum',
    (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 30 ? byte ^ 1 : byte)),
    2,
  ],
  [
    'a PNG of a million pixels aside',
    (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 17 ? 15 : byte)),
    2,
  ],
] as const)('%s is refused', (_what, change, which) => {
  expect(strippedPhoto(change(bytesOf(PHOTOS_IN_TESTS[which][2])))).toBeUndefined();
});

/** Where the fixtures have their chunks: VP8X at 12, with its canvas at 24; the frame at 30. */
test.each([
  ['a canvas', 3, 24, [0xff, 0xff, 0x0f]],
  ['a lossy frame of no width', 3, 44, [0, 0]],
  ['a lossy frame that is too high', 3, 46, [0x41, 0x1f]],
  ['a lossy frame without its start code', 3, 41, [0]],
  ['a lossless frame that is too wide', 4, 39, [0xff, 0x3f]],
  ['a lossless frame without its signature', 4, 38, [0]],
] as const)('a WebP with %s is refused', (_what, which, at, written) => {
  const bytes = bytesOf(PHOTOS_IN_TESTS[which][2]);
  bytes.set(written, at);
  expect(strippedPhoto(bytes)).toBeUndefined();
});

test.each(['', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'RIFF\0\0\0\0WEBP'])(
  'what is no photo (%j) is refused',
  (text) => {
    expect(strippedPhoto(utf8Of(text))).toBeUndefined();
  },
);
