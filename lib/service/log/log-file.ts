import { utf8Of } from '../../kernel/bytes.ts';

/** A file of the log's public address, as whoever serves it needs to know it. */
export interface LogFile {
  readonly bytes: Uint8Array;
  readonly contentType: 'application/octet-stream' | 'text/plain; charset=utf-8' | 'application/json';
  /** An immutable file is the same for ever; the others are asked for anew each time. */
  readonly isImmutable: boolean;
  /** True where compressing is worth it: bundles of entries, but no hashes. */
  readonly isCompressible: boolean;
}

/** A text that changes as the log grows. */
export const logText = (
  text: string | Uint8Array,
  contentType: LogFile['contentType'] = 'text/plain; charset=utf-8',
): LogFile => ({
  bytes: typeof text === 'string' ? utf8Of(text) : text,
  contentType,
  isImmutable: false,
  isCompressible: false,
});
