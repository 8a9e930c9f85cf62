import type { Instant } from '../../kernel/instant.ts';
import { batchHistory } from './batch-history.ts';
import { demoBatches } from './demo-batches.ts';
import { DemoCalendar } from './demo-calendar.ts';
import type { DemoChapter } from './demo-step.ts';
import { DemoStory } from './demo-story.ts';
import { INCIDENTS } from './incidents/index.ts';

/**
 * The whole past of the demo world in the order in which it was recorded, and the packs to try. The same seed and the same
 * day of loading give the same, serials and moments included.
 */
export function demoHistory(seed: string, loadedAt: Instant): DemoChapter {
  const calendar = new DemoCalendar(loadedAt);
  const batches = demoBatches(seed, calendar);
  const story = new DemoStory(seed, calendar, batches);
  const chapters = INCIDENTS.map((incident) => incident(story));
  const usual = batches.flatMap((batch) => batchHistory(seed, calendar, batch));
  const steps = [...usual, ...chapters.flatMap((chapter) => chapter.steps)];
  return {
    steps: steps.toSorted((a, b) => a.recordedAt - b.recordedAt),
    examples: chapters.flatMap(({ examples }) => examples),
  };
}
