import type { CounterRow } from '../counter-row.ts';
import { doneHereJustNow } from './done-here-just-now.ts';
import { gone } from './gone.ts';
import { heldByAsker } from './held-by-asker.ts';
import { heldElsewhere } from './held-elsewhere.ts';
import { heldInOwnerGroup } from './held-in-owner-group.ts';
import { identityMismatch } from './identity-mismatch.ts';
import { inTransitToAsker } from './in-transit-to-asker.ts';
import { notADispenser } from './not-a-dispenser.ts';
import { productUnknown } from './product-unknown.ts';
import { serialUnknown } from './serial-unknown.ts';
import { suppliedByBranch } from './supplied-by-branch.ts';
import { suppliedByNonHolder } from './supplied-by-non-holder.ts';
import { suppliedHereEarlier } from './supplied-here-earlier.ts';
import { unfit } from './unfit.ts';

/**
 * The counter's table in its order: of the rows that match, the lowest decides (custody.md 3). Two rows come from
 * sections 1 and 2, where they limit what the first rows allow. The table's last row, a scan that cannot be trusted,
 * is judged on the device and never sent.
 */
export const COUNTER_ROWS: readonly CounterRow[] = [
  heldByAsker,
  inTransitToAsker,
  heldInOwnerGroup,
  heldElsewhere,
  suppliedByNonHolder,
  notADispenser,
  unfit,
  suppliedByBranch,
  suppliedHereEarlier,
  doneHereJustNow,
  gone,
  identityMismatch,
  serialUnknown,
  productUnknown,
];
