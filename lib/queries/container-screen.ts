import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Place } from '../custody/pack-state.ts';
import { lockIn, statusIn } from '../custody/reach.ts';
import { ssccUri } from '../gs1/digital-link.ts';
import { sgtinOf, ssccOf } from '../gs1/object-key.ts';
import type { Sscc } from '../gs1/sscc.ts';
import type { Instant } from '../kernel/instant.ts';
import { loadContainer, loadContainerSteps, loadContents } from '../store/load-container.ts';
import { loadParties } from '../store/organisations.ts';
import { loadPacksAtHand } from '../store/packs-at-hand.ts';
import { type EventRow, eventRows } from './event-row.ts';
import { ownPlace } from './own-place.ts';

/** One thing in a container. */
export type ContentRow =
  | {
      readonly kind: 'container';
      readonly sscc: string;
      /** In it at whatever depth. */
      readonly packs: number;
    }
  | {
      readonly kind: 'pack';
      readonly gtin: string;
      readonly serial: string;
      readonly productName: string;
      readonly batch: string;
      readonly expiry: string;
    };

/** What is known of a container before something is done with it. */
export interface ContainerStateRow {
  readonly sscc: string;
  /** `new`: nothing is recorded of it, as far as the reader may know. */
  readonly state: 'new' | 'here' | 'coming' | 'gone' | 'over';
  readonly closed: boolean;
  readonly contents: number;
  readonly packs: number;
  readonly disputed: boolean;
}

/** The page of one container. */
export interface ContainerScreenRow extends ContainerStateRow {
  readonly where: string;
  readonly inside: string | null;
  readonly rows: readonly ContentRow[];
  readonly nextHref: string | null;
  readonly events: readonly EventRow[];
}

const PAGE_ROWS = 50;

/** What stands in a container and what happened to it, to who has or awaits it; `undefined` to anybody else. */
export async function containerScreen(
  scope: OrgScope,
  sscc: Sscc,
  { after, at }: { readonly after: string | undefined; readonly at: Instant },
): Promise<ContainerScreenRow | undefined> {
  const uri = ssccUri(sscc);
  const [container, state] = await Promise.all([loadContainer(scope, uri), containerState(scope, sscc)]);
  if (!container) return undefined;
  const [found, steps] = await Promise.all([
    loadContents(scope, uri, { after, limit: PAGE_ROWS + 1 }),
    loadContainerSteps(scope, uri, at),
  ]);
  const shown = found.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  const [rows, events, where] = await Promise.all([
    contentRows(scope, shown),
    eventRows(scope, steps, at, { packs: [] }),
    whereText(container.state.place),
  ]);
  const { inside } = container.state;
  return {
    ...state,
    where,
    inside: inside ? (ssccOf(inside.container) ?? null) : null,
    rows,
    nextHref:
      found.length > PAGE_ROWS && last !== undefined
        ? `/containers/${sscc}?after=${encodeURIComponent(last)}`
        : null,
    events,
  };
}

/** What is known of a container, as far as the reader may know. */
export async function containerState(scope: OrgScope, sscc: Sscc): Promise<ContainerStateRow> {
  const [container, site] = await Promise.all([loadContainer(scope, ssccUri(sscc)), ownPlace(scope)]);
  if (!container) return { sscc, state: 'new', closed: false, contents: 0, packs: 0, disputed: false };
  const { state, contents, packs } = container;
  const isOver = statusIn(state, site.country) !== 'active' || lockIn(state, site.country) !== undefined;
  return {
    sscc,
    state: isOver ? 'over' : standingAt(scope, state.place),
    closed: state.closed === true,
    contents,
    packs,
    disputed: state.disputed,
  };
}

/** Whether a case or pallet can be shipped from here with all that is in it. */
export interface ShippableUnitRow {
  readonly sscc: string;
  readonly fit: boolean;
  readonly packs: number;
  readonly text: string;
}

const UNFIT: Record<Exclude<ContainerStateRow['state'], 'here'>, string> = {
  new: 'Nothing is recorded of what is in it. Record its packing first.',
  coming: 'It is on its way to you. Receive it first.',
  gone: 'It is not at your place, by the record.',
  over: 'It was reported stolen, is locked, or has ended.',
};

/** Of each case or pallet, in order, whether the scope's organisation can ship it now. */
export async function shippableUnits(
  scope: OrgScope,
  units: readonly Sscc[],
): Promise<readonly ShippableUnitRow[]> {
  return Promise.all(
    units.map(async (sscc) => {
      const { state, packs } = await containerState(scope, sscc);
      return { sscc, fit: state === 'here', packs, text: state === 'here' ? '' : UNFIT[state] };
    }),
  );
}

function standingAt({ organisation }: OrgScope, place: Place): 'here' | 'coming' | 'gone' {
  if (place.kind === 'held') return place.party === organisation ? 'here' : 'gone';
  return place.kind === 'transit' && place.to === organisation ? 'coming' : 'gone';
}

async function contentRows(scope: OrgScope, uris: readonly string[]): Promise<readonly ContentRow[]> {
  const packs = uris.flatMap((uri) => sgtinOf(uri) ?? []);
  const known = new Map(
    (await loadPacksAtHand(scope, packs)).map((pack) => [`${pack.gtin}/${pack.serial}`, pack]),
  );
  const cases = new Map(
    await Promise.all(
      uris
        .filter((uri) => ssccOf(uri))
        .map(async (uri) => [uri, (await loadContainer(scope, uri))?.packs ?? 0] as const),
    ),
  );
  return uris.flatMap((uri): ContentRow[] => {
    const sscc = ssccOf(uri);
    if (sscc) return [{ kind: 'container', sscc, packs: cases.get(uri) ?? 0 }];
    const pack = sgtinOf(uri);
    if (!pack) return [];
    const { gtin, serial } = pack;
    const row = known.get(`${gtin}/${serial}`);
    const productName = row?.product ?? gtin;
    return [
      {
        ...{ kind: 'pack', gtin, serial, productName },
        ...{ batch: row?.state.lot ?? '', expiry: row?.state.expiry ?? '' },
      },
    ];
  });
}

async function whereText(place: Place): Promise<string> {
  if (place.kind === 'nowhere') return '';
  const named =
    place.kind === 'held' ? [place.party] : [place.from, ...(place.to === undefined ? [] : [place.to])];
  const parties = await loadParties(named);
  const names = named.map((gln) => parties.get(gln)?.name ?? gln);
  return place.kind === 'held' ? (names[0] ?? '') : names.join(' → ');
}
