import type { ActionAnswer } from '../ui/problem-data.ts';

/** A product the organisation holds, with how its serials are to look. */
export interface ProductChoice {
  readonly gtin: string;
  readonly name: string;
  /** 1 to 20. */
  readonly serialLength: number;
  readonly serialAlphabet: string;
}

/** What is sent when every row is in order. */
export interface RegisterRequest {
  readonly gtin: string;
  readonly batch: string;
  /** YYMMDD, never with day 00. */
  readonly expiry: string;
  readonly serials: readonly string[];
}

/** A row the server did not take, with its place in the list that was sent (counted from 1). */
export interface RefusedRow {
  readonly row: number;
  readonly serial: string;
  readonly code: string;
  readonly text: string;
}

/** Where a registration stands. Asked again every second while it runs. */
export interface RegistrationProgress {
  readonly jobId: string;
  readonly state: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** ISO 8601; `null` while it waits. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly refused: readonly RefusedRow[];
  readonly batch: {
    readonly gtin: string;
    readonly productName: string;
    readonly batch: string;
    readonly expiry: string;
  };
}

/** What Register a batch needs. */
export interface RegisterScreenProps {
  readonly products: readonly ProductChoice[];
  /** The site's date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly start: (
    request: RegisterRequest,
    requestId: string,
  ) => Promise<ActionAnswer<{ readonly jobId: string }>>;
  readonly progress: (jobId: string) => Promise<ActionAnswer<RegistrationProgress>>;
  /** Which of these serials the register holds already, so that they show as faults before anything is stored. */
  readonly takenSerials: (
    gtin: string,
    serials: readonly string[],
  ) => Promise<ActionAnswer<readonly string[]>>;
}

/** What the page of one registration needs (it can be left and found again). */
export interface RegistrationScreenProps {
  readonly initial: RegistrationProgress;
  readonly progress: RegisterScreenProps['progress'];
}
