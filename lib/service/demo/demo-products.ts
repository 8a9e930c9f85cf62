import type { Gtin } from '../../gs1/gtin.ts';
import { DEMO_PREFIXES, demoGtin } from './demo-identifiers.ts';

/** A product of the demo world, marketed in both countries. */
export interface DemoProduct {
  readonly gtin: Gtin;
  /** International nonproprietary name, strength, form and pack size; no brand. */
  readonly name: string;
  /** ATC group, by which detectors compare like with like. */
  readonly classes: readonly string[];
  /** In so many days the product leaves the French market. */
  readonly leavesFranceIn?: number;
}

const { first, second } = DEMO_PREFIXES;

export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  { gtin: demoGtin(first, 101), name: 'Amoxicillin 500 mg capsules, 20', classes: ['J01'] },
  { gtin: demoGtin(first, 102), name: 'Apixaban 5 mg film-coated tablets, 60', classes: ['B01'] },
  { gtin: demoGtin(first, 103), name: 'Atorvastatin 20 mg film-coated tablets, 30', classes: ['C10'] },
  { gtin: demoGtin(first, 104), name: 'Metformin 850 mg film-coated tablets, 60', classes: ['A10'] },
  { gtin: demoGtin(first, 105), name: 'Omeprazole 20 mg gastro-resistant capsules, 28', classes: ['A02'] },
  { gtin: demoGtin(first, 106), name: 'Insulin glargine 100 U/ml, 5 pens of 3 ml', classes: ['A10'] },
  { gtin: demoGtin(first, 107), name: 'Salbutamol 100 µg inhaler, 200 doses', classes: ['R03'] },
  { gtin: demoGtin(second, 201), name: 'Semaglutide 1 mg, 1 pen of 3 ml', classes: ['A10'] },
  { gtin: demoGtin(second, 17587), name: 'Adalimumab 40 mg, 2 pens of 0.4 ml', classes: ['L04'] },
  { gtin: demoGtin(second, 203), name: 'Ramipril 5 mg tablets, 100', classes: ['C09'], leavesFranceIn: 30 },
];
