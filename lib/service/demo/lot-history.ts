import type { DemoCalendar } from './demo-calendar.ts';
import { demoChance } from './demo-chance.ts';
import { type DemoOccasion, received, released, shipped, suppliedLot } from './demo-events.ts';
import { demoLot } from './demo-identifiers.ts';
import type { DemoSite } from './demo-organisation.ts';
import { SITES } from './demo-organisations.ts';
import { type DemoProduct, LOT_PRODUCTS } from './demo-products.ts';
import type { DemoLot, DemoLotExample, DemoStep } from './demo-step.ts';

const MADE = 2_000;
const SOLD = 1_200;
const TO_A_COUNTER = 100;
const SUPPLIES = 6;

/** What happened to that which carries a batch and no serial number: its events name quantities. */
export function lotHistories(seed: string, calendar: DemoCalendar) {
  const chapters = LOT_PRODUCTS.map((product, index) => lotHistory(seed, calendar, product, index));
  return {
    steps: chapters.flatMap(({ steps }) => steps),
    lots: chapters.flatMap(({ lots }) => lots),
  };
}

function lotHistory(seed: string, calendar: DemoCalendar, product: DemoProduct, index: number) {
  const chance = demoChance(seed, `lot ${index}`);
  const lot = demoLot(`V${chance.between(10_000, 99_999)}`);
  const expiry = calendar.date(-chance.between(200, 500));
  const item = (quantity: number): DemoLot => ({ gtin: product.gtin, lot, expiry, quantity });
  const said = (what: string, site: DemoSite, daysAgo: number, hour: number): DemoOccasion => ({
    name: `lot ${index} ${what}`,
    site,
    at: calendar.at(site, calendar.openDay(site, daysAgo), hour * 60),
  });
  const { plant, warehouse, pharmacy, hospital } = SITES;
  const toWarehouse = { to: warehouse, number: `lot-${index}`, lots: [item(SOLD)] };
  const steps: DemoStep[] = [
    released(said('made', plant, 50 - 4 * index, 10), item(MADE)),
    shipped(said('shipped', plant, 45 - 4 * index, 11), toWarehouse),
    received(said('received', warehouse, 41 - 4 * index, 7), plant, toWarehouse),
  ];
  for (const to of [pharmacy, hospital]) {
    const shipment = { to, number: `lot-${index}-${to.gln.slice(-5)}`, lots: [item(TO_A_COUNTER)] };
    steps.push(
      shipped(said(`shipped to ${to.gln}`, warehouse, 36 - 4 * index, 16), shipment),
      received(said(`received at ${to.gln}`, to, 32 - 4 * index, 9), warehouse, shipment),
    );
    for (let n = 1; n <= SUPPLIES; n++)
      steps.push(suppliedLot(said(`supplied at ${to.gln} ${n}`, to, 26 - 4 * n, 11), item(1)));
  }
  const lots: DemoLotExample[] = [{ purpose: 'without serial numbers', item: item(TO_A_COUNTER) }];
  return { steps, lots };
}
