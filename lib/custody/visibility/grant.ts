import type { Gln } from '../../gs1/gln.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { OrgScope } from '../org-scope.ts';
import type { EventRef } from '../pack-state.ts';

/** What a grant opens: the grantor's own events that agree with every field that is set. None set: all of them. */
export interface GrantedEvents {
  readonly show: 'whole' | 'outline';
  readonly event: EventRef | undefined;
  readonly gtin: Gtin | undefined;
  readonly lot: Lot | undefined;
  readonly serial: Serial | undefined;
}

/** custody.md 6: a row of `grant`. Nobody can grant what somebody else reported. */
export interface Grant {
  readonly id: string;
  readonly from: Gln;
  readonly to: Gln;
  readonly what: GrantedEvents;
  /** The grant is of use only in a session of this purpose. */
  readonly purpose: OrgScope['purpose'];
  readonly validFrom: Instant;
  /** The first moment at which it is no longer of use. */
  readonly validUntil: Instant | undefined;
  readonly revokedAt: Instant | undefined;
}
