import type { Json } from '../kernel/canonical-json.ts';
import type { ANSWERS } from './answers.ts';

/** Every code that the API can answer an error with. */
export type ApiCode = keyof typeof ANSWERS;

/** One error as a value: its code, one sentence about this occurrence, and where in the request the fault is. */
export interface ApiError {
  readonly code: ApiCode;
  readonly detail?: string | undefined;
  /** JSON pointer into the body, or the name of a header or parameter. */
  readonly path?: string | undefined;
  /** Index of the faulty character in the value at `path`. */
  readonly at?: number | undefined;
  /** Further members of the problem document (RFC 9457 section 3.2). */
  readonly members?: Readonly<Record<string, Json>> | undefined;
  readonly retryAfterSeconds?: number | undefined;
}
