import type { Check } from './checks.ts';
import { NOTHING, type Tally, tallyOf } from './tally.ts';

/** Runs `checks` one after the other, all of them whatever happens, and prints a line for each. */
export async function runChecks(checks: readonly Check[]): Promise<Tally> {
  let tally = NOTHING;
  for (const check of checks) {
    const began = performance.now();
    const { code, output } = await check
      .run()
      .catch((error: unknown) => ({ code: 1, output: String(error) }));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${check.name} (${seconds} s)`);
    if (code !== 0) console.log(output.trim());
    tally = tallyOf(tally, code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 });
  }
  return tally;
}
