import type { Instant } from '../../kernel/instant.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { type DemoChance, demoChance } from './demo-chance.ts';
import type { DemoCase, DemoConsignment, DemoPallet } from './demo-consignments.ts';
import { commissioned, type DemoOccasion, later, received, shipped, supplied } from './demo-events.ts';
import type { DemoSite } from './demo-organisation.ts';
import { SITES } from './demo-organisations.ts';
import { packed, unpacked } from './demo-packing.ts';
import type { DemoPack, DemoStep } from './demo-step.ts';

/** Of a case that is open on the shelf, so many packs have been supplied by the day of the load. */
const SUPPLIED_SHARE = 0.55;
const HOUR = 60;
const CASE_TAKES_MS = 20_000;
const BY_AIR_DAYS = 4;

/** What happens to a batch in cases: packed, palleted, moved by the pallet, opened by the wholesaler, moved by the case. */
export function consignmentHistory(
  seed: string,
  calendar: DemoCalendar,
  consignment: DemoConsignment,
): readonly DemoStep[] {
  const history = new History(calendar, demoChance(seed, `history of ${consignment.name}`), consignment);
  const { first, second, madeAt } = consignment;
  const packedDay = history.made();
  const shipDay = calendar.openDay(madeAt, packedDay - 1);
  if (madeAt === SITES.plant) {
    const day = history.moved(first, { from: madeAt, shipDay, to: SITES.warehouse, takesDays: 1 });
    history.sharedOut(first, day, EUROPEAN_ROUND);
    // Every third waits at the plant; one of the others is on its way on the day of the load.
    if (consignment.index % 3 !== 0)
      history.moved(second, { from: madeAt, shipDay, to: SITES.warehouse, takesDays: 1 }, { opened: false });
    return history.steps;
  }
  const there = history.moved(first, { from: madeAt, shipDay, to: SITES.clinic, takesDays: 1 });
  history.onTheShelf(SITES.clinic, there, first.cases.slice(0, 1));
  const day = history.moved(second, { from: madeAt, shipDay, to: SITES.warehouse, takesDays: BY_AIR_DAYS });
  history.sharedOut(second, day, IMPORTED_ROUND);
  return history.steps;
}

/** To whom the wholesaler sends how many cases of a pallet. */
type Round = readonly (readonly [to: DemoSite, cases: number])[];

const EUROPEAN_ROUND: Round = [
  [SITES.pharmacy, 3],
  [SITES.branch, 2],
  [SITES.otherPharmacy, 3],
  [SITES.hospital, 4],
];
const IMPORTED_ROUND: Round = [
  [SITES.otherPharmacy, 4],
  [SITES.hospital, 5],
];

interface Way {
  readonly from: DemoSite;
  readonly shipDay: number;
  readonly to: DemoSite;
  readonly takesDays: number;
}

/** The steps of one consignment as they come about. Days count down towards the load. */
class History {
  readonly steps: DemoStep[] = [];
  readonly #calendar: DemoCalendar;
  readonly #chance: DemoChance;
  readonly #consignment: DemoConsignment;

  constructor(calendar: DemoCalendar, chance: DemoChance, consignment: DemoConsignment) {
    this.#calendar = calendar;
    this.#chance = chance;
    this.#consignment = consignment;
  }

  /** Made in the morning, in cases by noon, on pallets in the afternoon. Gives the day. */
  made(): number {
    const { first, second, madeAt, madeDaysAgo: day } = this.#consignment;
    const cases = [...first.cases, ...second.cases];
    const packs = cases.flatMap((one) => one.packs);
    this.steps.push(commissioned(this.#occasion('made', madeAt, this.#at(madeAt, day, 9)), packs));
    const from = this.#at(madeAt, day, 11);
    for (const [at, one] of cases.entries())
      this.steps.push(
        packed(this.#occasion(`cased ${one.sscc}`, madeAt, later(from, at * CASE_TAKES_MS)), one.sscc, {
          packs: one.packs,
        }),
      );
    for (const { sscc, cases: on } of [first, second])
      this.steps.push(
        packed(this.#occasion(`palleted ${sscc}`, madeAt, this.#at(madeAt, day, 14)), sscc, {
          units: on.map((one) => one.sscc),
        }),
      );
    return day;
  }

  /** A pallet is shipped, received with one scan, and opened unless it is kept whole. Gives the day of the receipt. */
  moved({ sscc, cases }: DemoPallet, { from, shipDay, to, takesDays }: Way, { opened = true } = {}): number {
    const number = `${this.#consignment.index}-${sscc.slice(-5)}`;
    const shipment = { to, number, units: [sscc] };
    this.steps.push(shipped(this.#occasion(`shipped ${sscc}`, from, this.#at(from, shipDay, 15)), shipment));
    const day = this.#calendar.openDay(to, shipDay - takesDays);
    const at = this.#minutes(to, day, to.opens + this.#chance.between(60, 120));
    this.steps.push(received(this.#occasion(`received ${sscc}`, to, at), from, shipment));
    if (opened)
      this.steps.push(
        unpacked(this.#occasion(`opened ${sscc}`, to, later(at, HOUR * 60_000)), sscc, {
          units: cases.map((one) => one.sscc),
        }),
      );
    return day;
  }

  /** The cases of an opened pallet go out on the evening of its receipt. */
  sharedOut({ cases }: DemoPallet, day: number, round: Round): void {
    let next = 0;
    for (const [to, count] of round) {
      const share = cases.slice(next, next + count);
      next += count;
      const units = share.map((one) => one.sscc);
      const number = `${this.#consignment.index}-${to.gln.slice(-5)}`;
      const shipment = { to, number, units };
      const { warehouse } = SITES;
      const leaves = this.#at(warehouse, day, 17);
      this.steps.push(shipped(this.#occasion(`shipped to ${to.gln}`, warehouse, leaves), shipment));
      const there = this.#calendar.openDay(to, day - 1);
      const at = this.#minutes(to, there, to.opens + this.#chance.between(5, 45));
      this.steps.push(received(this.#occasion(`received at ${to.gln}`, to, at), warehouse, shipment));
      this.onTheShelf(to, there, share.slice(0, 1));
    }
  }

  /** Cases are emptied on the day after their receipt, and mostly supplied. */
  onTheShelf(site: DemoSite, receivedOn: number, cases: readonly DemoCase[]): void {
    const day = this.#calendar.openDay(site, receivedOn - 1);
    for (const { sscc, packs } of cases) {
      const at = this.#minutes(site, day, site.opens + this.#chance.between(30, 100));
      this.steps.push(unpacked(this.#occasion(`emptied ${sscc}`, site, at), sscc, { packs }));
      for (const pack of packs) this.#supplied(site, day, pack);
    }
  }

  #supplied(site: DemoSite, sinceDay: number, pack: DemoPack): void {
    if (!this.#chance.happens(SUPPLIED_SHARE)) return;
    const at = this.#calendar.openMoment(site, { from: sinceDay, to: 1 }, this.#chance);
    if (at !== undefined)
      this.steps.push(supplied(this.#occasion(`supplied ${pack.serial}`, site, at), pack));
  }

  #occasion(what: string, site: DemoSite, at: Instant): DemoOccasion {
    return { name: `${this.#consignment.name} ${what}`, site, at };
  }

  /** Within the hour after `hour` o'clock of the site. */
  #at(site: DemoSite, daysAgo: number, hour: number): Instant {
    return this.#minutes(site, daysAgo, hour * HOUR + this.#chance.between(0, 59));
  }

  #minutes(site: DemoSite, daysAgo: number, minutes: number): Instant {
    return this.#calendar.at(site, daysAgo, minutes);
  }
}
