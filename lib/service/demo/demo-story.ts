import type { Instant } from '../../kernel/instant.ts';
import { batchAt, type DemoBatch } from './demo-batches.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoOccasion } from './demo-events.ts';
import type { DemoSite } from './demo-organisation.ts';
import type { DemoChapter } from './demo-step.ts';

/** What an incident may draw on. Days are moved to the next on which the site is open. */
export class DemoStory {
  readonly seed: string;
  readonly #calendar: DemoCalendar;
  readonly #batches: readonly DemoBatch[];

  constructor(seed: string, calendar: DemoCalendar, batches: readonly DemoBatch[]) {
    this.seed = seed;
    this.#calendar = calendar;
    this.#batches = batches;
  }

  batch(index: number): DemoBatch {
    return batchAt(this.#batches, index);
  }

  /** The site's wall clock, `hour` and minutes as a decimal fraction of it, about `daysAgo` days before the load. */
  at(site: DemoSite, daysAgo: number, hour: number): Instant {
    return this.#calendar.at(site, this.#calendar.openDay(site, daysAgo), hour * 60);
  }

  /** Something that a site reports about `daysAgo` days before the load. */
  occasion(name: string, site: DemoSite, daysAgo: number, hour: number): DemoOccasion {
    return { name, site, at: this.at(site, daysAgo, hour) };
  }
}

/** Something that goes another way than usual, one a file; only with packs that nothing else happens to. */
export type DemoIncident = (story: DemoStory) => DemoChapter;
