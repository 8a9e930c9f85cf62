import type { Label, LabelKind } from '../../gs1/labels/label.ts';
import type { LabelForm } from '../../gs1/labels/label-form.ts';
import { drawLabel } from './label-drawing.ts';
import { ROLL_LABEL } from './label-sizes.ts';
import type { LabelSink, LabelWriter } from './label-writer.ts';
import { pdfLabels } from './pdf-labels.ts';
import { svgLabel } from './svg-label.ts';
import { ZipWriter } from './zip-writer.ts';
import { type PrinterDpi, zplLabel } from './zpl-label.ts';

/** Begins a file of labels in one of the {@link LabelForm}s. */
export function openLabelWriter(form: LabelForm, kind: LabelKind, sink: LabelSink): LabelWriter {
  switch (form) {
    case 'pdf-a4':
      return pdfLabels('a4', kind, sink);
    case 'pdf-letter':
      return pdfLabels('letter', kind, sink);
    case 'pdf-roll':
      return pdfLabels('roll', kind, sink);
    case 'svg':
      return zippedSvgs(sink);
    case 'zpl-203':
      return zplFile(203, sink);
    case 'zpl-300':
      return zplFile(300, sink);
    case 'zpl-600':
      return zplFile(600, sink);
  }
}

const zplFile = (dpi: PrinterDpi, sink: LabelSink): LabelWriter => ({
  add: (label) => sink(Buffer.from(zplLabel(label, dpi))),
  end: async () => {},
});

function zippedSvgs(sink: LabelSink): LabelWriter {
  const zip = new ZipWriter();
  let count = 0;
  return {
    add: (label) => {
      count++;
      const svg = svgLabel(drawLabel(label, ROLL_LABEL[label.kind]));
      sink(zip.add(`${fileName(count, label)}.svg`, Buffer.from(svg)));
    },
    end: async () => sink(zip.end()),
  };
}

/** The running number keeps names apart where a file system takes upper and lower case for the same. */
function fileName(count: number, { elements }: Label): string {
  const name = elements.find(({ ai }) => ai === '21' || ai === '00')?.value ?? '';
  return `${String(count).padStart(6, '0')}-${name.replace(/[^A-Za-z0-9_-]/g, (character) => `=${character.charCodeAt(0).toString(16)}`)}`;
}
