import 'server-only';
import type { CounterVerdict } from '../custody/counter/counter-answer.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { lgtinOf, sgtinOf } from '../gs1/object-key.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { type FindingObservation, loadFindingObservations } from '../store/finding-observations.ts';
import { loadFinding, type StoredFinding } from '../store/findings.ts';
import { type LocationRow, loadLocationsOf } from '../store/locations.ts';
import { loadParties } from '../store/organisations.ts';
import { hasReportPhoto } from '../store/public-reports.ts';
import { loadSeenEvents } from '../store/seen-events.ts';
import { dayText } from './day-text.ts';
import { type EventRow, eventRows, type PlacePoint, pointOf } from './event-row.ts';
import { type FindingListRow, findingListRows, mayNamePlace, placeName } from './findings-screen.ts';

/** One finding, whole. */
export interface FindingScreenRow extends FindingListRow {
  readonly observed: string;
  readonly expected: string;
  readonly innocent: readonly { readonly cause: string; readonly tested: string }[];
  readonly clears: string;
  readonly action: string;
  readonly packs: readonly { readonly gtin: string; readonly serial: string }[];
  readonly lots: readonly { readonly gtin: string; readonly batch: string }[];
  readonly parties: readonly string[];
  readonly events: readonly EventRow[];
  readonly observations: readonly {
    readonly id: string;
    readonly at: string;
    readonly where: string | null;
    readonly timeZone: string;
    readonly country: string | null;
    readonly point: PlacePoint | null;
    readonly operation: string;
    readonly verdict: CounterVerdict;
  }[];
  /** The address of a photo that somebody of the public sent with their doubt. */
  readonly photo: string | null;
  readonly clearedBy: { readonly event: string; readonly text: string } | null;
}

/** As findings are named; an address may hold anything. */
const NAME = /^[!-~]{1,100}$/;

/** One finding with the events and scans it rests on, at `at`; `undefined` where to this reader there is none. */
export async function findingScreen(
  scope: OrgScope,
  id: string,
  at: Instant,
): Promise<FindingScreenRow | undefined> {
  const finding = NAME.test(id) ? await loadFinding(scope, id) : undefined;
  if (!finding) return undefined;
  const [[row], steps, observations, parties, hasPhoto] = await Promise.all([
    findingListRows(scope, [finding]),
    loadSeenEvents(scope, finding, at),
    loadFindingObservations(scope, id),
    partyNames(scope, finding.parties),
    hasReportPhoto(scope, id),
  ]);
  if (!row) return undefined;
  const [events, places] = await Promise.all([
    eventRows(scope, steps, at, { packs: finding.packs }),
    loadLocationsOf(observations.flatMap(({ location }) => location ?? [])),
  ]);
  const { observed, expected, clears, action } = finding;
  return {
    ...row,
    ...{ observed, expected, clears, action, events, parties },
    innocent: finding.innocent,
    packs: finding.packs.flatMap((uri) => sgtinOf(uri) ?? []),
    lots: finding.lots.flatMap((uri) => {
      const lot = lgtinOf(uri);
      return lot ? [{ gtin: lot.gtin, batch: lot.lot }] : [];
    }),
    observations: observations.map((seen) => observationRow(scope, seen, places)),
    photo: hasPhoto ? `/api/v1/findings/${encodeURIComponent(id)}/photo` : null,
    clearedBy: clearedBy(finding),
  };
}

function observationRow(
  scope: OrgScope,
  { id, at, location, operation, verdict }: FindingObservation,
  places: ReadonlyMap<Gln, LocationRow>,
): FindingScreenRow['observations'][number] {
  const place = location === undefined ? undefined : places.get(location);
  return {
    ...{ id, at: instantText(at), operation, verdict },
    where: place ? placeName(scope, place) : null,
    timeZone: place?.timeZone ?? 'UTC',
    country: place?.country ?? null,
    // Who may not be named a place may not be shown it on a map either.
    point: place && mayNamePlace(scope, place) ? pointOf(place) : null,
  };
}

/** Organisations are named to themselves and to the regulator of their country. */
async function partyNames(scope: OrgScope, glns: readonly Gln[]): Promise<readonly string[]> {
  const parties = await loadParties(glns);
  return [...parties.values()].map(({ gln, name, country }) =>
    gln === scope.organisation || (scope.organisationRole === 'regulator' && country === scope.country)
      ? name
      : `an organisation in ${country}`,
  );
}

function clearedBy({ clearedBy: event, clearedAt, status }: StoredFinding): FindingScreenRow['clearedBy'] {
  if (status !== 'withdrawn' || clearedAt === undefined) return null;
  return { event: event ?? '', text: `Data recorded on ${dayText(clearedAt)} explain it.` };
}
