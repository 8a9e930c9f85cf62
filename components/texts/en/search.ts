import type { SearchHitData } from '../../search/search-data.ts';

/** Texts of the search page. */
export const searchTexts = {
  title: 'Search',
  intro: 'Any GTIN, serial number, batch, GLN, event or case, with or without brackets, or a scan of a code.',
  label: 'What to look for',
  submit: 'Search',
  none: (text: string) => `Nothing for “${text}”`,
  noneText: 'It may never have existed, or it is not yours to see. Capitals and small letters are different.',
  kinds: {
    pack: 'Pack',
    batch: 'Batch',
    product: 'Product',
    place: 'Place',
    organisation: 'Organisation',
    event: 'Event',
    finding: 'Finding',
  } satisfies Record<SearchHitData['kind'], string>,
} as const;
