import { elementStringOf } from '../../gs1/element-string.ts';
import { GS } from '../../gs1/group-separator.ts';
import type { Label } from '../../gs1/labels/label.ts';
import { LETTER_WIDTH } from './label-drawing.ts';
import { ROLL_LABEL } from './label-sizes.ts';
import { labelSymbol } from './label-symbol.ts';

/** Resolutions of label printers, in dots per inch. */
export type PrinterDpi = 203 | 300 | 600;

const INCH_MM = 25.4;
/** Dots of a module: 0.38, 0.34 and 0.38 mm for a pack, 0.5 mm for bars. */
const PACK_MODULE: Readonly<Record<PrinterDpi, number>> = { 203: 3, 300: 4, 600: 9 };
const BAR_MODULE: Readonly<Record<PrinterDpi, number>> = { 203: 4, 300: 6, 600: 12 };
const BAR_HEIGHT_MM = 32;
const MARGIN_MM = 2.5;
const TEXT_MM = 2.9;
const LOGISTIC_TEXT_MM = 5;
const LINE_PITCH = 1.35;

/** In ^BX data this character announces a function character. No value of GS1's set 82 holds it, so none need be escaped. */
const ESCAPE = '|';
const FNC1 = `${ESCAPE}1`;

/**
 * A label in the language of Zebra's printers, which draw the symbol themselves: ^BX at quality 200 for a pack, ^BC for a case or pallet.
 * No value can end a field or begin a command, because set 82 has neither circumflex nor tilde.
 */
export const zplLabel = (label: Label, dpi: PrinterDpi): string =>
  label.kind === 'pack' ? zplPack(label, dpi) : zplLogistic(label, dpi);

const dots = (mm: number, dpi: PrinterDpi): number => Math.round((mm * dpi) / INCH_MM);

function zplPack(label: Label, dpi: PrinterDpi): string {
  const { widthMm, heightMm } = ROLL_LABEL.pack;
  const module = PACK_MODULE[dpi];
  const { across, down } = labelSymbol(label);
  const left = dots(MARGIN_MM, dpi);
  const top = Math.round((dots(heightMm, dpi) - down * module) / 2);
  const textX = left + (across + 2) * module + dots(1, dpi);
  const longest = Math.max(...label.lines.map(({ length }) => length));
  const room = (dots(widthMm, dpi) - left / 2 - textX) / (longest * LETTER_WIDTH);
  const size = Math.floor(Math.min(dots(TEXT_MM, dpi), room));
  const pitch = Math.round(size * LINE_PITCH);
  const firstY = Math.round((dots(heightMm, dpi) - pitch * label.lines.length) / 2);
  const data = FNC1 + elementStringOf(label.elements).replaceAll(GS, FNC1);
  return framed(dpi, { widthMm, heightMm }, [
    `^FO${left},${top}^BXN,${module},200,${across},${down},,${ESCAPE}^FD${data}^FS`,
    ...label.lines.map((text, line) => textAt(textX, firstY + line * pitch, size, text)),
  ]);
}

function zplLogistic(label: Label, dpi: PrinterDpi): string {
  const { widthMm, heightMm } = ROLL_LABEL.logistic;
  const module = BAR_MODULE[dpi];
  const left = Math.round((dots(widthMm, dpi) - labelSymbol(label).across * module) / 2);
  const height = dots(BAR_HEIGHT_MM, dpi);
  const size = dots(LOGISTIC_TEXT_MM, dpi);
  const top = dots(heightMm - LOGISTIC_TEXT_MM * 2 - MARGIN_MM, dpi) - height;
  return framed(dpi, { widthMm, heightMm }, [
    textAt(left, top - size * 2, size, 'SSCC'),
    // >; begins in code set C, where digits go two by two, and >8 is FNC1.
    `^FO${left},${top}^BY${module}^BCN,${height},N,N,N,N^FD>;>8${elementStringOf(label.elements)}^FS`,
    ...label.lines.map((text) => textAt(left, top + height + Math.round(size / 2), size, text)),
  ]);
}

const textAt = (x: number, y: number, size: number, text: string): string =>
  `^FO${x},${y}^A0N,${size},${size}^FD${text}^FS`;

const framed = (
  dpi: PrinterDpi,
  { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number },
  fields: readonly string[],
): string =>
  ['^XA^CI28', `^PW${dots(widthMm, dpi)}^LL${dots(heightMm, dpi)}`, ...fields, '^XZ', ''].join('\n');
