import type { Gtin } from '../../gs1/gtin.ts';
import { DEMO_PREFIXES, demoGtin } from './demo-identifiers.ts';
import type { DemoOrganisation } from './demo-organisation.ts';
import { INDIAN_MANUFACTURER, MANUFACTURER } from './demo-organisations.ts';

/** A product of the demo world. */
export interface DemoProduct {
  readonly gtin: Gtin;
  /** International nonproprietary name, strength, form and pack size; no brand. */
  readonly name: string;
  /** ATC group, by which detectors compare like with like; none for what is no medicine. */
  readonly classes: readonly string[];
  readonly holder: DemoOrganisation;
  readonly markets: readonly string[];
  readonly itemLevel: 'serial' | 'lot';
  /** In so many days the product leaves the French market. */
  readonly leavesFranceIn?: number;
}

const { first, second, third } = DEMO_PREFIXES;
const EUROPEAN = { holder: MANUFACTURER, markets: ['DE', 'FR'], itemLevel: 'serial' } as const;
const INDIAN = { holder: INDIAN_MANUFACTURER, markets: ['DE', 'FR', 'IN'], itemLevel: 'serial' } as const;

type Row = readonly [number: number, name: string, group: string];

const made =
  (prefix: string, how: Pick<DemoProduct, 'holder' | 'markets' | 'itemLevel'>) =>
  ([number, name, group]: Row): DemoProduct => ({
    ...{ gtin: demoGtin(prefix, number), name, classes: [group] },
    ...how,
  });

/** Those whose packs travel one by one, two batches of each: what the incidents of the demo world are about. */
export const SINGLE_PRODUCTS: readonly DemoProduct[] = [
  ...(
    [
      [101, 'Amoxicillin 500 mg capsules, 20', 'J01'],
      [102, 'Apixaban 5 mg film-coated tablets, 60', 'B01'],
      [103, 'Atorvastatin 20 mg film-coated tablets, 30', 'C10'],
      [104, 'Metformin 850 mg film-coated tablets, 60', 'A10'],
      [105, 'Omeprazole 20 mg gastro-resistant capsules, 28', 'A02'],
      [106, 'Insulin glargine 100 U/ml, 5 pens of 3 ml', 'A10'],
      [107, 'Salbutamol 100 µg inhaler, 200 doses', 'R03'],
    ] as const
  ).map(made(first, EUROPEAN)),
  ...(
    [
      [201, 'Semaglutide 1 mg, 1 pen of 3 ml', 'A10'],
      [17587, 'Adalimumab 40 mg, 2 pens of 0.4 ml', 'L04'],
    ] as const
  ).map(made(second, EUROPEAN)),
  { ...made(second, EUROPEAN)([203, 'Ramipril 5 mg tablets, 100', 'C09']), leavesFranceIn: 30 },
];

/** Those whose packs travel in cases on pallets, one batch of each. */
export const CASED_PRODUCTS: readonly DemoProduct[] = [
  ...(
    [
      [301, 'Bisoprolol 5 mg film-coated tablets, 100', 'C07'],
      [302, 'Candesartan 16 mg tablets, 98', 'C09'],
      [303, 'Cefuroxime 500 mg film-coated tablets, 24', 'J01'],
      [304, 'Citalopram 20 mg film-coated tablets, 50', 'N06'],
      [305, 'Clopidogrel 75 mg film-coated tablets, 100', 'B01'],
      [306, 'Diclofenac 75 mg prolonged-release capsules, 50', 'M01'],
      [307, 'Enalapril 10 mg tablets, 100', 'C09'],
      [308, 'Enoxaparin 40 mg, 10 syringes of 0.4 ml', 'B01'],
      [309, 'Furosemide 40 mg tablets, 50', 'C03'],
      [310, 'Ibuprofen 600 mg film-coated tablets, 50', 'M01'],
      [311, 'Levothyroxine 75 µg tablets, 100', 'H03'],
      [312, 'Metoprolol 95 mg prolonged-release tablets, 100', 'C07'],
      [313, 'Mirtazapine 15 mg film-coated tablets, 50', 'N06'],
      [314, 'Pantoprazole 40 mg gastro-resistant tablets, 56', 'A02'],
      [315, 'Rivaroxaban 20 mg film-coated tablets, 28', 'B01'],
      [316, 'Simvastatin 40 mg film-coated tablets, 100', 'C10'],
      [317, 'Tamsulosin 0.4 mg prolonged-release capsules, 50', 'G04'],
      [318, 'Trastuzumab 150 mg powder for infusion, 1 vial', 'L01'],
    ] as const
  ).map(made(first, EUROPEAN)),
  ...(
    [
      [401, 'Aciclovir 400 mg tablets, 35', 'J05'],
      [402, 'Amlodipine 5 mg tablets, 100', 'C08'],
      [403, 'Azithromycin 500 mg film-coated tablets, 3', 'J01'],
      [404, 'Ciprofloxacin 500 mg film-coated tablets, 10', 'J01'],
      [405, 'Folic acid 5 mg tablets, 100', 'B03'],
      [406, 'Hydrochlorothiazide 25 mg tablets, 100', 'C03'],
      [407, 'Losartan 50 mg film-coated tablets, 98', 'C09'],
      [408, 'Montelukast 10 mg film-coated tablets, 100', 'R03'],
      [409, 'Paracetamol 500 mg tablets, 20', 'N02'],
      [410, 'Sertraline 50 mg film-coated tablets, 100', 'N06'],
    ] as const
  ).map(made(third, INDIAN)),
];

/** Those that carry a batch and no serial number. */
export const LOT_PRODUCTS: readonly DemoProduct[] = [
  made(first, { ...EUROPEAN, itemLevel: 'lot' })([501, 'Influenza vaccine, 1 syringe of 0.5 ml', 'J07']),
  {
    ...made(first, { ...EUROPEAN, itemLevel: 'lot' })([502, 'Blood glucose test strips, 50', '']),
    classes: [],
  },
];

/** The forty products of the demo world. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [...SINGLE_PRODUCTS, ...CASED_PRODUCTS, ...LOT_PRODUCTS];
