import type { Delivery } from '../../lib/scan/offline/queue.ts';
import type { ReplayOutcome } from '../../lib/scan/offline/queued-scan.ts';
import { type LineAnswer, operationLine, replayOutcome } from './operation-lines.ts';

const PATIENCE_MS = 20_000;
const POLL_MS = 400;
/** A job that takes longer is left alone; its lines are sent again, and meet what it did. */
const POLLS = 300;

const OPERATIONS = '/api/v1/packs/operations';

/**
 * Sends kept scans to the register under the delivery's own key, and gives what became of each by its id, of those that are worked through. Where
 * the register refuses to take the list (the session has ended, say) none is. Rejects where no answer comes.
 */
export async function deliver({ id, scans }: Delivery): Promise<ReadonlyMap<string, ReplayOutcome>> {
  const taken = await fetch(OPERATIONS, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({ operations: scans.map(operationLine) }),
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (taken.status >= 500) throw new Error(`the register answers ${taken.status}`);
  if (taken.status !== 202) return new Map();
  const job = ((await taken.json()) as { readonly id: string }).id;
  const answers = await finished(job, scans.length);
  return new Map(
    answers.flatMap((answer) => {
      const scan = scans[answer.line - 1];
      return scan ? [[scan.id, replayOutcome(answer)] as const] : [];
    }),
  );
}

interface Progress {
  readonly state: string;
  readonly results: readonly LineAnswer[];
}

async function finished(job: string, lines: number): Promise<readonly LineAnswer[]> {
  for (let poll = 0; ; poll++) {
    const answer = await fetch(`${OPERATIONS}/${job}?limit=${lines}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`the register answers ${answer.status}`);
    const { state, results } = (await answer.json()) as Progress;
    if ((state !== 'queued' && state !== 'running') || poll === POLLS) return results;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
