import { actorPseudonym, type NetworkKey, parseLedgerEventId } from '../../evidence/event-id.ts';
import type { EventLeaf } from '../../evidence/event-leaf.ts';
import { EVENT_FLAG } from '../../evidence/event-leaf.ts';
import { parseLeaf } from '../../evidence/leaf.ts';
import { type PreviousLink, prevRoot } from '../../evidence/prev-root.ts';
import { subjectTagger } from '../../evidence/subject-tagger.ts';
import { subjectsRoot } from '../../evidence/tag.ts';
import { objectKeyOf } from '../../gs1/object-key.ts';
import { equalBytes, hexOf, parseHex } from '../../kernel/bytes.ts';
import type { EventToCheck, NamedToCheck } from '../../store/fsck/event-pages.ts';
import { type FaultPlace, type FsckFault, faultAt } from './fsck-fault.ts';

/** The leaf of an event; a fault where it has none, or another's. */
export function leafOf(row: EventToCheck, place: FaultPlace): EventLeaf | FsckFault {
  if (!row.leaf) return faultAt(place, 'event-unlogged', 'id', 'stands neither in the log nor in its queue');
  const leaf = parseLeaf(row.leaf);
  return leaf.ok && leaf.value.type === 'event'
    ? leaf.value
    : faultAt(place, 'event-leaf', 'id', 'the leaf under its id is not that of an event');
}

/** What the leaf says beside the payload, against the columns of the row. */
export function leafFaults(
  row: EventToCheck,
  leaf: EventLeaf,
  key: NetworkKey,
  place: FaultPlace,
): readonly FsckFault[] {
  const flags =
    (row.corrects === null ? 0 : EVENT_FLAG.correction) |
    (row.original_record_time === null ? 0 : EVENT_FLAG.imported) |
    (row.realm === 0 ? 0 : EVENT_FLAG.sandbox);
  const own = EVENT_FLAG.correction | EVENT_FLAG.imported | EVENT_FLAG.sandbox;
  const wrong = (leaf.flags & own) ^ flags;
  const corrects = leaf.corrects === undefined ? null : hexOf(leaf.corrects);
  const checks: readonly (readonly [boolean, string])[] = [
    [!equalBytes(leaf.actor, actorPseudonym(key, row.reporter)), 'reporter'],
    [leaf.eventTime !== row.event_time.getTime(), 'event_time'],
    [corrects !== row.corrects, 'corrects'],
    [(wrong & EVENT_FLAG.imported) !== 0, 'original_record_time'],
    [(wrong & EVENT_FLAG.sandbox) !== 0, 'realm'],
  ];
  return checks.flatMap(([isWrong, field]) =>
    isWrong ? [faultAt(place, 'event-column', field, 'is not what the leaf says')] : [],
  );
}

/** The places of an event in the chains of what it names: the leaf commits to them all. */
export function chainFaults(
  id: string,
  named: readonly NamedToCheck[],
  leaf: EventLeaf,
  { key, realm }: { readonly key: NetworkKey; readonly realm: number },
): readonly FsckFault[] {
  const place = { table: 'event_object', row: `event ${id}` };
  const stray = named.find((one) => one.realm !== realm);
  if (stray) return [faultAt(place, 'object-realm', 'realm', `is not that of its event: ${stray.uri}`)];
  const tag = subjectTagger(key);
  const links = named.map(
    ({ uri, counter, previous }): PreviousLink => ({
      tag: tag(objectKeyOf(uri).kind, uri),
      previous: previous === null ? undefined : parseLedgerEventId(parseHex(previous) ?? new Uint8Array()),
      counter: BigInt(counter - 1),
    }),
  );
  const tags = subjectsRoot(links.map((link) => link.tag));
  if (!equalBytes(tags, leaf.subjectsRoot))
    return [faultAt(place, 'object-named', 'uri or event', 'the objects are not those that the leaf names')];
  return named.every(({ counter }) => counter > 0) && equalBytes(prevRoot(links), leaf.prevRoot)
    ? []
    : [faultAt(place, 'object-chain', 'counter', 'is not the place in the chain that the leaf names')];
}
