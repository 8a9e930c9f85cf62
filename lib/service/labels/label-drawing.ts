import type { Label } from '../../gs1/labels/label.ts';
import type { LabelSize } from './label-sizes.ts';
import { labelSymbol } from './label-symbol.ts';

/** A label drawn: everything in millimetres from its upper left corner. */
export interface LabelDrawing {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly dark: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** `y` is the base line; the letters are of one width, {@link LETTER_WIDTH} of their size. */
  readonly texts: readonly {
    readonly x: number;
    readonly y: number;
    readonly sizeMm: number;
    readonly text: string;
  }[];
}

/** Of a Courier letter, as part of its size. */
export const LETTER_WIDTH = 0.6;

/** General Specifications 5.12.3, table 8 (regulated healthcare items): 0.254 to 0.99 mm. This is read by a phone, and fits a small pack. */
const PACK_MODULE_MM = 0.4;
/** General Specifications 5.12.3, table 5 (logistic units): 0.495 to 0.94 mm, bars at least 31.75 mm high, ten modules of quiet zone. */
const LOGISTIC_MODULE_MM = 0.5;
const BAR_HEIGHT_MM = 32;
const QUIET_MODULES = 10;

const MARGIN_MM = 2.5;
const MOST_TEXT_MM = 2.9;
const LINE_PITCH = 1.35;
const LOGISTIC_TEXT_MM = 5;

/** Lays out a label on a piece of paper of this size: a pack's text stands beside its symbol, a logistic unit's below. */
export const drawLabel = (label: Label, size: LabelSize): LabelDrawing =>
  label.kind === 'pack' ? drawPack(label, size) : drawLogistic(label, size);

function drawPack(label: Label, { widthMm, heightMm }: LabelSize): LabelDrawing {
  const symbol = labelSymbol(label);
  const module = Math.min(PACK_MODULE_MM, (heightMm - 2 * MARGIN_MM) / symbol.down);
  const top = (heightMm - symbol.down * module) / 2;
  const textX = MARGIN_MM + symbol.across * module + 2 * module + 1;
  const longest = Math.max(...label.lines.map(({ length }) => length));
  const sizeMm = Math.min(MOST_TEXT_MM, (widthMm - MARGIN_MM / 2 - textX) / (longest * LETTER_WIDTH));
  const pitch = sizeMm * LINE_PITCH;
  const firstY = (heightMm - pitch * label.lines.length) / 2 + sizeMm;
  return {
    widthMm,
    heightMm,
    dark: symbol.dark.map(({ x, y, width, height }) => ({
      x: MARGIN_MM + x * module,
      y: top + y * module,
      width: width * module,
      height: height * module,
    })),
    texts: label.lines.map((text, line) => ({ x: textX, y: firstY + line * pitch, sizeMm, text })),
  };
}

function drawLogistic(label: Label, { widthMm, heightMm }: LabelSize): LabelDrawing {
  const symbol = labelSymbol(label);
  const module = Math.min(LOGISTIC_MODULE_MM, widthMm / (symbol.across + 2 * QUIET_MODULES));
  const left = (widthMm - symbol.across * module) / 2;
  const top = heightMm - BAR_HEIGHT_MM - LOGISTIC_TEXT_MM * 2 - MARGIN_MM;
  const sizeMm = LOGISTIC_TEXT_MM;
  return {
    widthMm,
    heightMm,
    dark: symbol.dark.map(({ x, width }) => ({
      x: left + x * module,
      y: top,
      width: width * module,
      height: BAR_HEIGHT_MM,
    })),
    texts: [
      { x: left, y: top - sizeMm, sizeMm, text: 'SSCC' },
      ...label.lines.map((text) => ({
        x: (widthMm - text.length * sizeMm * LETTER_WIDTH) / 2,
        y: top + BAR_HEIGHT_MM + sizeMm * LINE_PITCH,
        sizeMm,
        text,
      })),
    ],
  };
}
