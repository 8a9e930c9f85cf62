import { CUSTODY_CODES } from '../custody/custody-codes.ts';
import { NOT_TOLD, type UnmovedCode } from '../custody/unmoved-code.ts';

/** A reason of the custody rules in one sentence. */
export const custodyText = (code: UnmovedCode): string =>
  code === NOT_TOLD ? 'It is not yours to move, or it is not known.' : CUSTODY_CODES[code];
