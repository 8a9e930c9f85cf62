import { CLEAR_ALPHABET } from '../../gs1/guess-chance.ts';
import { randomSerials } from '../../gs1/random-serials.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { demoChance } from './demo-chance.ts';
import { certain, demoLot } from './demo-identifiers.ts';
import type { DemoSite } from './demo-organisation.ts';
import { SITES } from './demo-organisations.ts';
import { type DemoProduct, SINGLE_PRODUCTS } from './demo-products.ts';
import type { DemoPack } from './demo-step.ts';

/** How serial numbers of the demo world are made, also of batches that users register. */
export const DEMO_SERIALS = { alphabet: CLEAR_ALPHABET, length: 12 } as const;

/** A hundred packs of one product, by where the deliveries take them. */
export interface DemoBatch {
  readonly name: string;
  readonly madeAt: DemoSite;
  readonly madeDaysAgo: number;
  /** Counters supply from it until so many days ago; later only by an oversight. */
  readonly suppliedUntil: number;
  /** Stay at the plant. */
  readonly kept: readonly DemoPack[];
  /** Stay in the warehouse. */
  readonly stocked: readonly DemoPack[];
  readonly atPharmacy: readonly DemoPack[];
  readonly atBranch: readonly DemoPack[];
  readonly atHospital: readonly DemoPack[];
}

/** The first so many packs that come to a counter are left on its shelf for what happens to single packs. */
export const SET_ASIDE = { atPharmacy: 6, atBranch: 2, atHospital: 4 } as const;

const PACKS = 100;

/** The batches in which something happens to the whole batch, by their place among the twenty. */
export const RECALLED_BATCH = 3;
export const EXPIRED_BATCH = 5;
export const RECALLED_DAYS_AGO = 15;
const EXPIRED_DAYS_AGO = 6;

/** The twenty batches whose packs travel one by one: one of every product by the manufacturer, then one by its agent. */
export function demoBatches(seed: string, calendar: DemoCalendar): readonly DemoBatch[] {
  return [...SINGLE_PRODUCTS, ...SINGLE_PRODUCTS].map((product, index) =>
    demoBatch(seed, calendar, product, index),
  );
}

function demoBatch(seed: string, calendar: DemoCalendar, product: DemoProduct, index: number): DemoBatch {
  const chance = demoChance(seed, `batch ${index}`);
  const isOwn = index < SINGLE_PRODUCTS.length;
  const lot = demoLot(`${isOwn ? 'L' : 'Y'}${chance.between(10_000, 99_999)}`);
  const expiry = calendar.date(index === EXPIRED_BATCH ? EXPIRED_DAYS_AGO : -chance.between(300, 900));
  const serials = certain(randomSerials(PACKS, DEMO_SERIALS, (length) => chance.bytes(length)));
  const packs = serials.map((serial): DemoPack => ({ gtin: product.gtin, serial, lot, expiry }));
  const madeAt = isOwn ? SITES.plant : SITES.contractPlant;
  return {
    name: `batch ${index}`,
    madeAt,
    madeDaysAgo: calendar.openDay(madeAt, 58 - Math.floor(index * 1.7)),
    suppliedUntil: lastSupply(index),
    kept: packs.slice(0, 5),
    stocked: packs.slice(5, 25),
    atPharmacy: packs.slice(25, 65),
    atBranch: packs.slice(65, 75),
    atHospital: packs.slice(75),
  };
}

function lastSupply(index: number): number {
  if (index === RECALLED_BATCH) return RECALLED_DAYS_AGO + 1;
  return index === EXPIRED_BATCH ? EXPIRED_DAYS_AGO + 1 : 1;
}

/** A pack of the demo world that must be there. */
export function packAt(packs: readonly DemoPack[] | undefined, index: number): DemoPack {
  const pack = packs?.[index];
  if (!pack) throw new Error('the demo world has no such pack');
  return pack;
}

/** A batch of the twenty that must be there. */
export function batchAt(batches: readonly DemoBatch[], index: number): DemoBatch {
  const batch = batches[index];
  if (!batch) throw new Error('the demo world has no such batch');
  return batch;
}
