import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from '@playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What a scanner sends for the code in a picture on the page, symbology identifier first, as recommended. */
export async function readCode(picture: Locator): Promise<string> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer } });
  const png = await picture.screenshot();
  const [found] = await readBarcodes(Uint8Array.from(png), { textMode: 'Plain', tryHarder: true });
  if (found === undefined) throw new Error('the picture shows no code that can be read');
  return found.symbologyIdentifier + found.text;
}
