import type { Instant } from '../../kernel/instant.ts';
import type { DemoBatch } from './demo-batches.ts';
import { SET_ASIDE } from './demo-batches.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { type DemoChance, demoChance } from './demo-chance.ts';
import { commissioned, looked, received, shipped, supplied } from './demo-events.ts';
import type { DemoSite } from './demo-organisation.ts';
import { SITES } from './demo-organisations.ts';
import type { DemoPack, DemoStep } from './demo-step.ts';

/** Of the packs that are not set aside, so many have been supplied by the day of the load. */
const SUPPLIED_SHARE = 0.62;
const HOUR = 60;
const MINUTE_MS = 60_000;

/** What happens to every batch: made, shipped, received, delivered in parts, and supplied in opening hours. */
export function batchHistory(seed: string, calendar: DemoCalendar, batch: DemoBatch): readonly DemoStep[] {
  const chance = demoChance(seed, `history of ${batch.name}`);
  const history = new History(batch, calendar, chance);
  const stockedDay = history.intoTheWarehouse();
  const { atPharmacy, atBranch, atHospital } = batch;
  const half = Math.ceil(atPharmacy.length / 2);
  const aside = SET_ASIDE;
  history.delivered(SITES.pharmacy, stockedDay - 1, atPharmacy.slice(0, half), aside.atPharmacy);
  history.delivered(SITES.branch, stockedDay - 2, atBranch, aside.atBranch);
  history.delivered(SITES.hospital, stockedDay - 2, atHospital, aside.atHospital);
  history.delivered(SITES.pharmacy, stockedDay - 7, atPharmacy.slice(half), 0);
  return history.steps;
}

/** The steps of one batch as they come about. Days count down towards the load. */
class History {
  readonly steps: DemoStep[] = [];
  readonly #batch: DemoBatch;
  readonly #calendar: DemoCalendar;
  readonly #chance: DemoChance;

  constructor(batch: DemoBatch, calendar: DemoCalendar, chance: DemoChance) {
    this.#batch = batch;
    this.#calendar = calendar;
    this.#chance = chance;
  }

  /** Made, shipped on the next working day, received on the one after. Gives the day on which the warehouse has it. */
  intoTheWarehouse(): number {
    const { name, madeAt, madeDaysAgo, kept, stocked, atPharmacy, atBranch, atHospital } = this.#batch;
    const sold = [...stocked, ...atPharmacy, ...atBranch, ...atHospital];
    const number = this.#name('shipment 0').replaceAll(' ', '-');
    this.steps.push(
      commissioned({ name: `${name} made`, site: madeAt, at: this.#at(madeAt, madeDaysAgo, 14) }, [
        ...kept,
        ...sold,
      ]),
    );
    const shipDay = this.#calendar.openDay(madeAt, madeDaysAgo - 1);
    const shipment = { to: SITES.warehouse, number, packs: sold };
    this.steps.push(
      shipped({ name: this.#name('shipped'), site: madeAt, at: this.#at(madeAt, shipDay, 11) }, shipment),
    );
    const day = this.#calendar.openDay(SITES.warehouse, shipDay - 1);
    const at = this.#at(SITES.warehouse, day, 6);
    this.steps.push(received({ name: this.#name('received'), site: SITES.warehouse, at }, madeAt, shipment));
    return day;
  }

  /** Delivered to a counter, looked at, and, but for the first `aside` packs, mostly supplied. */
  delivered(to: DemoSite, fromDay: number, packs: readonly DemoPack[], aside: number): void {
    const label = `to ${to.gln} on ${fromDay}`;
    const number = this.#name(label).replaceAll(' ', '-');
    const shipDay = this.#calendar.openDay(SITES.warehouse, fromDay);
    const shipment = { to, number, packs };
    this.steps.push(
      shipped(
        {
          name: this.#name(`shipped ${label}`),
          site: SITES.warehouse,
          at: this.#at(SITES.warehouse, shipDay, 16),
        },
        shipment,
      ),
    );
    const day = this.#calendar.openDay(to, shipDay - 1);
    const at = this.#calendar.at(to, day, to.opens + this.#chance.between(5, 60));
    this.steps.push(
      received({ name: this.#name(`received ${label}`), site: to, at }, SITES.warehouse, shipment),
    );
    const [first] = packs;
    const soon = this.#calendar.at(to, day, to.opens + 70);
    if (first) this.steps.push(looked({ name: this.#name(`looked at ${label}`), site: to, at: soon }, first));
    for (const pack of packs.slice(aside)) this.#supplied(to, day, pack);
  }

  #supplied(site: DemoSite, sinceDay: number, pack: DemoPack): void {
    const to = this.#batch.suppliedUntil;
    const wanted = this.#chance.happens(SUPPLIED_SHARE);
    if (!wanted || sinceDay < to) return;
    const at = this.#calendar.openMoment(site, { from: sinceDay, to }, this.#chance);
    if (at === undefined) return;
    const lagMs = this.#chance.between(1, 3) * MINUTE_MS;
    this.steps.push(supplied({ name: this.#name(`supplied ${pack.serial}`), site, at, lagMs }, pack));
  }

  #name(what: string): string {
    return `${this.#batch.name} ${what}`;
  }

  /** Within the hour after `hour` o'clock of the site. */
  #at(site: DemoSite, daysAgo: number, hour: number): Instant {
    return this.#calendar.at(site, daysAgo, hour * HOUR + this.#chance.between(0, 59));
  }
}
