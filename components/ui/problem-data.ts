/** What went wrong, as the server says it: a stable code, and the sentence that belongs to it. */
export interface ProblemData {
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly status?: number | undefined;
  /** Seconds to wait before trying again, where the server named them. */
  readonly retryAfterSeconds?: number | undefined;
}

/** The answer of an action that may be refused. */
export type ActionAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ProblemData };
