import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { LocalDate } from '../kernel/local-date.ts';

/** custody.md 1, level "product": marketed in a country from a date, and withdrawn from it from a date. */
export interface Market {
  readonly country: string;
  readonly marketedFrom: LocalDate;
  readonly withdrawnFrom: LocalDate | undefined;
}

/** Master data of a trade item, as far as rules, the counter and screens need it. */
export interface ProductFacts {
  readonly gtin: Gtin;
  readonly name: string;
  readonly holder: Gln;
  readonly markets: readonly Market[];
  readonly itemLevel: 'serial' | 'lot';
}
