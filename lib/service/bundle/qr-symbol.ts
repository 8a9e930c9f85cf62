import bwipjs from 'bwip-js/node';

/** A QR code (ISO/IEC 18004) without its quiet zone: `size` modules each way, and where the dark ones stand. */
export interface QrSymbol {
  readonly size: number;
  readonly dark: readonly { readonly x: number; readonly y: number }[];
}

/** The symbol of a text, with error correction of level M. */
export function qrSymbol(text: string): QrSymbol {
  const [drawn] = bwipjs.raw('qrcode', text, 'eclevel=M') as readonly {
    readonly pixs: readonly number[];
    readonly pixx: number;
  }[];
  if (!drawn) throw new Error('the encoder drew nothing');
  const dark = drawn.pixs.flatMap((pixel, at) =>
    pixel === 1 ? [{ x: at % drawn.pixx, y: Math.floor(at / drawn.pixx) }] : [],
  );
  return { size: drawn.pixx, dark };
}
