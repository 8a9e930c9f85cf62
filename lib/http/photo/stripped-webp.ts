import { concatBytes } from '../../kernel/bytes.ts';
import { MOST_PIXELS_ASIDE } from './most-pixels-aside.ts';

/** The chunks that make a still picture (RFC 9649 section 2). */
const KEPT: ReadonlySet<string> = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L']);

/** RFC 9649 section 2.7: in the first byte of VP8X, that a colour profile, EXIF, XMP are there, and that it moves. */
const PROFILE = 0x20;
const EXIF = 0x08;
const XMP = 0x04;
const ANIMATION = 0x02;

interface Chunk {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * A WebP (RFC 9649) with the chunks of its picture only: EXIF, XMP, colour profiles, unknown chunks and whatever follows the end are
 * left out. `undefined` where it is not whole, moves, or has a frame or a canvas of no size or one too large.
 */
export function strippedWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP') return undefined;
  const end = 8 + view.getUint32(4, true);
  const chunks = end <= bytes.length ? chunksOf(bytes, view, end) : undefined;
  const kept = chunks?.filter(({ type }) => KEPT.has(type));
  if (kept?.filter(({ type }) => type === 'VP8 ' || type === 'VP8L').length !== 1) return undefined;
  if (kept.some(({ type, bytes: chunk }) => type === 'VP8X' && ((chunk[8] ?? 0) & ANIMATION) !== 0))
    return undefined;
  if (!kept.every(isOfSize)) return undefined;
  return riffOf(kept.map(({ type, bytes: chunk }) => (type === 'VP8X' ? withoutMetadata(chunk) : chunk)));
}

function chunksOf(bytes: Uint8Array, view: DataView, end: number): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= end) {
    const size = view.getUint32(at + 4, true);
    // Chunks are padded to an even length.
    const next = at + 8 + size + (size % 2);
    if (next > end) return undefined;
    chunks.push({ type: textAt(bytes, at), bytes: bytes.slice(at, next) });
    at = next;
  }
  return at === end ? chunks : undefined;
}

/** Whether the picture or canvas that the chunk tells the size of has one, and not too large a one. Other chunks tell none. */
function isOfSize(chunk: Chunk): boolean {
  const sides = chunk.type === 'ALPH' ? [] : sidesOf(chunk);
  return sides?.every((side) => side > 0 && side <= MOST_PIXELS_ASIDE) === true;
}

/** Width and height behind the eight bytes that head every chunk; `undefined` where they are not there. */
function sidesOf({ type, bytes }: Chunk): readonly number[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'VP8X') return bytes.length < 18 ? undefined : [u24(view, 12) + 1, u24(view, 15) + 1];
  if (type === 'VP8L') return losslessSides(view);
  return lossySides(view);
}

/** RFC 6386 section 9.1: a key frame, its start code, then twice 14 bits of size and two of scale. */
function lossySides(view: DataView): readonly number[] | undefined {
  if (view.byteLength < 18 || (view.getUint8(8) & 1) !== 0 || u24(view, 11) !== 0x2a019d) return undefined;
  return [view.getUint16(14, true) & 0x3fff, view.getUint16(16, true) & 0x3fff];
}

/** RFC 9649 section 3.4: a signature, then twice 14 bits of the size less one. */
function losslessSides(view: DataView): readonly number[] | undefined {
  if (view.byteLength < 13 || view.getUint8(8) !== 0x2f) return undefined;
  const bits = view.getUint32(9, true);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

const u24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

function withoutMetadata(chunk: Uint8Array): Uint8Array {
  const changed = chunk.slice();
  changed[8] = (chunk[8] ?? 0) & ~(PROFILE | EXIF | XMP);
  return changed;
}

function riffOf(chunks: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(...chunks);
  const head = new Uint8Array(12);
  head.set(new TextEncoder().encode('RIFF'), 0);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  head.set(new TextEncoder().encode('WEBP'), 8);
  return concatBytes(head, body);
}

const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
