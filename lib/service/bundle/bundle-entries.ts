import type { OrgScope } from '../../custody/org-scope.ts';
import { parseEvent } from '../../epcis/parse-event.ts';
import type { BundleEntry, BundleField, BundleNaming, BundleSubject } from '../../evidence/bundle/bundle.ts';
import { fieldGroupsOf } from '../../evidence/event-fields.ts';
import { parseLedgerEventId } from '../../evidence/event-id.ts';
import { linkMembership, type PreviousLink } from '../../evidence/prev-root.ts';
import { subjectTagger } from '../../evidence/subject-tagger.ts';
import { subjectMembership } from '../../evidence/tag.ts';
import { objectKeyOf } from '../../gs1/object-key.ts';
import { parseHex } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import type { Hash } from '../../ledger/hash.ts';
import { parseHash } from '../../ledger/hash.ts';
import type { EntryRow, NamingRow, StatementRow } from '../../store/bundle-rows.ts';
import type { EventOpeningRow } from '../../store/event-openings.ts';
import type { StoredEventRow } from '../../store/load-event.ts';
import { networkKeyOf } from '../../store/network-key.ts';

const HASH_BYTES = 32;

/** An entry without its place in the tree. */
export type UnplacedEntry = Omit<BundleEntry, 'index' | 'proof'>;

/** Groups of fields as they are kept, with the values that may be shown. */
function fieldsOf(
  { names, salts, commitments }: Pick<EventOpeningRow, 'names' | 'salts' | 'commitments'>,
  values: ReadonlyMap<string, Json>,
  erasedBy: Readonly<Record<string, string>> = {},
): readonly BundleField[] {
  return names.map((name, at) => {
    const value = values.get(name);
    const salt = salts.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    const commitment = storedHash(commitments.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES));
    const erased = Object.hasOwn(erasedBy, name) ? erasedBy[name] : undefined;
    const opening =
      value === undefined || erased !== undefined ? undefined : { value, salt: Uint8Array.from(salt) };
    return { name, commitment, opening, erasedBy: erased };
  });
}

/** The fields of an event that the reader sees whole. The document as it came in is kept by who sent it and stays a bare commitment. */
export function eventFields(
  event: StoredEventRow,
  opening: EventOpeningRow,
  provenErasures: ReadonlySet<string>,
): readonly BundleField[] {
  const parsed = parseEvent(event.document, event.context);
  if (!parsed.ok) throw new Error('a recorded event can be read again');
  const groups = fieldGroupsOf(parsed.value, { eventHash: event.eventHash, documentSha256: '' });
  const values = new Map(groups.map(({ name, value }) => [name as string, value]));
  for (const name of ['document', ...Object.keys(opening.erased)]) values.delete(name);
  const proven = Object.entries(opening.erased).filter(([, statement]) => provenErasures.has(statement));
  return fieldsOf(opening, values, Object.fromEntries(proven));
}

/** A statement with everything that it says. */
export const statementFields = (statement: StatementRow): readonly BundleField[] =>
  fieldsOf(statement, new Map(Object.entries(statement.groups)));

/** How an event names the subjects; a link only where the event before is among `shown`, or there is none. */
export function namingsOf(
  scope: OrgScope,
  rows: readonly NamingRow[],
  subjects: readonly BundleSubject[],
  shown: ReadonlySet<string>,
): readonly BundleNaming[] {
  const tagger = subjectTagger(networkKeyOf(scope));
  const links = rows.map((row): PreviousLink & { readonly row: NamingRow } => ({
    tag: tagger(objectKeyOf(row.uri).kind, row.uri),
    previous:
      row.previous === null ? undefined : parseLedgerEventId(parseHex(row.previous) ?? new Uint8Array()),
    counter: BigInt(row.counter - 1),
    row,
  }));
  const tags = links.map(({ tag }) => tag);
  return subjects.flatMap(({ id }, subject) => {
    const link = links.find(({ row }) => row.uri === id);
    return link ? [namingOf({ link, links, tags, subject }, shown)] : [];
  });
}

function namingOf(
  {
    link: { tag, counter, row },
    links,
    tags,
    subject,
  }: {
    readonly link: PreviousLink & { readonly row: NamingRow };
    readonly links: readonly PreviousLink[];
    readonly tags: readonly Hash[];
    readonly subject: number;
  },
  shown: ReadonlySet<string>,
): BundleNaming {
  const named = subjectMembership(tags, tag);
  const linked = linkMembership(links, tag);
  if (!named || !linked) throw new Error('an event names what it names');
  const tells = row.previous === null || shown.has(row.previous);
  const link = { previous: row.previous ?? undefined, counter: Number(counter), proof: linked.proof };
  return {
    ...{ subject, at: Number(named.index), of: Number(named.size), tagProof: named.proof },
    link: tells ? link : undefined,
  };
}

/** The subjects whose every event, from the first to the last shown, is there and linked. */
export function wholeSubjects(
  entries: readonly EntryRow[],
  namings: ReadonlyMap<string, readonly BundleNaming[]>,
) {
  const counters = new Map<number, (number | undefined)[]>();
  for (const { id } of entries)
    for (const { subject, link } of namings.get(id) ?? [])
      counters.set(subject, [...(counters.get(subject) ?? []), link?.counter]);
  return new Set(
    [...counters]
      .filter(([, links]) => links.every((counter, at) => counter === at))
      .map(([subject]) => subject),
  );
}

function storedHash(bytes: Uint8Array): Hash {
  const hash = parseHash(Uint8Array.from(bytes));
  if (!hash) throw new Error('a commitment of another length is stored');
  return hash;
}
