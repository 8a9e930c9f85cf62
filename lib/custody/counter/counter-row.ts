import type { CounterVerdict, Recorded, Severity } from './counter-answer.ts';
import type { CounterCode } from './counter-codes.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterReason } from './counter-reason.ts';
import type { CounterRequest } from './counter-request.ts';

/** What a row says where it matches. */
export interface RowMatch {
  readonly verdict: CounterVerdict;
  readonly reasons: readonly [CounterReason, ...CounterReason[]];
  readonly recorded: Recorded;
  readonly severity: Severity;
  readonly finding?: 'settled' | 'provisional';
  readonly dataQuality?: true;
}

/** One row of the counter's table. */
export interface CounterRow {
  readonly id: `counter/${string}`;
  /** The section of the rule sheet that the row comes from. */
  readonly source: string;
  /** Every code the row can give. */
  readonly codes: readonly [CounterCode, ...CounterCode[]];
  /** Identity rows stand where batch and expiry do not match: their answer tells nothing about the serial. */
  readonly withholds?: true;
  judge(request: CounterRequest, facts: CounterFacts): RowMatch | undefined;
}
