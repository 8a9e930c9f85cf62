import 'server-only';
import type { Breach } from '../custody/breach.ts';
import { CUSTODY_CODES } from '../custody/custody-codes.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import type { PartyFacts } from '../custody/party-facts.ts';
import type { Outline } from '../custody/visibility/outline-of.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { fieldGroupsOf } from '../evidence/event-fields.ts';
import { isErasable } from '../evidence/field-commitment.ts';
import type { Gln } from '../gs1/gln.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { hexOf } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { type EventOpeningRow, loadEventOpenings } from '../store/event-openings.ts';
import type { StoredEventRow } from '../store/load-event.ts';
import type { PackStep } from '../store/load-pack.ts';
import { type LocationRow, loadLocationsOf } from '../store/locations.ts';
import { loadParties } from '../store/organisations.ts';
import { loadToldPacks } from '../store/told-packs.ts';
import { dayText } from './day-text.ts';
import { type DeliveryRemark, deliveryRemarks } from './delivery-remarks.ts';
import { type LedgerStateRow, ledgerStateOf } from './ledger-state.ts';

/** One event of a story, as far as its reader may see it. */
export interface EventRow {
  readonly id: string;
  readonly act: string;
  readonly who: string | null;
  readonly where: {
    readonly name: string | null;
    readonly city: string | null;
    readonly country: string | null;
    readonly timeZone: string;
    /** Degrees north and east, where the place is named and somebody entered where it is. */
    readonly point: PlacePoint | null;
  } | null;
  readonly eventTime: string;
  readonly recordTime: string;
  /** `named`: recorded, and what it did to the pack is not for the reader to know. */
  readonly effect: 'applied' | 'without-effect' | 'named';
  readonly flags: readonly { readonly code: string; readonly text: string }[];
  /** `null` for an outline: which event it is, is not for the reader to know. */
  readonly ledger: LedgerStateRow | null;
  readonly signedBy: 'organisation' | 'nobody';
  readonly document: string | null;
  readonly opening: OpeningRow | null;
  /** Groups of fields whose values its reporter has erased, and those that the reader may erase. */
  readonly erased: readonly string[];
  readonly erasable: readonly string[];
}

/** What opens the leaf's commitments to the fields that the reader may see. */
export interface OpeningRow {
  readonly commitments: readonly { readonly name: string; readonly commitment: string }[];
  readonly fields: readonly { readonly name: string; readonly value: Json; readonly salt: string }[];
}

/** Where a place is on the globe. */
export interface PlacePoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Of a place that the reader may be named. */
export const pointOf = (place: LocationRow | undefined): PlacePoint | null =>
  place?.latitude === undefined || place.longitude === undefined
    ? null
    : { latitude: place.latitude, longitude: place.longitude };

const HASH_BYTES = 32;

/** What the rows are about. */
export interface RowSubject {
  /** The packs that an effect is told of, by their canonical Digital Links. */
  readonly packs: readonly string[];
  /** The one that the flags are narrowed to; what the receivers of its deliveries said of it stands beside them. */
  readonly item?: string;
}

/**
 * The steps as rows, with names and what opens them. What an event did to a pack, and what was found about the pack, is told to who may
 * know of the pack: somebody who named a serial number must not learn by it whether there is one (custody.md 6).
 */
export async function eventRows(
  scope: OrgScope,
  steps: readonly PackStep[],
  at: Instant,
  { packs, item }: RowSubject,
): Promise<readonly EventRow[]> {
  const whole = steps.flatMap((step) => (step.show === 'whole' ? [step.event] : []));
  const [parties, places, openings, remarks, told] = await Promise.all([
    loadParties([...new Set(whole.map(({ reporter }) => reporter))]),
    loadLocationsOf(whole.flatMap(({ location }) => location ?? [])),
    loadEventOpenings(
      scope,
      whole.map(({ id }) => id),
      at,
    ),
    item === undefined ? NO_REMARKS : deliveryRemarks(scope, whole, at, item),
    loadToldPacks(scope, [...new Set([...packs, ...whole.flatMap(itemsFlagged)])]),
  ]);
  const known: Known = { scope, parties, places, openings, remarks, told, item };
  const tellsEffect = packs.every((pack) => told.has(pack));
  return steps.map((step, index) =>
    step.show === 'whole'
      ? wholeRow(step.event, tellsEffect ? step.effect : undefined, known)
      : outlineRow(step.outline, index),
  );
}

interface Known {
  readonly scope: OrgScope;
  readonly parties: ReadonlyMap<Gln, PartyFacts>;
  readonly places: ReadonlyMap<Gln, LocationRow>;
  readonly openings: ReadonlyMap<string, EventOpeningRow>;
  readonly remarks: ReadonlyMap<string, readonly DeliveryRemark[]>;
  /** Packs that the reader may be told of. */
  readonly told: ReadonlySet<string>;
  readonly item: string | undefined;
}

const NO_REMARKS: Known['remarks'] = new Map();

function wholeRow(event: StoredEventRow, effect: EntryEffect | undefined, known: Known): EventRow {
  const place = event.location === undefined ? undefined : known.places.get(event.location);
  const opening = known.openings.get(event.id);
  return {
    id: event.id,
    act: event.declaration ? 'correct' : event.claim.act,
    who: known.parties.get(event.reporter)?.name ?? event.reporter,
    where: {
      name: place?.name ?? event.location ?? null,
      city: place?.city ?? null,
      country: event.claim.country,
      timeZone: event.claim.timeZone,
      point: pointOf(place),
    },
    eventTime: instantText(event.eventTime),
    recordTime: instantText(event.originalRecordTime ?? event.recordTime),
    effect: effect === undefined ? 'named' : effect === 'applied' ? 'applied' : 'without-effect',
    flags: [
      ...effectFlags(effect),
      ...importFlags(event),
      ...flagsOf(event, known),
      ...(known.remarks.get(event.id) ?? []),
    ],
    ledger: ledgerStateOf(event.ledger),
    signedBy: 'nobody',
    document: JSON.stringify(event.document, null, 2),
    opening: opening ? openingOf(event, opening) : null,
    erased: Object.keys(opening?.erased ?? {}),
    erasable: erasableOf(event, opening, known.scope),
  };
}

/** custody.md 6: of an outlined event the kind, the time and the country, and nothing that leads to it. */
const outlineRow = ({ kind, at, country }: Outline, index: number): EventRow => ({
  id: `outline-${index}`,
  act: kind,
  who: null,
  where: country === undefined ? null : { name: null, city: null, country, timeZone: 'UTC', point: null },
  eventTime: instantText(at),
  recordTime: instantText(at),
  effect: 'named',
  flags: [],
  ledger: null,
  signedBy: 'nobody',
  document: null,
  opening: null,
  erased: [],
  erasable: [],
});

const effectFlags = (effect: EntryEffect | undefined): EventRow['flags'] =>
  effect === 'corrected'
    ? [{ code: 'event/corrected', text: 'A later statement of the same organisation takes it back.' }]
    : [];

/** custody.md 7: a history import says so. */
const importFlags = ({ originalRecordTime, recordTime }: StoredEventRow): EventRow['flags'] =>
  originalRecordTime === undefined
    ? []
    : [
        {
          code: 'event/imported',
          text: `Taken over from earlier records; in this log since ${dayText(recordTime)}.`,
        },
      ];

const breachesOf = ({ flags }: StoredEventRow): readonly Breach[] => flags as unknown as readonly Breach[];

const itemsFlagged = (event: StoredEventRow): readonly string[] =>
  breachesOf(event).flatMap(({ item }) => item ?? []);

function flagsOf(event: StoredEventRow, { told, item }: Known): EventRow['flags'] {
  const concerned = breachesOf(event).filter(
    (breach) =>
      breach.item === undefined ||
      ((item === undefined || breach.item === item) && (told.has(breach.item) || !sgtinOf(breach.item))),
  );
  const codes = [...new Set(concerned.map(({ code }) => code))];
  return codes.map((code) => ({ code, text: CUSTODY_CODES[code] }));
}

/** An administrator erases what their own organisation reported. */
const erasableOf = (
  event: StoredEventRow,
  opening: EventOpeningRow | undefined,
  scope: OrgScope,
): readonly string[] =>
  event.reporter === scope.organisation && scope.userRole === 'admin'
    ? (opening?.names.filter((name) => isErasable(name) && !Object.hasOwn(opening.erased, name)) ?? [])
    : [];

/** The document as it came in is kept by who sent it, so the commitment to its bytes is shown and not opened. */
function openingOf(
  event: StoredEventRow,
  { names, salts, commitments, erased }: EventOpeningRow,
): OpeningRow | null {
  const parsed = parseEvent(event.document, event.context);
  if (!parsed.ok) return null;
  const groups = fieldGroupsOf(parsed.value, { eventHash: event.eventHash, documentSha256: '' });
  const values = new Map(groups.map(({ name, value }) => [name as string, value]));
  for (const name of ['document', ...Object.keys(erased)]) values.delete(name);
  const part = (bytes: Uint8Array, index: number): string =>
    hexOf(bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES));
  return {
    commitments: names.map((name, index) => ({ name, commitment: part(commitments, index) })),
    fields: names.flatMap((name, index) => {
      const value = values.get(name);
      return value === undefined ? [] : [{ name, value, salt: part(salts, index) }];
    }),
  };
}
