import { inflateSync } from 'node:zlib';
import { PagePicture } from './page-picture-in-tests.ts';

/** A transformation, as the operator cm gives it (ISO 32000-1, 8.3.3). */
type Matrix = readonly [number, number, number, number, number, number];

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

/** A page of a PDF: the rectangles that it fills, painted, and the text that it shows, piece by piece. */
export interface PdfPage {
  readonly picture: PagePicture;
  readonly texts: readonly string[];
}

/** Reads a PDF of rectangles and text, a small part of ISO 32000-1 written for these tests: another reading of what was written. */
export function pdfPages(pdf: Uint8Array, dotsPerPoint: number): readonly PdfPage[] {
  const text = Buffer.from(pdf).toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const streams = [...text.matchAll(/\/Length (\d+)[^>]*>>\nstream\n/g)].map((match) => {
    const from = match.index + match[0].length;
    return inflateSync(pdf.subarray(from, from + Number(match[1]))).toString('latin1');
  });
  return streams.map((content, at) =>
    paint(content, Number(boxes[at]?.[1]), Number(boxes[at]?.[2]), dotsPerPoint),
  );
}

function paint(content: string, width: number, height: number, scale: number): PdfPage {
  const picture = new PagePicture(width * scale, height * scale);
  const texts: string[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let rectangles: (readonly number[])[] = [];
  const restore = () => {
    matrix = saved.pop() ?? matrix;
  };
  const operators: Readonly<Record<string, (numbers: readonly number[], line: string) => void>> = {
    q: () => saved.push(matrix),
    Q: restore,
    cm: (numbers) => {
      matrix = times(numbers as unknown as Matrix, matrix);
    },
    re: (numbers) => rectangles.push(corners(numbers, matrix)),
    f: () => {
      for (const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] of rectangles)
        picture.fill(x0 * scale, (height - y1) * scale, x1 * scale, (height - y0) * scale);
      rectangles = [];
    },
    TJ: (_, line) => texts.push(shown(line)),
  };
  for (const line of content.split('\n')) {
    const words = line.trim().split(/\s+/);
    operators[words.at(-1) ?? '']?.(words.slice(0, -1).map(Number), line);
  }
  return { picture, texts };
}

/** The pieces of text of one TJ, without what moves them apart. */
const shown = (line: string): string =>
  [...line.matchAll(/<([0-9a-f]+)>/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
    .join('');

/** Lower left and upper right corner on the page. */
function corners([x = 0, y = 0, width = 0, height = 0]: readonly number[], m: Matrix): readonly number[] {
  const xs = [x, x + width].map((at) => at * m[0] + m[4]).toSorted((a, b) => a - b);
  const ys = [y, y + height].map((at) => at * m[3] + m[5]).toSorted((a, b) => a - b);
  return [xs[0] ?? 0, ys[0] ?? 0, xs[1] ?? 0, ys[1] ?? 0];
}
