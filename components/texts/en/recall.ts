import { countText, numberText } from '../../format/number-text.ts';

/** Texts of the page of a recall. */
export const recallTexts = {
  title: 'Recall',
  heading: (lot: string) => `Recall of batch ${lot}`,
  coverage: 'How far it has come',
  explained:
    'Found: set aside at a counter since the recall, back with you, destroyed, or otherwise out of reach of patients. Unknown: recorded there, and not seen since.',
  explainedToRegulator:
    'Found: set aside at a counter since the recall, back with the manufacturer, destroyed, or otherwise out of reach of patients. Unknown: recorded there, and not seen since.',
  ownCountry: (country: string) => `Organisations in ${country}; others are not counted here.`,
  columns: {
    organisation: 'Organisation',
    country: 'Country',
    found: 'Found',
    supplied: 'Supplied',
    unknown: 'Unknown',
  },
  others: (count: number) =>
    countText(count, 'organisation you do not deal with', 'organisations you do not deal with'),
  number: numberText,
  none: 'No pack of it is recorded anywhere yet.',
  download: 'Download as CSV',
  back: 'The batch',
  open: 'How far the recall has come',
} as const;
