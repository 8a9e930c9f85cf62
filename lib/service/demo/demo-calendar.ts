import { type Instant, instantOf } from '../../kernel/instant.ts';
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts';
import { offsetAt } from '../../kernel/offset-at.ts';
import type { DemoChance } from './demo-chance.ts';
import { certain } from './demo-identifiers.ts';
import type { DemoSite } from './demo-organisation.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The days of the demo world, counted back from the day it is loaded: 1 is yesterday. */
export class DemoCalendar {
  readonly #midnight: number;

  /** `loadedAt` is any moment of the day of the load, in UTC. */
  constructor(loadedAt: Instant) {
    this.#midnight = Math.floor(loadedAt / DAY_MS) * DAY_MS;
  }

  /** `minutes` after midnight on the wall clock of `site`, `daysAgo` days before the load. */
  at(site: DemoSite, daysAgo: number, minutes: number): Instant {
    const wall = this.#midnight - daysAgo * DAY_MS + Math.round(minutes * MINUTE_MS);
    const guess = certain(instantOf(wall));
    return certain(instantOf(wall - offsetAt(guess, site.timeZone) * MINUTE_MS));
  }

  /** A date of the calendar; negative `daysAgo` lies ahead. */
  date(daysAgo: number): LocalDate {
    return localDateAt(certain(instantOf(this.#midnight - daysAgo * DAY_MS)), 'UTC');
  }

  /** Is the site open on that day of its week? */
  isOpen(site: DemoSite, daysAgo: number): boolean {
    const weekday = new Date(this.#midnight - daysAgo * DAY_MS).getUTCDay();
    return !site.closedOn.includes(weekday);
  }

  /** The first day from `daysAgo` on, towards the load, on which the site is open; never later than yesterday. */
  openDay(site: DemoSite, daysAgo: number): number {
    for (let day = daysAgo; day >= 1; day--) if (this.isOpen(site, day)) return day;
    return this.#lastOpenDay(site);
  }

  /** A moment within opening hours on one of the days between, or `undefined` where the site has none of them open. */
  openMoment(site: DemoSite, days: { readonly from: number; readonly to: number }, chance: DemoChance) {
    for (let tries = 0; tries < 20; tries++) {
      const day = chance.between(days.to, days.from);
      // The first two hours are for what was delivered.
      const minutes = chance.between(site.opens + 120, site.closes - 1) + chance.between(0, 59) / 60;
      if (this.isOpen(site, day)) return this.at(site, day, minutes);
    }
    return undefined;
  }

  #lastOpenDay(site: DemoSite): number {
    let day = 1;
    while (!this.isOpen(site, day)) day++;
    return day;
  }
}
