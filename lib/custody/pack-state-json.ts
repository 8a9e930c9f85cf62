import { type Gln, parseGln } from '../gs1/gln.ts';
import { type Lot, parseLot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { type Instant, instantOf } from '../kernel/instant.ts';
import { type LocalDate, parseLocalDate } from '../kernel/local-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { INITIAL_STATE } from './initial-state.ts';
import type { Bond, Deed, PackState, PackStatus, Place, Reach } from './pack-state.ts';

/** Why a stored value is no pack state. */
export type PackStateError =
  | { readonly code: 'pack-state/version' }
  | { readonly code: 'pack-state/malformed'; readonly field: string };

const VERSION = 1;

const STATUSES: readonly PackStatus[] = [
  'unknown',
  'active',
  'supplied',
  'destroyed',
  'exported',
  'sample',
  'free-sample',
  'stolen',
];

/** The state as the store keeps it: a version, short keys, and nothing that is as it was in the beginning. */
export function packStateToJson(state: PackState): { readonly [key: string]: Json } {
  const locks = state.locked ? [state.locked, ...state.otherLocks] : [];
  return withoutAbsent({
    v: VERSION,
    s: state.status,
    p: placeToJson(state.place),
    l: state.lot,
    e: state.expiry,
    c: state.commissioned && deedToJson(state.commissioned),
    t: state.terminal && deedToJson(state.terminal),
    f: state.foreignSupply && deedToJson(state.foreignSupply),
    k: locks.length === 0 ? undefined : locks.map(deedToJson),
    d: state.disputed ? 1 : undefined,
    a: state.lastAppliedAt,
    z: state.latestAt,
    w: state.awaited.length === 0 ? undefined : state.awaited,
    i: state.inside && [state.inside.container, state.inside.since, state.inside.event],
    g: state.packed ? 1 : undefined,
    o: state.closed === undefined ? undefined : Number(state.closed),
  });
}

const withoutAbsent = (fields: { readonly [key: string]: Json | undefined }): { [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, Json] => field[1] !== undefined),
  );

function placeToJson(place: Place): Json | undefined {
  if (place.kind === 'nowhere') return undefined;
  return place.kind === 'held'
    ? ['h', place.party, place.location ?? null, place.since, place.ownerGroup ?? null]
    : ['t', place.from, place.to ?? null, place.since, place.returned];
}

const deedToJson = ({ event, by, location, country, at, recordedAt, reach }: Deed): Json => [
  event,
  by,
  location ?? null,
  country ?? null,
  at,
  recordedAt,
  ...(reach ? [[reach.kind, ...reach.countries]] : []),
];

/** Reads what {@link packStateToJson} wrote, under the versions that were ever written. */
export function parsePackState(json: Json): Result<PackState, PackStateError> {
  if (!isRecord(json) || json['v'] !== VERSION) return err({ code: 'pack-state/version' });
  try {
    return ok(stateOf(json));
  } catch (fault) {
    if (fault instanceof Malformed) return err({ code: 'pack-state/malformed', field: fault.field });
    throw fault;
  }
}

/** Leaves the reading of a value; never leaves this file. */
class Malformed extends Error {
  readonly field: string;
  constructor(field: string) {
    super(field);
    this.field = field;
  }
}

const isRecord = (json: Json): json is { readonly [key: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

function stateOf(json: { readonly [key: string]: Json }): PackState {
  const status = STATUSES.find((name) => name === json['s']);
  if (!status) throw new Malformed('s');
  const deed = (field: string) => optional(json[field], (value) => deedOf(value, field));
  const locks = optional(json['k'], (value) => listOf(value, 'k').map((lock) => deedOf(lock, 'k'))) ?? [];
  const [locked, ...otherLocks] = locks;
  return {
    status,
    place: optional(json['p'], placeOf) ?? INITIAL_STATE.place,
    lot: optional(json['l'], lotOf),
    expiry: optional(json['e'], dateOf),
    commissioned: deed('c'),
    terminal: deed('t'),
    foreignSupply: deed('f'),
    locked,
    otherLocks,
    disputed: json['d'] === 1,
    lastAppliedAt: optional(json['a'], (value) => timeOf(value, 'a')),
    latestAt: optional(json['z'], (value) => timeOf(value, 'z')),
    awaited: optional(json['w'], (value) => listOf(value, 'w').map((event) => textOf(event, 'w'))) ?? [],
    ...containment(json),
  };
}

/** What only objects have that were ever in a container, or are one. */
function containment(json: {
  readonly [key: string]: Json;
}): Pick<PackState, 'inside' | 'packed' | 'closed'> {
  const inside = optional(json['i'], bondOf);
  return {
    ...(inside && { inside }),
    ...(json['g'] === 1 && { packed: true }),
    ...(json['o'] !== undefined && { closed: json['o'] === 1 }),
  };
}

function bondOf(json: Json): Bond {
  const [container, since, event] = listOf(json, 'i');
  return { container: textOf(container, 'i'), since: timeOf(since, 'i'), event: textOf(event, 'i') };
}

/** Absent or null: not there. */
const optional = <T>(json: Json | undefined, read: (json: Json) => T): T | undefined =>
  json === undefined || json === null ? undefined : read(json);

function deedOf(json: Json, field: string): Deed {
  const [event, by, location, country, at, recordedAt, reach] = listOf(json, field);
  return {
    event: textOf(event, field),
    by: glnOf(by, field),
    location: optional(location ?? null, (value) => glnOf(value, field)),
    country: optional(country ?? null, (value) => textOf(value, field)),
    at: timeOf(at, field),
    recordedAt: timeOf(recordedAt, field),
    ...(reach === undefined ? {} : { reach: reachOf(reach, field) }),
  };
}

function reachOf(json: Json, field: string): Reach {
  const [kind, ...countries] = listOf(json, field).map((text) => textOf(text, field));
  if (kind !== 'only' && kind !== 'all-but') throw new Malformed(field);
  return { kind, countries };
}

function placeOf(json: Json): Place {
  const [kind, party, other, since, last] = listOf(json, 'p');
  const second = optional(other ?? null, (value) => glnOf(value, 'p'));
  if (kind === 'h') {
    const ownerGroup = optional(last ?? null, (value) => textOf(value, 'p'));
    const held = {
      kind: 'held',
      party: glnOf(party, 'p'),
      location: second,
      since: timeOf(since, 'p'),
    } as const;
    return ownerGroup === undefined ? held : { ...held, ownerGroup };
  }
  if (kind !== 't' || typeof last !== 'boolean') throw new Malformed('p');
  return { kind: 'transit', from: glnOf(party, 'p'), to: second, returned: last, since: timeOf(since, 'p') };
}

function listOf(json: Json, field: string): readonly Json[] {
  if (!Array.isArray(json)) throw new Malformed(field);
  return json;
}

function textOf(json: Json | undefined, field: string): string {
  if (typeof json !== 'string') throw new Malformed(field);
  return json;
}

function glnOf(json: Json | undefined, field: string): Gln {
  const gln = parseGln(textOf(json, field));
  if (!gln.ok) throw new Malformed(field);
  return gln.value;
}

function timeOf(json: Json | undefined, field: string): Instant {
  const instant = typeof json === 'number' ? instantOf(json) : undefined;
  if (!instant?.ok) throw new Malformed(field);
  return instant.value;
}

function lotOf(json: Json): Lot {
  const lot = parseLot(textOf(json, 'l'));
  if (!lot.ok) throw new Malformed('l');
  return lot.value;
}

function dateOf(json: Json): LocalDate {
  const date = parseLocalDate(textOf(json, 'e'));
  if (!date) throw new Malformed('e');
  return date;
}
