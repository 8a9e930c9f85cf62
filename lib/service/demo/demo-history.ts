import type { Instant } from '../../kernel/instant.ts';
import { batchHistory } from './batch-history.ts';
import { consignmentHistory } from './consignment-history.ts';
import { demoBatches } from './demo-batches.ts';
import { DemoCalendar } from './demo-calendar.ts';
import { demoConsignments } from './demo-consignments.ts';
import type { DemoChapter, DemoLotExample, DemoUnitExample } from './demo-step.ts';
import { DemoStory } from './demo-story.ts';
import { INCIDENTS } from './incidents/index.ts';
import { lotHistories } from './lot-history.ts';
import { unitsOnTheirWay } from './units-on-their-way.ts';

/** The whole past of the demo world, and what it leaves to try. */
export interface DemoHistory extends DemoChapter {
  readonly units: readonly DemoUnitExample[];
  readonly lots: readonly DemoLotExample[];
}

/**
 * The whole past of the demo world in the order in which it was recorded, and the packs, cases, pallets and batches to try. The
 * same seed and the same day of loading give the same, serials and moments included.
 */
export function demoHistory(seed: string, loadedAt: Instant): DemoHistory {
  const calendar = new DemoCalendar(loadedAt);
  const batches = demoBatches(seed, calendar);
  const story = new DemoStory(seed, calendar, batches);
  const consignments = demoConsignments(seed, calendar);
  const onTheWay = unitsOnTheirWay(calendar, consignments);
  const withoutSerials = lotHistories(seed, calendar);
  const chapters = INCIDENTS.map((incident) => incident(story));
  const steps = [
    ...batches.flatMap((batch) => batchHistory(seed, calendar, batch)),
    ...consignments.flatMap((consignment) => consignmentHistory(seed, calendar, consignment)),
    ...withoutSerials.steps,
    ...chapters.flatMap((chapter) => chapter.steps),
    ...onTheWay.steps,
  ];
  return {
    steps: steps.toSorted((a, b) => a.recordedAt - b.recordedAt),
    examples: [...chapters.flatMap(({ examples }) => examples), ...onTheWay.examples],
    units: onTheWay.units,
    lots: withoutSerials.lots,
  };
}
