/** `npm run check`: one line for each check; what a failed one has to say follows its line. */
import { CHECKS } from './checks.ts';
import { mainOf } from './main-of.ts';
import { runChecks } from './report-checks.ts';

mainOf(async () => {
  const { failed } = await runChecks(CHECKS);
  return failed === 0 ? 0 : 1;
});
