import { randomSerials } from '../../gs1/random-serials.ts';
import type { Sscc } from '../../gs1/sscc.ts';
import { ssccAt } from '../../gs1/sscc-at.ts';
import { DEMO_SERIALS } from './demo-batches.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { demoChance } from './demo-chance.ts';
import { certain, DEMO_PREFIXES, demoLot } from './demo-identifiers.ts';
import type { DemoSite } from './demo-organisation.ts';
import { INDIAN_MANUFACTURER, SITES } from './demo-organisations.ts';
import { CASED_PRODUCTS, type DemoProduct } from './demo-products.ts';
import type { DemoPack } from './demo-step.ts';

/** A case of packs of one batch. */
export interface DemoCase {
  readonly sscc: Sscc;
  readonly packs: readonly DemoPack[];
}

/** A pallet of cases. */
export interface DemoPallet {
  readonly sscc: Sscc;
  readonly cases: readonly DemoCase[];
}

/** A batch that travels in cases on two pallets. */
export interface DemoConsignment {
  readonly name: string;
  readonly index: number;
  readonly madeAt: DemoSite;
  readonly madeDaysAgo: number;
  readonly first: DemoPallet;
  readonly second: DemoPallet;
}

const PER_CASE = 20;
const EUROPEAN = { casesPerPallet: 15, firstDay: 56, everyDays: 2.4 } as const;
const INDIAN = { casesPerPallet: 18, firstDay: 55, everyDays: 4 } as const;

/** Far from the numbers that label printing gives out: those begin at nought. */
const FIRST_UNIT = 5_000_000_000;
const UNITS_APART = 1000;

/** The batches that travel in cases, one of every product: eighteen of 600 packs from Germany, ten of 720 from India. */
export function demoConsignments(seed: string, calendar: DemoCalendar): readonly DemoConsignment[] {
  return CASED_PRODUCTS.map((product, index) => demoConsignment(seed, calendar, product, index));
}

function demoConsignment(
  seed: string,
  calendar: DemoCalendar,
  product: DemoProduct,
  index: number,
): DemoConsignment {
  const isIndian = product.holder === INDIAN_MANUFACTURER;
  const { casesPerPallet, firstDay, everyDays } = isIndian ? INDIAN : EUROPEAN;
  const turn = CASED_PRODUCTS.filter(({ holder }) => holder === product.holder).indexOf(product);
  const madeAt = isIndian ? SITES.indianPlant : SITES.plant;
  const chance = demoChance(seed, `consignment ${index}`);
  const lot = demoLot(`C${chance.between(10_000, 99_999)}`);
  const expiry = calendar.date(-chance.between(300, 900));
  const count = 2 * casesPerPallet * PER_CASE;
  const serials = certain(randomSerials(count, DEMO_SERIALS, (length) => chance.bytes(length)));
  const packs = serials.map((serial): DemoPack => ({ gtin: product.gtin, serial, lot, expiry }));
  const half = count / 2;
  const unit = (n: number): Sscc =>
    ssccAt(isIndian ? DEMO_PREFIXES.third : DEMO_PREFIXES.first, FIRST_UNIT + index * UNITS_APART + n);
  return {
    name: `consignment ${index}`,
    index,
    madeAt,
    madeDaysAgo: calendar.openDay(madeAt, firstDay - Math.floor(turn * everyDays)),
    first: palletOf(packs.slice(0, half), unit, 0),
    second: palletOf(packs.slice(half), unit, UNITS_APART / 2),
  };
}

function palletOf(packs: readonly DemoPack[], unit: (n: number) => Sscc, from: number): DemoPallet {
  const cases = Array.from({ length: packs.length / PER_CASE }, (_, at) => ({
    sscc: unit(from + 1 + at),
    packs: packs.slice(at * PER_CASE, (at + 1) * PER_CASE),
  }));
  return { sscc: unit(from), cases };
}
