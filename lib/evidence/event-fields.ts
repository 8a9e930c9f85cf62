import type { EpcisEvent, JsonObject } from '../epcis/epcis-event.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { extensionField, type FieldName } from './field-commitment.ts';

/** One group of an event's fields, as it is committed to. */
export interface FieldGroup {
  readonly name: FieldName;
  readonly value: Json;
}

/** What is committed to beside the members of the event itself. */
export interface EventDigests {
  /** The CBV 2.0 event hash. */
  readonly eventHash: string;
  /** SHA-256 of the document that the event came in, as received, in hexadecimal. */
  readonly documentSha256: string;
}

const GROUPS = {
  what: [
    'type',
    'action',
    'epcList',
    'parentID',
    'childEPCs',
    'inputEPCList',
    'outputEPCList',
    'transformationID',
    'ilmd',
    'sensorElementList',
  ],
  when: ['eventTime', 'eventTimeZoneOffset'],
  where: ['readPoint', 'bizLocation'],
  why: ['bizStep', 'disposition', 'persistentDisposition', 'bizTransactionList'],
  who: ['sourceList', 'destinationList', 'certificationInfo'],
  quantity: ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'],
} as const satisfies Partial<Record<FieldName, readonly string[]>>;

/**
 * The groups an event is committed to as, each member as received (ledger.md 3.2). Every event has the same nine base
 * groups, empty ones too, so that their number tells nothing; each namespace of extensions is a group of its own.
 */
export function fieldGroupsOf(event: EpcisEvent, digests: EventDigests): readonly FieldGroup[] {
  const { document } = event;
  const base = Object.entries(GROUPS).map(
    ([name, members]): FieldGroup => ({
      name: name as keyof typeof GROUPS,
      value: membersOf(document, members),
    }),
  );
  return [
    ...base,
    { name: 'document', value: digests.documentSha256 },
    { name: 'hash', value: digests.eventHash },
    { name: 'declaration', value: document['errorDeclaration'] ?? null },
    ...extensionGroups(event),
  ];
}

const membersOf = (document: JsonObject, names: readonly string[]): Json =>
  Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(document, name) ? [[name, document[name] ?? null]] : [])),
  );

function extensionGroups({ document, namespaces }: EpcisEvent): readonly FieldGroup[] {
  const groups = new Map<string, JsonObject>();
  for (const [key, value] of Object.entries(document)) {
    const colon = key.indexOf(':');
    if (colon === -1) continue;
    const prefix = key.slice(0, colon);
    const namespace = namespaces.get(prefix) ?? prefix;
    groups.set(namespace, withMember(groups.get(namespace) ?? {}, key.slice(colon + 1), value));
  }
  return [...groups].map(([namespace, value]) => ({ name: extensionField(namespace), value }));
}

/** Two prefixes may be bound to one namespace: then both values are committed to, as the list that they are in JSON-LD 1.1. */
function withMember(group: JsonObject, name: string, value: Json): JsonObject {
  const before = Object.hasOwn(group, name) ? group[name] : undefined;
  return { ...group, [name]: before === undefined ? value : [before, value].flat(1) };
}
