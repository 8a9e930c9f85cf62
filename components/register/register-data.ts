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

/** Where a registration stands. Asked again every second while it runs. */
export interface RegistrationProgress {
  readonly jobId: string;
  readonly state: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  readonly phase:
    | 'uploading'
    | 'generating'
    | 'checking'
    | 'mending'
    | 'checked'
    | 'recording'
    | 'done'
    | 'refused';
  readonly done: number;
  readonly total: number;
  /** ISO 8601, of the phase; `null` while it waits. */
  readonly startedAt: string | null;
  readonly packs: number;
  readonly faults: number;
  readonly refused: { readonly code: string; readonly text: string | null } | null;
  readonly batch: {
    readonly gtin: string;
    readonly productName: string;
    readonly batch: string;
    readonly expiry: string;
    readonly printed: string;
  };
}

/** What is to be looked at before the packs of an uploaded list are registered. */
export interface RegistrationCheck {
  readonly first: string | null;
  readonly last: string | null;
  readonly guessChance: number;
}

/** A row of an uploaded list that waits to be mended. */
export interface RowToMend {
  readonly row: number;
  readonly serial: string;
  readonly fault: unknown;
  readonly text: string | null;
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
  /** Which of these serials the register holds already, so that they show as faults before anything is stored. */
  readonly takenSerials: (
    gtin: string,
    serials: readonly string[],
  ) => Promise<ActionAnswer<readonly string[]>>;
}

/** What the page of one registration needs (it can be left and found again). */
export interface RegistrationScreenProps {
  readonly initial: RegistrationProgress;
  readonly progress: (jobId: string) => Promise<ActionAnswer<RegistrationProgress>>;
  readonly check: (jobId: string) => Promise<ActionAnswer<RegistrationCheck>>;
  readonly faults: (jobId: string) => Promise<ActionAnswer<readonly RowToMend[]>>;
  readonly mend: (jobId: string, row: number, serial: string) => Promise<ActionAnswer<null>>;
  /** All faulty rows where none are named. */
  readonly leaveOut: (jobId: string, rows: readonly number[] | null) => Promise<ActionAnswer<null>>;
  readonly start: (jobId: string) => Promise<ActionAnswer<null>>;
  readonly cancel: (jobId: string) => Promise<ActionAnswer<null>>;
}
