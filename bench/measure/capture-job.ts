import type { ScopeFacts } from '../../lib/auth/mint-scope.ts';
import type { SentDocument } from './single-pack-events.ts';
import type { Tape } from './statement-tape.ts';

/** What a process of the capture benchmark is to do. */
export interface CaptureJob {
  readonly url: string;
  /** `capture` in earnest; the same, noting every statement; or sending the statements noted. */
  readonly part: 'capture' | 'record' | 'replay';
  readonly scopes: Readonly<Record<SentDocument['by'], ScopeFacts>>;
  /** A list per writer, the first to grow warm with and the second to be measured. */
  readonly warmUp: readonly (readonly SentDocument[])[];
  readonly documents: readonly (readonly SentDocument[])[];
  /** Only to replay. */
  readonly tapes: readonly Tape[];
}

/** What came of it. */
export interface CaptureDone {
  readonly seconds: number;
  /** The largest this process ever was. */
  readonly mostMegabytes: number;
  readonly tapes: readonly Tape[];
}
