import type { LabelForm } from '../../../lib/gs1/labels/label-form.ts';
import { countText, numberText } from '../../format/number-text.ts';

/** Texts of the pages of labels. */
export const labelTexts = {
  title: 'Labels',
  intro: 'Labels for packs are ordered on the page of their batch, labels for cases and pallets here.',
  none: 'No labels were made lately',
  noneText: 'Files that were made show up here, and can be fetched for a week.',
  lately: 'Made lately',
  form: 'Form',
  forms: {
    'pdf-a4': 'PDF, sheets of A4',
    'pdf-letter': 'PDF, sheets of US Letter',
    'pdf-roll': 'PDF, one label a page, for a roll',
    svg: 'SVG, a file for each label, in a ZIP archive',
    'zpl-203': 'ZPL for label printers of 203 dpi',
    'zpl-300': 'ZPL for label printers of 300 dpi',
    'zpl-600': 'ZPL for label printers of 600 dpi',
  } satisfies Record<LabelForm, string>,
  make: 'Make the labels',
  packs: {
    title: (lot: string) => `Labels of batch ${lot}`,
    link: 'Print labels',
    intro: 'One label for each pack of the batch that is in your hands.',
    inHand: 'In your hands',
    count: (count: number) => countText(count, 'pack', 'packs'),
    none: 'No pack of this batch is in your hands',
    noneText: 'A pack that has left keeps the label that it has; a second one would make a copy of it.',
    sample: 'The first label, to hold against a printed one',
    from: 'From serial number',
    fromHint: 'Empty: from the first. In the order of the serial numbers.',
    most: 'How many at most',
  },
  ssccs: {
    title: 'New cases and pallets',
    text: (prefix: string) =>
      `Each label gets an SSCC of its own under your company prefix ${prefix}. A number is given once and never again, also where its label is thrown away.`,
    noPrefix:
      'Your organisation has no company prefix here, which SSCCs are made from. The operator of the platform enters it.',
    count: 'How many',
  },
  job: {
    packs: (lot: string) => `Labels of batch ${lot}`,
    ssccs: 'Labels of new SSCCs',
    states: {
      queued: 'Waiting',
      running: 'Making the labels',
      succeeded: 'The file is ready',
      failed: 'The file could not be made',
      cancelled: 'Cancelled',
    },
    leave: 'You can leave this page; the file is made all the same.',
    done: (count: number) => countText(count, 'label', 'labels'),
    fetch: 'Fetch the file',
    size: (bytes: number) =>
      bytes < 1_000_000
        ? `${numberText(Math.ceil(bytes / 1000))} kB`
        : `${numberText(Math.ceil(bytes / 1_000_000))} MB`,
    until: 'kept until',
    gone: 'The file is no longer kept.',
    cancel: 'Cancel',
    back: 'All labels',
    lost: 'The connection is lost for now. The work goes on.',
    open: 'Open',
  },
} as const;
