import { concatBytes } from '../../kernel/bytes.ts';
import { MOST_PIXELS_ASIDE } from './most-pixels-aside.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const TABLES = 0xc4;
const ARITHMETIC = 0xcc;
const QUANTISATION = 0xdb;
const RESTART_INTERVAL = 0xdd;

/** ITU-T T.81 table B.1: the start of a frame is C0 to CF but for C4, C8 and CC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== TABLES && marker !== 0xc8 && marker !== ARITHMETIC;

const isKept = (marker: number): boolean =>
  isFrame(marker) || [SCAN, TABLES, ARITHMETIC, QUANTISATION, RESTART_INTERVAL].includes(marker);

/**
 * A JPEG (ITU-T T.81 annex B) with its frames, tables and scans only: application segments, where EXIF, XMP and thumbnails live, comments
 * and whatever follows the end are left out. `undefined` where it is not whole.
 */
export function strippedJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const segments = segmentsOf(bytes);
  const has = (is: (marker: number) => boolean) => segments?.some(({ marker }) => is(marker)) === true;
  if (!segments || !has(isFrame) || !has((marker) => marker === SCAN)) return undefined;
  const kept = segments.filter(({ marker }) => isKept(marker)).map((segment) => segment.bytes);
  return concatBytes(Uint8Array.of(0xff, START), ...kept, Uint8Array.of(0xff, END));
}

interface Segment {
  readonly marker: number;
  readonly bytes: Uint8Array;
}

/** The segments between the start and the end of the picture. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const segments: Segment[] = [];
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== END) {
    const marker = bytes[at + 1] ?? 0;
    const end = segmentEnd(bytes, at, marker);
    if (end === undefined || (isFrame(marker) && !isOfSize(bytes, at))) return undefined;
    segments.push({ marker, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return bytes[at] === 0xff ? segments : undefined;
}

/** Where the segment that begins at `at` ends; that of a scan after its coded data. */
function segmentEnd(bytes: Uint8Array, at: number, marker: number): number | undefined {
  const length = u16(bytes, at + 2);
  const end = at + 2 + length;
  if (length < 2 || end > bytes.length || marker < 0xc0) return undefined;
  return marker === SCAN ? dataEnd(bytes, end) : end;
}

/** Coded data run to the next marker; a stuffed zero and the restart markers are part of them (T.81 B.1.1.5). */
function dataEnd(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return undefined;
}

function isOfSize(bytes: Uint8Array, at: number): boolean {
  const [height, width] = [u16(bytes, at + 5), u16(bytes, at + 7)];
  return height > 0 && width > 0 && height <= MOST_PIXELS_ASIDE && width <= MOST_PIXELS_ASIDE;
}

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
