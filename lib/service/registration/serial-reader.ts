import type { Result } from '../../kernel/result.ts';

/** Why a file cannot be read any further; `at` counts its characters from 0, or its events. */
export type SerialFileError =
  | { readonly code: 'serials/not-json'; readonly at: number }
  /** An event that is no commissioning of packs, counted from 0. */
  | { readonly code: 'serials/not-a-commissioning'; readonly at: number }
  /** An event that names another batch or expiry date than the one that is to be registered. */
  | { readonly code: 'serials/other-batch'; readonly at: number };

/** Reads the serial numbers out of a file that comes piece by piece, each piece being any part of its text. */
export interface SerialReader {
  read(piece: string): Result<readonly string[], SerialFileError>;
  /** What the end of the file makes whole. */
  end(): Result<readonly string[], SerialFileError>;
}
