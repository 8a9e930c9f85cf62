import { randomBytes } from 'node:crypto';
import { hexOf } from '../../kernel/bytes.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { appendUpload, beginUpload } from '../../store/registration-chunks.ts';
import { MOST_ROWS, ROWS_IN_CHUNK } from './registration-job.ts';
import type { SerialFileError, SerialReader } from './serial-reader.ts';

/** Bytes that a file of serial numbers may have. */
const MOST_UPLOAD_BYTES = 256 * 1024 * 1024;

export type UploadError =
  | SerialFileError
  | { readonly code: 'serials/not-text' }
  | { readonly code: 'serials/too-large'; readonly most: number }
  | { readonly code: 'serials/count'; readonly most: number }
  /** Another upload of the same registration has begun, or it was cancelled. */
  | { readonly code: 'registration/overtaken' };

const UPLOAD_ID_BYTES = 16;

/**
 * Takes the rows of a file over into the database as they come: at no time is more of it in memory than a piece. What an upload before
 * it left is taken away. Gives the number of rows.
 */
export async function takeUpload(
  job: string,
  body: AsyncIterable<Uint8Array>,
  reader: SerialReader,
): Promise<Result<number, UploadError>> {
  const upload = hexOf(randomBytes(UPLOAD_ID_BYTES));
  if (!(await beginUpload(job, upload))) return err({ code: 'registration/overtaken' });
  const rows = new Rows(job, upload);
  for await (const piece of textOf(body)) {
    if (!piece.ok) return piece;
    const taken = await rows.take(piece.value === undefined ? reader.end() : reader.read(piece.value));
    if (!taken.ok) return taken;
  }
  return rows.finish();
}

/** The text of a body, piece by piece; `undefined` at its end. */
async function* textOf(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Result<string | undefined, UploadError>> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (piece?: Uint8Array): Result<string, UploadError> => {
    try {
      return ok(piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
    } catch {
      return err({ code: 'serials/not-text' });
    }
  };
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > MOST_UPLOAD_BYTES) yield err({ code: 'serials/too-large', most: MOST_UPLOAD_BYTES });
    yield decoded(piece);
  }
  yield decoded();
  yield ok(undefined);
}

/** Rows on their way into the database. */
class Rows {
  readonly #job: string;
  readonly #upload: string;
  #waiting: string[] = [];
  #written = 0;

  constructor(job: string, upload: string) {
    this.#job = job;
    this.#upload = upload;
  }

  async take(read: Result<readonly string[], SerialFileError>): Promise<Result<void, UploadError>> {
    if (!read.ok) return read;
    this.#waiting.push(...read.value);
    if (this.#written + this.#waiting.length > MOST_ROWS)
      return err({ code: 'serials/count', most: MOST_ROWS });
    while (this.#waiting.length >= ROWS_IN_CHUNK) {
      const written = await this.#write(this.#waiting.slice(0, ROWS_IN_CHUNK));
      if (!written.ok) return written;
      this.#waiting = this.#waiting.slice(ROWS_IN_CHUNK);
    }
    return ok(undefined);
  }

  async finish(): Promise<Result<number, UploadError>> {
    const last = this.#waiting.length === 0 ? ok(undefined) : await this.#write(this.#waiting);
    if (!last.ok) return last;
    return this.#written === 0 ? err({ code: 'serials/count', most: MOST_ROWS }) : ok(this.#written);
  }

  async #write(serials: readonly string[]): Promise<Result<void, UploadError>> {
    const firstRow = this.#written + 1;
    if (!(await appendUpload(this.#job, this.#upload, { firstRow, serials })))
      return err({ code: 'registration/overtaken' });
    this.#written += serials.length;
    return ok(undefined);
  }
}
