import PDFDocument from 'pdfkit';
import type { Label, LabelKind } from '../../gs1/labels/label.ts';
import { drawLabel, type LabelDrawing } from './label-drawing.ts';
import { LABEL_PAGES, type LabelPage } from './label-sizes.ts';
import type { LabelSink, LabelWriter } from './label-writer.ts';

/** PDF counts in points: 72 in an inch. */
const POINTS = 72 / 25.4;

/** Courier, which every reader of PDF has (ISO 32000-1, 9.6.2.2); a label has no other letters than ASCII. */
const FONT = 'Courier';

/** A PDF of label sheets. The symbols are areas, so that they are printed at the printer's own resolution. Pages leave memory as they fill. */
export function pdfLabels(medium: keyof typeof LABEL_PAGES, kind: LabelKind, sink: LabelSink): LabelWriter {
  const sheet = LABEL_PAGES[medium][kind];
  const doc = new PDFDocument({
    size: [sheet.page.widthMm * POINTS, sheet.page.heightMm * POINTS],
    margin: 0,
    autoFirstPage: false,
    font: FONT,
    // Without a date of its own, the same labels make the same file.
    info: { Producer: 'Vialog', Creator: 'Vialog', CreationDate: new Date(0) },
  });
  doc.on('data', sink);
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  let count = 0;
  return {
    add: (label) => {
      const at = count % (sheet.columns * sheet.rows);
      if (at === 0) doc.addPage();
      draw(doc, sheet, at, label);
      count++;
    },
    end: async () => {
      if (count === 0) doc.addPage();
      doc.end();
      await ended;
    },
  };
}

function draw(doc: PDFKit.PDFDocument, sheet: LabelPage, at: number, label: Label): void {
  const x = sheet.leftMm + (at % sheet.columns) * sheet.stepXMm;
  const y = sheet.topMm + Math.floor(at / sheet.columns) * sheet.stepYMm;
  const drawing: LabelDrawing = drawLabel(label, sheet.label);
  doc
    .save()
    .translate(x * POINTS, y * POINTS)
    .scale(POINTS)
    .fillColor('black');
  for (const part of drawing.dark) doc.rect(part.x, part.y, part.width, part.height);
  doc.fill();
  for (const text of drawing.texts)
    doc.font(FONT, text.sizeMm).text(text.text, text.x, text.y, { lineBreak: false, baseline: 'alphabetic' });
  doc.restore();
}
