import { z } from 'zod';
import type { Tally } from './tally.ts';

const annotation = z.object({ type: z.string(), description: z.string().optional() });
const spec = z.object({
  title: z.string(),
  tests: z.array(z.object({ status: z.string(), annotations: z.array(annotation) })),
});

interface Suite {
  readonly specs: readonly z.infer<typeof spec>[];
  readonly suites?: readonly Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec), suites: z.array(suite).optional() }),
);
const report = z.object({
  suites: z.array(suite),
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** What Playwright's JSON report says. An error outside of every test counts as one failed. */
export function playwrightTally(json: unknown): Tally {
  const { stats, errors, suites } = report.parse(json);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    reasons: suites.flatMap(specsOf).flatMap(({ title, tests }) => {
      const skipped = tests.filter((test) => test.status === 'skipped');
      return skipped.map(
        (test) => `${title}: ${test.annotations.map((note) => note.description ?? note.type).join(', ')}`,
      );
    }),
  };
}

const specsOf = (one: Suite): readonly z.infer<typeof spec>[] => [
  ...one.specs,
  ...(one.suites ?? []).flatMap(specsOf),
];
