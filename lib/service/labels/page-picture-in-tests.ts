import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A page painted for a decoder: white, with black rectangles. */
export class PagePicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;

  constructor(width: number, height: number) {
    this.width = Math.ceil(width);
    this.height = Math.ceil(height);
    this.data = new Uint8ClampedArray(this.width * this.height * 4).fill(255);
  }

  /** A pixel is black where its middle is. */
  fill(left: number, top: number, right: number, bottom: number): void {
    for (let y = Math.ceil(top - 0.5); y < bottom - 0.5; y++)
      for (let x = Math.ceil(left - 0.5); x < right - 0.5; x++)
        this.data.fill(0, (y * this.width + x) * 4, (y * this.width + x) * 4 + 3);
  }
}

export interface Decoded {
  readonly text: string;
  readonly identifier: string;
}

let prepared = false;

/** Everything that zxing, which shares nothing with our encoder, reads on a picture (PNG or pixels), from top to bottom. */
export async function decodedFrom(picture: PagePicture | Uint8Array): Promise<readonly Decoded[]> {
  if (!prepared) {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } });
    prepared = true;
  }
  const input =
    picture instanceof PagePicture
      ? ({ ...picture, colorSpace: 'srgb' } as unknown as ImageData)
      : Uint8Array.from(picture);
  const found = await readBarcodes(input, {
    formats: ['DataMatrix', 'Code128'],
    textMode: 'Plain',
    tryHarder: true,
    maxNumberOfSymbols: 100,
  });
  return found
    .toSorted((a, b) => {
      const rows = a.position.topLeft.y - b.position.topLeft.y;
      return Math.abs(rows) > 20 ? rows : a.position.topLeft.x - b.position.topLeft.x;
    })
    .map(({ text, symbologyIdentifier }) => ({ text, identifier: symbologyIdentifier }));
}
