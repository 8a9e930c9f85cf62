import { EnvFailure } from '../lib/env.ts';
import { MigrationFailure } from '../lib/store/migrate.ts';
import { StepFailure } from './step-failure.ts';

/**
 * Runs the body of a command. What can be expected to fail ends in its one sentence, without a stack, and exit code 1;
 * anything else is a fault of ours and shows where it happened.
 */
export function mainOf(body: () => Promise<number>): void {
  body().then(
    (code) => process.exit(code),
    (error: unknown) => {
      const expected = [StepFailure, EnvFailure, MigrationFailure].some((kind) => error instanceof kind);
      console.error(expected && error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
