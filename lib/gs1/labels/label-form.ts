/**
 * The forms in which labels are given: one SVG file each in a ZIP archive, a PDF of sheets or of single labels for a roll, or the
 * language of label printers (ZPL) at their resolution in dots per inch.
 */
export const LABEL_FORMS = [
  'pdf-a4',
  'pdf-letter',
  'pdf-roll',
  'svg',
  'zpl-203',
  'zpl-300',
  'zpl-600',
] as const;

export type LabelForm = (typeof LABEL_FORMS)[number];
