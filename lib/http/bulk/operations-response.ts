import type { Json } from '../../kernel/canonical-json.ts';
import { instantText } from '../../kernel/instant.ts';
import type { OperationsProgress } from '../../service/operations/load-operations.ts';
import { response } from '../problem.ts';
import type { NumberedPage } from './parse-page.ts';

/** How far a list of operations is, with a page of its results; `next` leads to the following page where this one is full. */
export function operationsResponse({ job, results }: OperationsProgress, { limit }: NumberedPage): Response {
  const last = results.at(-1);
  const isFull = results.length === limit && last !== undefined;
  return response({
    status: 200,
    body: {
      ...{ id: job.id, state: job.state, total: job.total, done: job.done, failed: job.failed },
      createdAt: instantText(job.createdAt),
      finishedAt: job.finishedAt === undefined ? null : instantText(job.finishedAt),
      results: results.map(({ line, outcome, result }): Json => ({ line, outcome, ...(result as object) })),
      next: isFull ? `/api/v1/packs/operations/${job.id}?after=${last.line}&limit=${limit}` : null,
    },
  });
}
