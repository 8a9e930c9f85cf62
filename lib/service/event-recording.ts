import { claimOf } from '../custody/claim-of.ts';
import type { Decision } from '../custody/decision.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import { actionOf } from '../epcis/action-of.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { BatchChange, ObjectChange, PackChange, Recording } from '../store/append-event.ts';
import type { PackEntryChange } from '../store/change-entries.ts';
import type { EventRecord } from '../store/event-record.ts';
import { batchUriOf, type LoadedCustody } from '../store/load-custody.ts';
import type { ChangedContent } from '../store/save-contents.ts';
import type { DecidedEvent } from './decided-event.ts';
import type { EventLeafBytes } from './event-leaf.ts';
import type { NamedEvent } from './named-event.ts';
import { gtinHoldersIn } from './speech-of.ts';

type Recorded = Extract<Decision, { kind: 'recorded' }>;

/** Everything that recording a decided event writes. */
export function appendedRecording(scope: OrgScope, decided: DecidedEvent, leaf: EventLeafBytes): Recording {
  return {
    event: eventRecordOf(scope, decided, leaf),
    packs: packChanges(decided),
    objects: objectChanges(decided),
    batches: batchChanges(decided),
  };
}

/** What a late event or a correction makes of earlier statements. */
export const entryChanges = ({ packs, containers, contents }: Recorded): readonly PackEntryChange[] =>
  [...packs, ...containers, ...contents.map(({ item, changed }) => [item, { changed }] as const)].flatMap(
    ([uri, { changed }]) => changed.map((change) => ({ ...change, uri })),
  );

/** What it makes of what stood in a container named. */
export const changedContents = ({ contents }: Recorded): readonly ChangedContent[] =>
  contents.map(({ item, next }) => ({ item, state: next }));

function packChanges({ named, loaded, decision }: DecidedEvent): readonly PackChange[] {
  return named.request.packs.map((pack) => {
    const outcome = decision.packs.get(pack.uri);
    if (!outcome) throw new Error('a decision covers every pack of its statement');
    const { effect, next, takesPlaceOf } = outcome;
    return { ...pack, counter: loaded.packs.get(pack.uri)?.counter ?? 0, state: next, effect, takesPlaceOf };
  });
}

function objectChanges({ named, loaded, decision }: DecidedEvent): readonly ObjectChange[] {
  return named.request.objects.map((object) => {
    const counter = loaded.objects.get(object.uri)?.counter ?? 0;
    const container = decision.containers.get(object.uri);
    if (container) {
      const { effect, next, takesPlaceOf } = container;
      return { ...object, counter, effect, state: next, takesPlaceOf };
    }
    const effect: EntryEffect | 'named' = decision.batches.get(object.uri)?.effect ?? 'named';
    return { ...object, counter, effect };
  });
}

function batchChanges({ named, loaded, decision }: DecidedEvent): readonly BatchChange[] {
  return named.request.batches.flatMap((batch): BatchChange[] => {
    const uri = batchUriOf(batch.gtin, batch.lot);
    const after = decision.batches.get(uri)?.next;
    return after ? [{ ...batch, before: loaded.batches.get(uri), after }] : [];
  });
}

function eventRecordOf(
  scope: OrgScope,
  { named, toRecord, loaded, statement, decision }: DecidedEvent,
  { leaf, fields }: EventLeafBytes,
): EventRecord {
  const { event } = named;
  const gtins = [...named.request.packs, ...named.request.batches].map(({ gtin }) => gtin);
  const breaches = [
    ...decision.flags,
    ...[...decision.containers.values(), ...decision.packs.values()].flatMap((outcome) => outcome.breaches),
    ...[...decision.batches.values()].flatMap((outcome) => outcome.breaches),
  ];
  return {
    id: named.ref,
    scope,
    eventId: named.eventId,
    eventHash: named.eventHash,
    contentDigest: named.contentDigest,
    claim: claimOf(statement),
    action: actionOf(event),
    bizStep: event.bizStep,
    disposition: event.disposition,
    eventTime: event.eventTime,
    offset: event.eventTimeZoneOffset,
    recordTime: toRecord.recordedAt,
    originalRecordTime: toRecord.originalRecordTime,
    readPoint: event.readPoint,
    bizLocation: event.bizLocation,
    location: statement.location,
    declaration: event.errorDeclaration !== undefined,
    corrects: statement.corrects,
    parties: named.request.parties,
    countries: countriesOf(named, loaded, statement.country),
    holders: [...new Set([...gtinHoldersIn(gtins, loaded).values()].map(({ gln }) => gln))],
    document: event.document,
    context: event.context,
    fields,
    flags: breaches as unknown as Json,
    leaf,
  };
}

/** Every country that the event touches: that of its place, and those of its places and parties (custody.md 6). */
function countriesOf(
  named: NamedEvent,
  { locations, parties }: LoadedCustody,
  ownCountry: string,
): readonly string[] {
  const places = named.request.locations.map((gln) => locations.get(gln)?.country);
  const people = named.request.parties.map((gln) => parties.get(gln)?.country);
  return [...new Set([ownCountry, ...places, ...people].filter((country) => country !== undefined))];
}
