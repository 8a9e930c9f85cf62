import { countText, numberText } from '../../format/number-text.ts';

/** Texts of the pages of products. */
export const productTexts = {
  listTitle: 'Products',
  listIntro: 'The products your organisation holds, and how their serials are made.',
  none: 'Your organisation holds no products',
  noneText: 'The platform’s administrator assigns them with your company prefix.',
  title: 'Product',
  open: 'Products and serials',
  markets: 'Markets',
  noMarkets: 'None named',
  withdrawn: (country: string) => `${country} (withdrawn)`,
  packs: 'Packs in the register',
  number: numberText,
  policy: {
    title: 'How its serials are made',
    text: 'Serials that are made here follow it. The chance of a guess is counted over all packs of the product.',
    length: 'Characters in a serial',
    lengthHint: 'From 1 to 20.',
    alphabet: 'Out of these characters',
    alphabetHint: 'Leave out what is mistaken in print: I and 1, O and 0.',
    enforced: 'Lists from elsewhere must follow it too',
    chance: (oneIn: string) => `Chance that an invented serial is one of the packs in the register: ${oneIn}`,
    save: 'Save',
    saved: 'Saved. It holds for every list from now on.',
    summary: (length: number, enforced: boolean) =>
      `${countText(length, 'character', 'characters')}${enforced ? ', demanded of every list' : ''}`,
  },
  ranges: {
    title: 'Reserved serials',
    text: 'Nobody registers these: not by a list, not by making them here.',
    none: 'None.',
    first: 'From',
    last: 'To',
    note: 'What for',
    add: 'Reserve',
    remove: 'Give free',
    removeOf: (first: string, last: string) => `Give ${first} to ${last} free`,
  },
  refused: {
    'product/not-yours': 'Only who holds the product can change this.',
    'serial-policy/alphabet-character': 'One of the characters cannot stand in a serial.',
    'serial-policy/alphabet-size': 'At least two characters are needed, each of them once.',
    'serial-policy/length': 'A serial has from 1 to 20 characters.',
    'serial-policy/guessable':
      'Serials like these could be guessed too easily: the law asks for less than 1 in 10,000. Ask for longer ones, or more characters.',
    'serial-range/serial': 'Both ends must be serials: 1 to 20 letters, digits and a few signs.',
    'serial-range/length': 'Both ends must have the same number of characters.',
    'serial-range/order': 'The first must not come after the last.',
    'serial-range/none': 'The range is not there any more.',
  },
} as const;
