/** How a primary key stands in the path of a Digital Link (GS1 Digital Link URI Syntax 4.3 to 4.6). */
export type DigitalLinkKey = {
  /** The shape of its value, check digits apart. */
  readonly value: RegExp;
  /** Qualifiers in the order they must be written; each alternative excludes the other. */
  readonly qualifiers: readonly (readonly string[])[];
};

const serialised = (digits: number, longest: number): RegExp =>
  new RegExp(`^\\d{${digits}}[!"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{0,${longest}}$`);

const SET_82_30 = /^\d{4}[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{0,26}$/;

/** The primary keys by AI. */
const DIGITAL_LINK_KEYS: Readonly<Record<string, DigitalLinkKey>> = {
  '00': { value: /^\d{18}$/, qualifiers: [] },
  '01': { value: /^(?:\d{8}|\d{12,14})$/, qualifiers: [['22', '10', '21'], ['235']] },
  '253': { value: serialised(13, 17), qualifiers: [] },
  '255': { value: /^\d{13,25}$/, qualifiers: [] },
  '401': { value: SET_82_30, qualifiers: [] },
  '402': { value: /^\d{17}$/, qualifiers: [] },
  '414': { value: /^\d{13}$/, qualifiers: [['254'], ['7040']] },
  '415': { value: /^\d{13}$/, qualifiers: [['8020']] },
  '417': { value: /^\d{13}$/, qualifiers: [['7040']] },
  '8003': { value: serialised(14, 16), qualifiers: [] },
  '8004': { value: SET_82_30, qualifiers: [['7040']] },
  '8006': { value: /^\d{18}$/, qualifiers: [['22', '10', '21']] },
  '8010': { value: /^\d{4}[#\-/0-9A-Z]{0,26}$/, qualifiers: [['8011']] },
  '8013': { value: /^\d{4}[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{0,21}$/, qualifiers: [] },
  '8017': { value: /^\d{18}$/, qualifiers: [['8019']] },
  '8018': { value: /^\d{18}$/, qualifiers: [['8019']] },
};

/** The words that version 1.1 of the standard allowed in place of AIs; still read, never written. */
const WORDS: Readonly<Record<string, string>> = {
  gtin: '01',
  itip: '8006',
  cpid: '8010',
  gln: '414',
  payTo: '415',
  party: '417',
  gsrnp: '8017',
  gsrn: '8018',
  gcn: '255',
  sscc: '00',
  gdti: '253',
  ginc: '401',
  gsin: '402',
  grai: '8003',
  giai: '8004',
  gmn: '8013',
  cpv: '22',
  lot: '10',
  ser: '21',
  cpsn: '8011',
  glnx: '254',
  refno: '8020',
  srin: '8019',
};

/** The AI a path segment stands for. */
export const aiOfSegment = (segment: string): string =>
  (Object.hasOwn(WORDS, segment) ? WORDS[segment] : undefined) ?? segment;

/** The key of an AI, or `undefined` where it is no primary key. */
export const digitalLinkKey = (ai: string): DigitalLinkKey | undefined =>
  Object.hasOwn(DIGITAL_LINK_KEYS, ai) ? DIGITAL_LINK_KEYS[ai] : undefined;
