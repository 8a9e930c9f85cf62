import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { DeliveryDifference } from '../epcis/delivery-differences.ts';
import { partyUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Sscc } from '../gs1/sscc.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { loadParties } from '../store/organisations.ts';
import { movePacks } from './move-packs.ts';
import type { Movement, MovementError, PackName, UnmovedPack } from './movement.ts';
import { staysHere } from './own-event.ts';
import { MOST_CONTENTS, packContainer } from './pack-container.ts';

/** A pack that was seen in a container that arrived. */
export interface CheckedPack extends PackName {
  readonly container: Sscc;
}

/** Packs that arrived at the place of the scope. */
export interface ReceiveOrder {
  /** The organisation that sent them, where it is known. */
  readonly from: Gln | undefined;
  readonly packs: readonly PackName[];
  /** Containers that move with all that is in them. */
  readonly containers?: readonly Sscc[] | undefined;
  /** Packs of these containers that were seen themselves. */
  readonly checked?: readonly CheckedPack[] | undefined;
  /** The event that announced them, where they were announced. */
  readonly shipment?: EventRef | undefined;
  /** In what the delivery was not as announced. With any, a delivery of which nothing was taken is a receipt too. */
  readonly differences?: readonly DeliveryDifference[];
  readonly requestKey: string;
  readonly at: Instant;
}

/**
 * Receives packs. What is in hand is in hand: it is recorded always, and one pack that cannot be here leaves the others received
 * (custody.md 2). What was missing or extra is said in the event, for its sender to read. The same `requestKey` again changes nothing.
 */
export async function receivePacks(
  scope: OrgScope,
  order: ReceiveOrder,
): Promise<Result<Movement, MovementError>> {
  const { from, shipment, checked = [], differences = [], ...rest } = order;
  if (from !== undefined && !(await loadParties([from])).has(from)) {
    return err({ code: 'movement/partner', gln: from });
  }
  const source = from === undefined ? {} : { sourceList: [{ type: 'possessing_party', id: partyUri(from) }] };
  const moved = await movePacks(scope, {
    ...rest,
    name: 'receive',
    asksFirst: false,
    differences,
    words: {
      action: 'OBSERVE',
      bizStep: 'receiving',
      disposition: 'in_progress',
      ...staysHere(scope.location),
      ...source,
      destinationList: [{ type: 'possessing_party', id: partyUri(scope.organisation) }],
      vialog: shipment === undefined ? {} : { shipment },
    },
  });
  if (!moved.ok || checked.length === 0) return moved;
  return ok({ ...moved.value, checksFailed: await recordChecks(scope, order, checked) });
}

/**
 * What was seen in a container is an observation of its own: it makes the inference solid, and changes nothing else. Gives the packs that
 * the record has elsewhere.
 */
async function recordChecks(
  scope: OrgScope,
  { requestKey, at }: ReceiveOrder,
  checked: readonly CheckedPack[],
): Promise<readonly UnmovedPack[]> {
  const failed: UnmovedPack[] = [];
  const byContainer = new Map<Sscc, PackName[]>();
  for (const { container, gtin, serial } of checked)
    byContainer.set(container, [...(byContainer.get(container) ?? []), { gtin, serial }]);
  for (const [container, packs] of byContainer)
    for (let from = 0; from < packs.length; from += MOST_CONTENTS) {
      const seen = await packContainer(scope, {
        ...{ deed: 'check', container, packs: packs.slice(from, from + MOST_CONTENTS), containers: [] },
        ...{ requestKey: `${requestKey}\0${container}${from === 0 ? '' : `\0${from}`}`, at },
      });
      if (seen.ok) failed.push(...(seen.value.checksFailed ?? []));
    }
  return failed;
}
