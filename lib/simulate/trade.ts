import { momentOf } from '../kernel/instant.ts';
import { daysAfter, type LocalDate, localDateAt } from '../kernel/local-date.ts';
import type { RandomStream } from './random-stream.ts';
import { sellOut } from './retail.ts';
import type { SimBatch, SimPack } from './sim-event.ts';
import type { SimOrg } from './sim-world.ts';
import { DAY, HOUR, type Simulation } from './simulation.ts';
import { hoursBetween } from './way.ts';

/** Packs in one uploaded event of a commissioning. */
const UPLOAD = 200;

/** Packs that travel and are kept together. */
const CASE = 40;

/** Lines for each pack, measured: what the number of packs is chosen by. */
export const LINES_PER_PACK = 1.2;

/** Fills the agenda with honest trade: batches through the year, each made, shipped, spread and sold. */
export function scheduleTrade(sim: Simulation): void {
  const random = sim.random('trade', 'batches');
  const { world, options } = sim;
  const weights = world.products.map(({ weight }) => weight);
  let left = Math.round(options.events / LINES_PER_PACK);
  for (let n = 0; left > 0; n++) {
    const size = Math.min(left, Math.max(CASE, Math.round(random.logNormal(600, 0.8))));
    left -= size;
    const product = world.products[weighted(weights, random)];
    if (!product) throw new Error('a product');
    const at = world.start + random.between(0, 0.75 * world.days) * DAY;
    sim.at(at, () => makeBatch(sim, n, { product, size, at }));
  }
}

/** The index of a weight, chosen by the weights. */
function weighted(weights: readonly number[], random: RandomStream): number {
  let at = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(
    0,
    weights.findIndex((weight) => {
      at -= weight;
      return at < 0;
    }),
  );
}

interface Making {
  readonly product: SimBatch['product'];
  readonly size: number;
  readonly at: number;
}

function makeBatch(sim: Simulation, n: number, { product, size, at }: Making): void {
  const random = sim.random('trade', 'batch', n);
  const noise = sim.random('noise', 'batch', n);
  const { lateCommissioning, wrongUpload } = sim.emitter.noise;
  const day = localDateAt(momentOf(at), product.maker.timeZone);
  const expiry = endOfMonth(
    daysAfter(day, random.chance(0.03) ? random.whole(40, 120) : random.whole(540, 1080)),
  );
  const registered = noise.chance(wrongUpload) ? daysAfter(expiry, -noise.whole(1, 20)) : expiry;
  const batch = sim.newBatch(product, expiry, registered);
  const packs = Array.from({ length: size }, (_, i) => sim.pack(batch, n, i));
  const uploadAt = noise.chance(lateCommissioning) ? at + noise.between(3, 8) * DAY : at;
  for (let i = 0; i < packs.length; i += UPLOAD) {
    const uploaded = packs.slice(i, i + UPLOAD);
    const told = momentOf(uploadAt + i * 10);
    sim.at(told, () => sim.tell({ step: 'commission', at: told, org: product.maker, packs: uploaded }));
  }
  distribute(sim, { packs, at, random, n });
}

function endOfMonth(date: LocalDate): LocalDate {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return localDateAt(momentOf(Date.UTC(year, month, 0)), 'UTC');
}

interface Made {
  readonly packs: readonly SimPack[];
  readonly at: number;
  readonly random: RandomStream;
  readonly n: number;
}

/** From the maker to wholesalers of the countries where the product is sold, by the case. */
function distribute(sim: Simulation, { packs, at, random, n }: Made): void {
  const [first] = packs;
  if (!first) return;
  const { maker, markets } = first.batch.product;
  for (let i = 0; i < packs.length; i += 5 * CASE) {
    const load = packs.slice(i, i + 5 * CASE);
    const country = random.pick(markets);
    const to = wholesalerIn(sim, country, random, at);
    const leaves = at + random.between(4, 60) * HOUR;
    const abroad = country !== maker.country;
    const arrives =
      leaves + Math.max(8, hoursBetween(maker, to), random.logNormal(abroad ? 80 : 26, 0.4)) * HOUR;
    move(sim, { from: maker, to, packs: load, leaves, arrives }, () => {
      for (let k = 0; k < load.length; k += CASE)
        keepCase(sim, to, load.slice(k, k + CASE), arrives, `${n}-${i}-${k}`);
    });
  }
}

interface Move {
  readonly from: SimOrg;
  readonly to: SimOrg;
  readonly packs: readonly SimPack[];
  readonly leaves: number;
  readonly arrives: number;
}

/** A shipment with its receipt, each recorded by its own party. */
function move(sim: Simulation, { from, to, packs, leaves, arrives }: Move, then: () => void): void {
  const tell = (step: 'ship' | 'receive', at: number, org: SimOrg) => {
    const there = sim.honest(packs);
    if (there.length > 0) sim.tell({ step, at: momentOf(at), org, packs: there, from, to });
  };
  sim.at(leaves, () => tell('ship', leaves, from));
  sim.at(arrives, () => {
    tell('receive', arrives, to);
    then();
  });
}

/** One that may trade at that time; a suspended one does not, as far as honest partners go. */
function wholesalerIn(sim: Simulation, country: string, random: RandomStream, at: number): SimOrg {
  const licensed = sim.world.wholesalers.filter((one) => !isSuspended(one, at + 8 * DAY));
  const there = licensed.filter((one) => one.country === country);
  return random.pick(there.length > 0 ? there : licensed);
}

const isSuspended = ({ suspendedFrom }: SimOrg, at: number): boolean =>
  suspendedFrom !== null && at >= Date.parse(suspendedFrom);

/** A case waits in a warehouse, perhaps goes on to a second one, and is sent out to counters. */
function keepCase(sim: Simulation, at: SimOrg, packs: readonly SimPack[], since: number, name: string): void {
  const random = sim.random('trade', 'case', name);
  for (const pack of packs) if (random.chance(0.2)) sim.warehouses.add({ pack, org: at, at: since });
  const leaves = since + random.logNormal(14, 0.5) * DAY;
  if (isSuspended(at, leaves)) return;
  if (random.chance(0.12)) {
    const second = wholesalerIn(sim, at.country, random, leaves);
    const arrives = leaves + (hoursBetween(at, second) + random.between(6, 40)) * HOUR;
    if (second !== at) {
      move(sim, { from: at, to: second, packs, leaves, arrives }, () =>
        spread(sim, second, packs, arrives, name),
      );
      return;
    }
  }
  sim.at(leaves, () => spread(sim, at, packs, leaves, name));
}

function spread(sim: Simulation, from: SimOrg, packs: readonly SimPack[], since: number, name: string): void {
  // What an honest wholesaler still has when it is suspended stays where it is.
  if (isSuspended(from, since + 8 * DAY)) return;
  const random = sim.random('trade', 'spread', name);
  const isForHospitals = packs[0]?.batch.product.classes.includes('hospital-only') === true;
  const counters = sim.countersIn(from.country).filter(({ role }) => !isForHospitals || role !== 'pharmacy');
  for (let i = 0; i < packs.length; ) {
    const some = packs.slice(i, i + random.whole(4, 16));
    i += some.length;
    const to = heavier(random.pick(counters), random.pick(counters), random);
    const leaves = since + random.between(0, 6) * DAY;
    const arrives = leaves + (hoursBetween(from, to) + random.between(3, 20)) * HOUR;
    for (const { epc } of some) sim.at(leaves, () => sim.warehouses.remove(epc));
    move(sim, { from, to, packs: some, leaves, arrives }, () => sellOut(sim, to, some, arrives, from));
  }
}

const heavier = (a: SimOrg, b: SimOrg, random: RandomStream): SimOrg =>
  random.chance(a.weight / (a.weight + b.weight)) ? a : b;
