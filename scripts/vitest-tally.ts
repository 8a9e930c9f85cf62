import { z } from 'zod';
import type { Tally } from './tally.ts';

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** What Vitest's JSON report says. A file that could not even be loaded counts as one failed test. */
export function vitestTally(json: unknown): Tally {
  const files = report.parse(json).testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  const passed = count('passed');
  const failed =
    count('failed') +
    files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed)).length;
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status));
  return { passed, failed, skipped: skipped.length, reasons: skipped.map((test) => test.fullName) };
}

const isFailed = (test: { readonly status: string }): boolean => test.status === 'failed';
