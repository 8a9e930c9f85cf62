/** Large enough to read the small print of a pack, small enough for a slow connection. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/**
 * The picture drawn anew on this device, upright, as a JPEG: what the camera wrote beside it (place, time, device) stays behind.
 * `undefined` where it cannot be read.
 */
export async function photoToSend(file: Blob): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return undefined;
  // What is transparent in the picture would come out black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return drawn ?? undefined;
}
