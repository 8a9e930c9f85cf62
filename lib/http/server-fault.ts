import { randomUUID } from 'node:crypto';
import { faultTrace } from '../kernel/fault-trace.ts';
import { problem } from './problem.ts';

/** Answers what nobody foresaw: 500 with an id, under which the journal has where it happened. */
export function serverFault(error: unknown): Response {
  const id = randomUUID();
  console.error(`server/fault ${id} ${faultTrace(error)}`);
  return problem({ code: 'server/fault', detail: `Tell the operator this number: ${id}`, members: { id } });
}
