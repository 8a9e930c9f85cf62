import { isContainerKind } from '../custody/is-container-kind.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Statement } from '../custody/statement.ts';
import { chainFrom } from '../custody/surroundings.ts';
import type { EpcisEvent } from '../epcis/epcis-event.ts';
import { objectKeyOf, sgtinOf } from '../gs1/object-key.ts';
import { earlierOf, type Instant } from '../kernel/instant.ts';
import type { NamedObject, PackKey } from '../store/custody-request.ts';
import { loadInside, loadNamedBy } from '../store/load-contents.ts';
import { type LoadedCustody, loadCustody } from '../store/load-custody.ts';
import type { Tx } from '../store/transaction.ts';
import { principalsIn } from './custody-recording.ts';
import type { NamedEvent } from './named-event.ts';

/** An event under the names of all that it is about, and what is known of that. */
export interface Known {
  readonly named: NamedEvent;
  readonly loaded: LoadedCustody;
}

/**
 * An unpacking that names no contents is about everything that stands in the container (EPCIS 2.0 section 7.4.3): each of it is named
 * here, so that its history and the log's chain of it have the event as if it had been listed. The container is locked, so nothing
 * goes in meanwhile. Any other event stays as it is; so does one of somebody who has not the container in hand, for it has no effect,
 * and its reporter must not learn by it what is inside.
 */
export async function withWhatIsInside(
  tx: Tx,
  scope: OrgScope,
  { named, loaded }: Known,
  recordedAt: Instant,
): Promise<Known> {
  const container = emptiedBy(named.event);
  if (container === undefined || !isInHand(scope, container, loaded)) return { named, loaded };
  const { corrects } = named.references;
  const items =
    corrects === undefined
      ? await loadInside(tx, scope.realm, container, earlierOf(named.event.eventTime, recordedAt))
      : await loadNamedBy(tx, scope.realm, corrects);
  const inside = items.filter((item) => item !== container);
  if (inside.length === 0) return { named, loaded };
  const packs = inside.flatMap((uri): PackKey[] => {
    const sgtin = sgtinOf(uri);
    return sgtin ? [{ uri, ...sgtin }] : [];
  });
  const others = inside
    .filter((uri) => sgtinOf(uri) === undefined)
    .map((uri): NamedObject => objectKeyOf(uri));
  const request = {
    ...named.request,
    packs: joined(named.request.packs, packs),
    objects: joined(named.request.objects, others),
  };
  return { named: { ...named, request }, loaded: await loadCustody(tx, scope, request) };
}

function isInHand(scope: OrgScope, container: string, loaded: LoadedCustody): boolean {
  const stateOf = (uri: string) =>
    loaded.packs.get(uri)?.state ?? loaded.objects.get(uri)?.state ?? loaded.ancestors.get(uri);
  const place = chainFrom(container, stateOf).at(-1)?.state.place;
  if (!place || place.kind === 'nowhere') return false;
  const parties = place.kind === 'held' ? [place.party] : [place.from, place.to];
  const speakers = [scope.organisation, ...principalsIn(scope, loaded).map(({ gln }) => gln)];
  return scope.sandbox || speakers.some((gln) => parties.includes(gln));
}

const joined = <T extends { readonly uri: string }>(one: readonly T[], other: readonly T[]): readonly T[] => [
  ...new Map([...one, ...other].map((item) => [item.uri, item])).values(),
];

function emptiedBy(event: EpcisEvent): string | undefined {
  if (event.type !== 'AggregationEvent' || event.action !== 'DELETE' || event.parentID === undefined)
    return undefined;
  const named = event.childEPCs.length + event.childQuantityList.length;
  return named === 0 ? objectKeyOf(event.parentID).uri : undefined;
}

/** The statement about all that the event turned out to be about. */
export const aboutAll = (statement: Statement, { request }: NamedEvent): Statement =>
  statement.empties
    ? {
        ...statement,
        packs: request.packs,
        containers: request.objects.filter(({ kind }) => isContainerKind(kind)).map(({ uri }) => uri),
      }
    : statement;
