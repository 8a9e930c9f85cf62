import type { DecodeFrame } from './sighting.ts';

/** Where the decoder's WebAssembly is served from: our own site, never another. */
const WASM_FOLDER = '/wasm/';

/** The decoder in WebAssembly; where the browser refuses that, the one in JavaScript, which reads fewer codes. */
export async function loadDecoder(webAssembly: boolean): Promise<DecodeFrame> {
  try {
    if (webAssembly) return await loadWasmDecoder();
  } catch {
    // The other decoder is loaded below.
  }
  const { decodeWithScript } = await import('./decode-with-script.ts');
  return decodeWithScript;
}

async function loadWasmDecoder(): Promise<DecodeFrame> {
  const [{ prepareZXingModule }, { decodeWithWasm }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('./decode-with-wasm.ts'),
  ]);
  await prepareZXingModule({
    overrides: { locateFile: (file: string) => `${self.location.origin}${WASM_FOLDER}${file}` },
    fireImmediately: true,
  });
  return decodeWithWasm;
}
