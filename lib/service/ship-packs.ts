import type { OrgScope } from '../custody/org-scope.ts';
import type { TypedReference } from '../epcis/epcis-event.ts';
import { glnUri, partyUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Sscc } from '../gs1/sscc.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, type Result } from '../kernel/result.ts';
import { loadParties, loadPlaces } from '../store/organisations.ts';
import { movePacks } from './move-packs.ts';
import type { Movement, MovementError, PackName } from './movement.ts';
import { readHere } from './own-event.ts';

/** Packs that leave the place of the scope. */
export interface ShipOrder {
  /** Where they go: the GLN of a place or, where that is not known, of an organisation. */
  readonly to: Gln;
  readonly packs: readonly PackName[];
  /** Containers that move with all that is in them. */
  readonly containers?: readonly Sscc[] | undefined;
  /** The sender's own number for the delivery, a URI or plain text. */
  readonly reference: string | undefined;
  readonly requestKey: string;
  readonly at: Instant;
}

/**
 * Ships packs. Asks first: where any of them would not move, nothing is recorded and each is told with its reason. The same
 * `requestKey` again changes nothing.
 */
export async function shipPacks(scope: OrgScope, order: ShipOrder): Promise<Result<Movement, MovementError>> {
  const { to, reference, ...rest } = order;
  const place = (await loadPlaces([to])).get(to);
  const party = place?.organisation ?? (await loadParties([to])).get(to)?.gln;
  if (party === undefined || party === scope.organisation) return err({ code: 'movement/partner', gln: to });
  const destination: readonly TypedReference[] = place ? [{ type: 'location', id: glnUri(to) }] : [];
  const origin: readonly TypedReference[] =
    scope.location === undefined ? [] : [{ type: 'location', id: glnUri(scope.location) }];
  return movePacks(scope, {
    ...rest,
    name: 'ship',
    asksFirst: true,
    differences: [],
    words: {
      action: 'OBSERVE',
      bizStep: 'shipping',
      disposition: 'in_transit',
      ...readHere(scope.location),
      sourceList: [{ type: 'possessing_party', id: partyUri(scope.organisation) }, ...origin],
      destinationList: [{ type: 'possessing_party', id: partyUri(party) }, ...destination],
      ...referenced(scope, reference),
    },
  });
}

/** A number of one's own becomes a URI as CBV 2.0 section 8.5.1 has it: under the GLN of who gave it. */
function referenced({ organisation }: OrgScope, reference: string | undefined) {
  if (reference === undefined || reference === '') return {};
  const id = `urn:epcglobal:cbv:bt:${organisation}:${encodeURIComponent(reference)}`;
  return { bizTransactionList: [{ type: 'desadv', id }] };
}
