import type { CounterFacts } from './counter-facts.ts';
import type { ChangeKind, CounterRequest } from './counter-request.ts';
import type { RowMatch } from './counter-row.ts';

/** One state that a pack can be asked into: who may ask, and from which states (custody.md 1). */
export interface ChangeRule {
  readonly state: ChangeKind;
  readonly source: string;
  /** What stands against the change, or `undefined`. Only asked where batch and expiry match. */
  refuse(request: CounterRequest, facts: CounterFacts): RowMatch | undefined;
}
