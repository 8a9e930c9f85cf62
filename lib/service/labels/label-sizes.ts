import type { LabelKind } from '../../gs1/labels/label.ts';

/** A piece of label paper. */
export interface LabelSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A page, and how its labels lie on it. */
export interface LabelPage {
  readonly page: LabelSize;
  readonly label: LabelSize;
  readonly columns: number;
  readonly rows: number;
  /** From the page's corner to the first label, and from one label to the next. */
  readonly leftMm: number;
  readonly topMm: number;
  readonly stepXMm: number;
  readonly stepYMm: number;
}

const INCH_MM = 25.4;
const A4: LabelSize = { widthMm: 210, heightMm: 297 };
const LETTER: LabelSize = { widthMm: 8.5 * INCH_MM, heightMm: 11 * INCH_MM };

/** Of a roll, one label is one page. */
export const ROLL_LABEL: Readonly<Record<LabelKind, LabelSize>> = {
  pack: { widthMm: 60, heightMm: 25 },
  logistic: { widthMm: 100, heightMm: 150 },
};

/** A page cut into equal labels without gaps. */
const cut = (page: LabelSize, columns: number, rows: number): LabelPage => {
  const label = { widthMm: page.widthMm / columns, heightMm: page.heightMm / rows };
  return {
    ...{ page, label, columns, rows, leftMm: 0, topMm: 0 },
    stepXMm: label.widthMm,
    stepYMm: label.heightMm,
  };
};

const roll = (label: LabelSize): LabelPage => cut(label, 1, 1);

/** Sheets as stationers sell them: 33 of 64 × 24.3 mm on A4, 30 of 2⅝ × 1 inch on Letter, and four logistic labels on either. */
export const LABEL_PAGES: Readonly<Record<'a4' | 'letter' | 'roll', Readonly<Record<LabelKind, LabelPage>>>> =
  {
    a4: {
      pack: {
        ...{ page: A4, label: { widthMm: 64, heightMm: 24.3 }, columns: 3, rows: 11 },
        ...{ leftMm: 6.5, topMm: 14.85, stepXMm: 66.5, stepYMm: 24.3 },
      },
      logistic: cut(A4, 2, 2),
    },
    letter: {
      pack: {
        page: LETTER,
        label: { widthMm: 2.625 * INCH_MM, heightMm: INCH_MM },
        ...{ columns: 3, rows: 10, leftMm: 0.1875 * INCH_MM, topMm: 0.5 * INCH_MM },
        ...{ stepXMm: 2.75 * INCH_MM, stepYMm: INCH_MM },
      },
      logistic: cut(LETTER, 2, 2),
    },
    roll: { pack: roll(ROLL_LABEL.pack), logistic: roll(ROLL_LABEL.logistic) },
  };
