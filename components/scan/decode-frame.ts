import type { DecodeFrame } from './sighting.ts';

/** Where the decoder's WebAssembly is served from: our own site, never another. */
const WASM_FOLDER = '/wasm/';

/** The decoder in WebAssembly; where the browser refuses that, the one in JavaScript, which reads fewer codes. */
export async function loadDecoder(): Promise<DecodeFrame> {
  try {
    return await loadWasmDecoder();
  } catch {
    const { decodeWithScript } = await import('./decode-with-script.ts');
    return decodeWithScript;
  }
}

async function loadWasmDecoder(): Promise<DecodeFrame> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  await prepareZXingModule({
    overrides: { locateFile: (file: string) => `${WASM_FOLDER}${file}` },
    fireImmediately: true,
  });
  return async (frame, attempt) => {
    // Every third frame looks for other codes too, every other one takes out noise: both cost time.
    const wide = attempt % 3 === 2;
    const results = await readBarcodes(frame, {
      formats: wide ? ['DataMatrix', 'QRCode', 'EANUPC', 'Code128'] : ['DataMatrix'],
      textMode: 'Plain',
      tryHarder: true,
      tryDenoise: attempt % 2 === 1,
      maxNumberOfSymbols: 4,
    });
    return results
      .filter(({ isValid }) => isValid)
      .map(({ text, symbologyIdentifier }) => ({
        text,
        symbologyIdentifier,
        matrix: /^\][dQ]/.test(symbologyIdentifier),
      }));
  };
}
