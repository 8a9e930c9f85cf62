/** How the pack's data came in: the API asks for it with every request. */
export type EntryMode = 'scan' | 'manual';

/** What was read from a pack, judged on the device and fit to be sent. */
export interface ScannedPack {
  readonly gtin: string;
  readonly serial: string;
  readonly batch: string;
  /** YYMMDD as printed. */
  readonly expiry: string;
  readonly mode: EntryMode;
}
