import type { UndoTarget } from '../custody/counter/undo-target.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { buildObjectEvent, type ObjectEventInput } from '../epcis/build-object-event.ts';
import type { JsonObject } from '../epcis/epcis-event.ts';
import { glnUri, sgtinUri } from '../gs1/digital-link.ts';
import { objectKeyOf } from '../gs1/object-key.ts';
import { instantText } from '../kernel/instant.ts';
import { offsetAt } from '../kernel/offset-at.ts';
import type { StoredEventRow } from '../store/load-event.ts';
import type { PackRequest } from './pack-request.ts';

/** The states that `PATCH` brings a pack into; `active` is the undo. */
export type PackTarget =
  | 'active'
  | 'supplied'
  | 'destroyed'
  | 'exported'
  | 'sample'
  | 'free-sample'
  | 'locked'
  | 'stolen';

/** How each state is said in EPCIS (custody.md 1). */
const TELLINGS: Readonly<Record<Exclude<PackTarget, 'active'>, Telling>> = {
  supplied: { action: 'OBSERVE', bizStep: 'dispensing', disposition: 'dispensed' },
  destroyed: { action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed' },
  exported: {
    action: 'DELETE',
    bizStep: 'decommissioning',
    disposition: 'inactive',
    vialog: { reason: 'exported' },
  },
  sample: { action: 'OBSERVE', bizStep: 'sampling', disposition: 'inactive', vialog: { reason: 'sample' } },
  'free-sample': {
    action: 'OBSERVE',
    bizStep: 'sampling',
    disposition: 'inactive',
    vialog: { reason: 'free-sample' },
  },
  locked: { action: 'OBSERVE', bizStep: 'holding', disposition: 'unavailable', vialog: { reason: 'locked' } },
  stolen: { action: 'OBSERVE', disposition: 'stolen' },
};

type Telling = Pick<ObjectEventInput, 'action' | 'bizStep' | 'disposition' | 'vialog'>;

/** Where and when a change is made, and under which id. */
export interface ChangeOccasion {
  readonly eventID: string;
  readonly timeZone: string;
  readonly note: string | undefined;
}

/** The event that brings a pack into a state. */
export function changeEvent(
  scope: OrgScope,
  request: PackRequest,
  state: Exclude<PackTarget, 'active'>,
  occasion: ChangeOccasion,
): JsonObject {
  return packEvent(scope, request, TELLINGS[state], occasion);
}

/** The event that lifts a theft or a lock that somebody else may have reported. */
export const liftEvent = (
  scope: OrgScope,
  request: PackRequest,
  { deed }: UndoTarget,
  occasion: ChangeOccasion,
): JsonObject =>
  packEvent(
    scope,
    request,
    { action: 'OBSERVE', disposition: 'active', vialog: { lifts: deed.event } },
    occasion,
  );

/**
 * The error declaration of one's own event: the event again, with the declaration (EPCIS 2.0 section 7.4.1.3). An event that named
 * other packs too is said again without this one first, and takes the place of what is declared: they stay as they are.
 */
export function undoEvents(
  original: StoredEventRow,
  { gtin, serial, at }: PackRequest,
  { eventID }: ChangeOccasion,
): readonly JsonObject[] {
  const { document, context } = original;
  const pack = sgtinUri(gtin, serial);
  const others = epcsIn(document).filter((epc) => objectKeyOf(epc).uri !== pack);
  const corrective = { ...document, '@context': context, eventID, epcList: others };
  const correctiveEventIDs = others.length > 0 ? { correctiveEventIDs: [eventID] } : {};
  const declaration = {
    ...document,
    '@context': context,
    eventID: original.eventId,
    errorDeclaration: { declarationTime: instantText(at), reason: 'did_not_occur', ...correctiveEventIDs },
  };
  return others.length > 0 ? [corrective, declaration] : [declaration];
}

function epcsIn({ epcList }: JsonObject): readonly string[] {
  return Array.isArray(epcList) ? epcList.filter((epc) => typeof epc === 'string') : [];
}

function packEvent(
  scope: OrgScope,
  { gtin, serial, at }: PackRequest,
  { vialog, ...telling }: Telling,
  { eventID, timeZone, note }: ChangeOccasion,
): JsonObject {
  const place = scope.location === undefined ? undefined : glnUri(scope.location);
  return buildObjectEvent({
    ...telling,
    eventID,
    eventTime: at,
    eventTimeZoneOffset: offsetAt(at, timeZone),
    epcList: [sgtinUri(gtin, serial)],
    ...(place === undefined ? {} : { readPoint: place, bizLocation: place }),
    vialog: { ...vialog, ...(note === undefined ? {} : { note }) },
  });
}
