import type { Instant } from '../../kernel/instant.ts';
import type { PackTarget } from '../change-event.ts';
import type { PackRequest } from '../pack-request.ts';

/** One line of a list: what was read from a pack, how and when, and what was done with it. */
export interface OperationLine extends Omit<PackRequest, 'requestKey'> {
  /** Names the operation within the organisation, whatever list it comes in. */
  readonly id: string | undefined;
  /** The state the pack was brought into; `undefined` for a verification. */
  readonly state: PackTarget | undefined;
  /** The person's own words. */
  readonly note: string | undefined;
  /** When it was done, by the clock of who did it. */
  readonly at: Instant;
}

/** Why a line cannot be understood. */
export interface LineFault {
  readonly code:
    | 'body/invalid'
    | 'identifier/gtin'
    | 'identifier/serial'
    | 'identifier/batch'
    | 'identifier/expiry'
    | 'pack/state-not-known'
    | 'header/entry-mode';
  /** The member that is faulty. */
  readonly path: string;
  /** Index of the faulty character, where one is. */
  readonly at?: number | undefined;
}
