import type { EpcisEvent } from '../epcis/epcis-event.ts';
import { ilmdLotAndExpiry } from '../epcis/ilmd-lot-and-expiry.ts';
import { vialogExtension } from '../epcis/vialog-extension.ts';
import type { Gln } from '../gs1/gln.ts';
import { type Lot, parseLot } from '../gs1/lot.ts';
import { locationGlnOf, objectKeyOf, partyGlnOf } from '../gs1/object-key.ts';
import { earlierOf } from '../kernel/instant.ts';
import { actOf, closedAfter } from './act-of.ts';
import type { Principal } from './claim.ts';
import { itemsOf } from './items-of.ts';
import type { PartyFacts } from './party-facts.ts';
import type { Recording } from './recording.ts';
import type { Statement } from './statement.ts';

/**
 * What an EPCIS event says, in our own words (custody.md 1). Total: an event that says nothing about custody is
 * `observe`. Whether it may be said, and what it does, is for `decide`.
 */
export function statementOf(event: EpcisEvent, recording: Recording): Statement {
  const { reporter, recordedAt } = recording;
  const location = ownPlaces(event)[0] ?? recording.sessionLocation;
  const site = location === undefined ? undefined : recording.locations.get(location);
  const { lot, expiry } = ilmdLotAndExpiry(event);
  return {
    event: recording.event,
    act: actOf(event),
    reporter: reporter.gln,
    reporterRole: reporter.role,
    reporterCountry: reporter.country,
    speaksFor: [principalOf(reporter), ...recording.principals.map(principalOf)],
    sandbox: recording.sandbox,
    location,
    country: site?.country ?? reporter.country,
    timeZone: site?.timeZone ?? 'UTC',
    from: partyIn(event.sourceList),
    to: partyIn(event.destinationList),
    lot: lotOf(lot),
    expiry,
    reason: textIn(event, 'reason'),
    recallClass: recallClassOf(textIn(event, 'recallClass')),
    reach: countriesIn(event),
    lifts: recording.lifts,
    corrects: recording.corrects,
    correctives: recording.correctives,
    // The CBV event hash leaves the declaration out: it sees the declared event again.
    repeats: recording.corrects === undefined ? recording.repeats : undefined,
    ...containerWords(event, recording),
    claimedAt: event.eventTime,
    recordedAt,
    foldedAt: earlierOf(event.eventTime, recordedAt),
    ...itemsOf(event),
  };
}

/** custody.md 4: which container an aggregation is about, and what becomes of it. */
function containerWords(
  event: EpcisEvent,
  { levels }: Recording,
): Pick<Statement, 'container' | 'closed' | 'empties' | 'levels'> {
  if (event.type !== 'AggregationEvent' || event.parentID === undefined) return {};
  const named = event.childEPCs.length + event.childQuantityList.length;
  const closed = closedAfter(event);
  return {
    container: objectKeyOf(event.parentID).uri,
    ...(closed !== undefined && { closed }),
    ...(event.action === 'DELETE' && named === 0 && { empties: true }),
    ...(event.action === 'ADD' && levels > 0 && { levels }),
  };
}

/** The reporter's own places that an event names, the business location first: where the objects are afterwards. */
export function ownPlaces(event: Pick<EpcisEvent, 'bizLocation' | 'readPoint'>): readonly Gln[] {
  return [...new Set(placesNamed(event).flatMap((uri) => locationGlnOf(uri) ?? []))];
}

/** Those of them that name no location by its GLN. */
export const placesOfNobody = (event: Pick<EpcisEvent, 'bizLocation' | 'readPoint'>): readonly string[] =>
  placesNamed(event).filter((uri) => locationGlnOf(uri) === undefined);

const placesNamed = ({
  bizLocation,
  readPoint,
}: Pick<EpcisEvent, 'bizLocation' | 'readPoint'>): readonly string[] =>
  [bizLocation, readPoint].filter((uri) => uri !== undefined);

const principalOf = ({ gln, role, ownerGroup }: PartyFacts): Principal => ({ gln, role, ownerGroup });

/** CBV 2.0 section 7.4: custody is the possessing party's; where only an owner is named, the owner's. */
function partyIn(list: EpcisEvent['sourceList']): Gln | undefined {
  const named =
    list.find(({ type }) => type === 'possessing_party') ?? list.find(({ type }) => type === 'owning_party');
  return named && partyGlnOf(named.id);
}

function lotOf(text: string | undefined): Lot | undefined {
  const lot = text === undefined ? undefined : parseLot(text);
  return lot?.ok ? lot.value : undefined;
}

function textIn(event: EpcisEvent, name: string): string | undefined {
  const value = vialogExtension(event, name);
  return typeof value === 'string' ? value : undefined;
}

const recallClassOf = (text: string | undefined): Statement['recallClass'] =>
  text === 'I' || text === 'II' || text === 'III' ? text : undefined;

/** `vialog:reach`: one country or a list of them, ISO 3166-1 alpha-2. */
function countriesIn(event: EpcisEvent): readonly string[] {
  const value = vialogExtension(event, 'reach');
  const listed = Array.isArray(value) ? value : [value];
  return listed.filter((country) => typeof country === 'string');
}
