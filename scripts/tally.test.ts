import { expect, test } from 'vitest';
import { playwrightTally } from './playwright-tally.ts';
import { sentenceOf, tallyOf } from './tally.ts';
import { vitestTally } from './vitest-tally.ts';

/** As Vitest 4 and Playwright 1.65 write them, cut down to what is read. */
const vitest = {
  testResults: [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'one' },
        { status: 'failed', fullName: 'two' },
        { status: 'skipped', fullName: 'three (skipped: no vectors)' },
        { status: 'todo', fullName: 'four' },
      ],
    },
    { name: 'does-not-load.test.ts', status: 'failed', assertionResults: [] },
  ],
};
const skippedTest = { status: 'skipped', annotations: [{ type: 'skip', description: 'no camera' }] };
const playwright = {
  stats: { expected: 2, unexpected: 1, flaky: 0, skipped: 1 },
  errors: [{ message: 'no server' }],
  suites: [{ specs: [], suites: [{ specs: [{ title: 'scans', tests: [skippedTest] }] }] }],
};

test('a file of tests that cannot be loaded counts as a failed test', () => {
  expect(vitestTally(vitest)).toMatchObject({ passed: 1, failed: 2, skipped: 2 });
});

test('an error outside of every browser test counts as a failed test', () => {
  expect(playwrightTally(playwright)).toMatchObject({ passed: 2, failed: 2, skipped: 1 });
});

test('what is skipped is told with its reason', () => {
  expect(vitestTally(vitest).reasons).toEqual(['three (skipped: no vectors)', 'four']);
  expect(playwrightTally(playwright).reasons).toEqual(['scans: no camera']);
});

test('the last line sums all of them, and names the skipped ones only where there are some', () => {
  const all = tallyOf(vitestTally(vitest), playwrightTally(playwright));
  expect(sentenceOf(all)).toBe('3 passed, 4 failed, 3 skipped');
  expect(sentenceOf({ ...all, skipped: 0 })).toBe('3 passed, 4 failed');
});
