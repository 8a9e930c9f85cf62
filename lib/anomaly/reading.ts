import type { ObservationSighting } from './sighting.ts';

type Reading = Pick<ObservationSighting, 'reasons'>;

/** Did the counter say that nobody commissioned the serial? */
export const isUnknown = ({ reasons: [{ code }] }: Reading): boolean =>
  code === 'pack/unknown' || code === 'batch/unknown';

/** Did the counter say that batch or expiry are not those registered? */
export const isMismatch = ({ reasons: [{ code }] }: Reading): boolean =>
  code === 'pack/batch-mismatch' || code === 'pack/expiry-mismatch';

/** Was a registered serial read, with the batch and the expiry registered for it? */
export const isReadWell = (s: Reading): boolean =>
  !isUnknown(s) && !isMismatch(s) && s.reasons[0].code !== 'product/unknown';
