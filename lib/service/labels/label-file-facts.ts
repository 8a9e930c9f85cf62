import type { LabelKind } from '../../gs1/labels/label.ts';
import type { LabelForm } from '../../gs1/labels/label-form.ts';
import type { LabelPayload } from './order-labels.ts';

const MEDIA: Readonly<Record<LabelForm, readonly [ending: string, contentType: string]>> = {
  'pdf-a4': ['-a4.pdf', 'application/pdf'],
  'pdf-letter': ['-letter.pdf', 'application/pdf'],
  'pdf-roll': ['-roll.pdf', 'application/pdf'],
  svg: ['-svg.zip', 'application/zip'],
  'zpl-203': ['-203dpi.zpl', 'text/plain; charset=utf-8'],
  'zpl-300': ['-300dpi.zpl', 'text/plain; charset=utf-8'],
  'zpl-600': ['-600dpi.zpl', 'text/plain; charset=utf-8'],
};

/** How the file of an order is called, what it is, and what its labels are for. The name has only characters that every system takes. */
export function labelFileFacts(payload: LabelPayload): {
  readonly name: string;
  readonly contentType: string;
  readonly kind: LabelKind;
} {
  const [ending, contentType] = MEDIA[payload.form];
  if (payload.labels === 'packs') {
    const lot = payload.lot.replace(/[^A-Za-z0-9]/g, '_');
    return { name: `labels-${payload.gtin}-${lot}${ending}`, contentType, kind: 'pack' };
  }
  const [first = ''] = payload.ssccs;
  return { name: `sscc-${first}${ending}`, contentType, kind: 'logistic' };
}
