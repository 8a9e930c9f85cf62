import PDFDocument from 'pdfkit';
import type { BundleCover } from './cover-lines.ts';
import { qrSymbol } from './qr-symbol.ts';

/** A4 in points, its margin, and the side of the QR code: 35 mm. */
const PAGE = { size: 'A4', margin: 50 } as const;
const QR_POINTS = 100;

/** Helvetica, which every reader of PDF has (ISO 32000-1, 9.6.2.2), knows no letters beyond Latin 1. */
const plain = (text: string): string => text.replace(/[^\x20-\x7e\xa0-\xff]/g, '?');

/** The cover as a PDF of A4 pages. The same cover makes the same file. */
export async function pdfCover({ title, check, facts, entries, notes }: BundleCover): Promise<Uint8Array> {
  const doc = new PDFDocument({
    ...PAGE,
    info: { Title: plain(title), Producer: 'Vialog', Creator: 'Vialog', CreationDate: new Date(0) },
  });
  const pieces: Uint8Array[] = [];
  doc.on('data', (piece: Uint8Array) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.font('Helvetica-Bold').fontSize(18).text(plain(title), { width: 380 });
  drawQr(doc, check);
  doc.font('Helvetica').fontSize(10).moveDown();
  doc.text(plain(check), { link: check, underline: true, width: 380 });
  doc.y = Math.max(doc.y, PAGE.margin + QR_POINTS) + 16;
  for (const [name, value] of facts) {
    doc
      .font('Helvetica-Bold')
      .text(plain(name), { continued: true })
      .font('Helvetica')
      .text(`  ${plain(value)}`);
  }
  doc.moveDown().font('Helvetica-Bold').text('Entries').font('Helvetica');
  for (const line of entries) doc.text(plain(line));
  doc.moveDown();
  for (const note of notes) doc.text(plain(note)).moveDown(0.5);
  doc.end();
  await ended;
  return Buffer.concat(pieces);
}

function drawQr(doc: PDFKit.PDFDocument, text: string): void {
  const { size, dark } = qrSymbol(text);
  const module = QR_POINTS / size;
  const left = doc.page.width - PAGE.margin - QR_POINTS;
  doc.save();
  for (const { x, y } of dark) doc.rect(left + x * module, PAGE.margin + y * module, module, module);
  doc.fill('black').restore();
}
