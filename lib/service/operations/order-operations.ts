import type { OrgScope } from '../../custody/org-scope.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { KeyedRequest } from '../../store/idempotency.ts';
import { insertLines } from '../../store/operation-lines.ts';
import type { ReplayError } from '../answer-once.ts';
import { startJobOnce } from '../start-job-once.ts';
import { LINES_IN_CHUNK, MOST_LINES, OPERATIONS_JOB } from './operations-job.ts';

/** A list of operations as it came. */
export interface OperationsOrder {
  readonly lines: readonly Json[];
  readonly keyed: KeyedRequest | undefined;
}

export type OrderOperationsError = ReplayError | { readonly code: 'operations/count'; readonly most: number };

/**
 * Takes over a list of operations, each with the time at which it was done: durable when it resolves, worked through by a job soon
 * after. A line that cannot be understood is a result like any other. Gives the job's id; the same request again is the same job.
 */
export async function orderOperations(
  scope: OrgScope,
  lines: readonly Json[],
  keyed: KeyedRequest | undefined,
): Promise<Result<string, OrderOperationsError>> {
  if (lines.length === 0 || lines.length > MOST_LINES)
    return err({ code: 'operations/count', most: MOST_LINES });
  return startJobOnce<OrderOperationsError>(scope, keyed, async () =>
    ok({
      ...{ kind: OPERATIONS_JOB, payload: null, total: lines.length },
      keep: async (tx, job) => {
        for (let at = 0; at < lines.length; at += LINES_IN_CHUNK)
          await insertLines(tx, job, { firstLine: at + 1, lines: lines.slice(at, at + LINES_IN_CHUNK) });
      },
    }),
  );
}
