import { CUSTODY_CODES, type CustodyCode } from '../custody/custody-codes.ts';

/** A reason of the custody rules in one sentence. */
export const custodyText = (code: CustodyCode): string => CUSTODY_CODES[code];
