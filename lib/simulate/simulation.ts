import { sgtinUri } from '../gs1/digital-link.ts';
import { parseLot } from '../gs1/lot.ts';
import { parseSerial } from '../gs1/serial.ts';
import { Heap } from '../kernel/heap.ts';
import { type Instant, momentOf } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { Emitter, type SimLine, type TellOptions, type Told } from './emitter.ts';
import type { Campaign } from './labels.ts';
import { opaque, RandomStream } from './random-stream.ts';
import type { SimBatch, SimDeed, SimPack } from './sim-event.ts';
import type { SimOptions } from './sim-options.ts';
import type { SimOrg, SimProduct, SimWorld } from './sim-world.ts';
import { StockSample } from './stock-sample.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

interface Turn {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

/** The supply chain in motion: what is to happen next, and where some of the packs are. */
export class Simulation {
  readonly options: SimOptions;
  readonly world: SimWorld;
  readonly emitter: Emitter;
  readonly end: Instant;
  /** Some of the packs on counters' shelves, and of those supplied; attackers choose among them. */
  readonly shelves = new StockSample();
  readonly supplied = new StockSample();
  readonly warehouses = new StockSample();
  readonly campaigns: Campaign[] = [];
  /** Packs that an attacker has taken out of honest trade. */
  readonly #diverted = new Set<string>();
  readonly #agenda = new Heap<Turn>((a, b) => a.at < b.at || (a.at === b.at && a.order < b.order));
  #order = 0;
  #batches = 0;

  constructor(options: SimOptions, world: SimWorld) {
    this.options = options;
    this.world = world;
    this.emitter = new Emitter(options);
    this.end = momentOf(world.start + world.days * DAY);
  }

  random(...names: readonly (string | number)[]): RandomStream {
    return new RandomStream(this.options.seed, ...names);
  }

  /** Does something at a time; nothing after the end. */
  at(time: number, act: () => void): void {
    if (time >= this.end) return;
    this.#order += 1;
    this.#agenda.add({ at: time, order: this.#order, act });
  }

  /** Runs, and gives the lines in the order of their arrival. */
  *run(): Generator<SimLine> {
    for (let turn = this.#agenda.take(); turn; turn = this.#agenda.take()) {
      for (let line = this.emitter.takeBefore(turn.at); line; line = this.emitter.takeBefore(turn.at))
        yield line;
      turn.act();
    }
    for (let line = this.emitter.takeBefore(this.end); line; line = this.emitter.takeBefore(this.end))
      yield line;
  }

  /** A batch that nobody has made before. */
  newBatch(product: SimProduct, expiry: LocalDate, registeredExpiry: LocalDate = expiry): SimBatch {
    this.#batches += 1;
    const lot = parseLot(opaque(7, this.options.seed, 'lot', this.#batches).toUpperCase());
    if (!lot.ok) throw new Error('a lot');
    return { product, lot: lot.value, expiry, registeredExpiry };
  }

  /** The pack of a batch with a serial that belongs to `names`. */
  pack(batch: SimBatch, ...names: readonly (string | number)[]): SimPack {
    const text = new RandomStream(this.options.seed, 'serial', ...names).text(
      12,
      'ABCDEFGHJKLMNPQRSTVWXYZ0123456789',
    );
    const serial = parseSerial(text);
    if (!serial.ok) throw new Error('a serial');
    return { epc: sgtinUri(batch.product.gtin, serial.value), batch };
  }

  /** An attacker has these packs now: nobody else moves them any more. */
  divert(packs: readonly SimPack[]): void {
    for (const { epc } of packs) {
      this.#diverted.add(epc);
      this.shelves.remove(epc);
      this.warehouses.remove(epc);
    }
  }

  /** Those that are still where honest trade believes them. */
  honest(packs: readonly SimPack[]): readonly SimPack[] {
    return this.#diverted.size === 0 ? packs : packs.filter(({ epc }) => !this.#diverted.has(epc));
  }

  tell(deed: SimDeed, how?: TellOptions): Told | undefined {
    return this.emitter.tell(deed, how);
  }

  /** The counters of a country, all of them where there is none. */
  countersIn(country: string): readonly SimOrg[] {
    const there = this.world.counters.filter((one) => one.country === country);
    return there.length > 0 ? there : this.world.counters;
  }
}
