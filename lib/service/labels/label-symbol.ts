import bwipjs from 'bwip-js/node';
import { elementStringOf } from '../../gs1/element-string.ts';
import { GS } from '../../gs1/group-separator.ts';
import type { Label } from '../../gs1/labels/label.ts';

/** A dark rectangle of a symbol, in modules from the upper left corner. */
export interface DarkPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A symbol without its quiet zones. A linear one is one module down: its bars are as high as whoever draws it likes. */
export interface LabelSymbol {
  readonly across: number;
  readonly down: number;
  readonly dark: readonly DarkPart[];
}

interface Matrix {
  readonly pixs: readonly number[];
  readonly pixx: number;
  readonly pixy: number;
}

interface Bars {
  readonly sbs: readonly number[];
}

/** How the encoder is told of FNC1. No character of GS1's set 82 is a circumflex, so nothing else can be taken for it. */
const FNC1 = '^FNC1';

/**
 * The symbol of a label: GS1 DataMatrix (ISO/IEC 16022, square) for a pack, GS1-128 (ISO/IEC 15417) for a case or pallet, FNC1 first. The
 * elements are given as they are: the encoder's own reading of bracketed text knows no bracket inside a value.
 */
export function labelSymbol({ kind, elements }: Pick<Label, 'kind' | 'elements'>): LabelSymbol {
  const text = FNC1 + elementStringOf(elements).replaceAll(GS, FNC1);
  const [drawn] = bwipjs.raw(kind === 'pack' ? 'datamatrix' : 'code128', text, {
    parsefnc: true,
  }) as readonly (Matrix | Bars)[];
  if (!drawn) throw new Error('the encoder drew nothing');
  return 'sbs' in drawn ? linear(drawn.sbs) : matrix(drawn);
}

/** Bars and spaces by turns, a bar first. */
function linear(widths: readonly number[]): LabelSymbol {
  const dark: DarkPart[] = [];
  let x = 0;
  for (const [at, width] of widths.entries()) {
    if (at % 2 === 0) dark.push({ x, y: 0, width, height: 1 });
    x += width;
  }
  return { across: x, down: 1, dark };
}

/** Row by row, neighbours joined: a third of the rectangles that single modules would make, and no hairlines between them. */
function matrix({ pixs, pixx, pixy }: Matrix): LabelSymbol {
  const dark: DarkPart[] = [];
  for (let y = 0; y < pixy; y++) {
    let x = 0;
    while (x < pixx) {
      const from = x;
      while (x < pixx && pixs[y * pixx + x] === 1) x++;
      if (x > from) dark.push({ x: from, y, width: x - from, height: 1 });
      x++;
    }
  }
  return { across: pixx, down: pixy, dark };
}
