import { crc32 } from 'node:zlib';
import { concatBytes, equalBytes } from '../../kernel/bytes.ts';
import { MOST_PIXELS_ASIDE } from './most-pixels-aside.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The chunks that make the picture: the critical ones, and transparency. */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/**
 * A PNG (W3C PNG, third edition, section 5) with the chunks of its picture only: texts, EXIF, times, colour profiles, animation and
 * whatever follows the end are left out. `undefined` where it is not whole or a checksum is wrong.
 */
export function strippedPng(bytes: Uint8Array): Uint8Array | undefined {
  const chunks = chunksOf(bytes);
  if (chunks?.[0]?.type !== 'IHDR' || !isOfSize(chunks[0].bytes)) return undefined;
  if (chunks.at(-1)?.type !== 'IEND' || !chunks.some(({ type }) => type === 'IDAT')) return undefined;
  return concatBytes(SIGNATURE, ...chunks.filter(({ type }) => KEPT.has(type)).map((chunk) => chunk.bytes));
}

interface Chunk {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The chunks up to the end of the picture, or of the bytes. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  if (!equalBytes(bytes.subarray(0, SIGNATURE.length), SIGNATURE)) return undefined;
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length && chunks.at(-1)?.type !== 'IEND') {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      return undefined;
    chunks.push({
      type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)),
      bytes: bytes.subarray(at, end),
    });
    at = end;
  }
  return chunks;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function isOfSize(header: Uint8Array): boolean {
  const view = viewOf(header);
  const [width, height] = header.length === 25 ? [view.getUint32(8), view.getUint32(12)] : [0, 0];
  return width > 0 && height > 0 && width <= MOST_PIXELS_ASIDE && height <= MOST_PIXELS_ASIDE;
}
