import { type LabelDrawing, LETTER_WIDTH } from './label-drawing.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
/** Thousandths of a millimetre are finer than any printer. */
const mm = (value: number): string => String(Math.round(value * 1000) / 1000);

/** A drawn label as an SVG file of its real size, black on white. */
export function svgLabel({ widthMm, heightMm, dark, texts }: LabelDrawing): string {
  const path = dark
    .map(({ x, y, width, height }) => `M${mm(x)} ${mm(y)}h${mm(width)}v${mm(height)}h-${mm(width)}z`)
    .join('');
  const lines = texts.map(({ x, y, sizeMm, text }) => {
    // Whatever font the viewer has, the line is as wide as it was laid out.
    const width = mm(text.length * sizeMm * LETTER_WIDTH);
    return `<text x="${mm(x)}" y="${mm(y)}" font-size="${mm(sizeMm)}" textLength="${width}" xml:space="preserve">${escaped(text)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(widthMm)}mm" height="${mm(heightMm)}mm" viewBox="0 0 ${mm(widthMm)} ${mm(heightMm)}" font-family="Courier, monospace">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<path d="${path}" shape-rendering="crispEdges"/>`,
    ...lines,
    '</svg>\n',
  ].join('\n');
}
