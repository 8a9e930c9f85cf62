/** A picture in shades of grey, row by row, 0 black to 255 white. */
export type GreyPicture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
};

/** A picture in red, green, blue and opacity, as a browser's canvas gives it. */
export type ColourPicture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

/** The brightness of the middle of a picture, at most so large (ITU-R BT.601, in integers). */
export function greyMiddle(picture: ColourPicture, mostWidth: number, mostHeight: number): GreyPicture {
  const width = Math.min(picture.width, mostWidth);
  const height = Math.min(picture.height, mostHeight);
  const left = (picture.width - width) >> 1;
  const top = (picture.height - height) >> 1;
  const data = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y++) {
    let from = ((y + top) * picture.width + left) * 4;
    for (let x = 0; x < width; x++, from += 4) {
      const red = picture.data[from] ?? 0;
      const green = picture.data[from + 1] ?? 0;
      const blue = picture.data[from + 2] ?? 0;
      data[y * width + x] = (red * 306 + green * 601 + blue * 117) >> 10;
    }
  }
  return { width, height, data };
}

/** The same in colour, for decoders that take nothing else. */
export function colourOf({ width, height, data }: GreyPicture): ColourPicture {
  const words = new Uint32Array(data.length);
  // Opacity is the highest byte on the little-endian machines that browsers run on.
  for (let at = 0; at < data.length; at++) words[at] = 0xff000000 | ((data[at] ?? 0) * 0x010101);
  return { width, height, data: new Uint8ClampedArray(words.buffer) };
}
