import type { OrgScope } from '../../custody/org-scope.ts';
import { RULES } from '../../custody/rules/index.ts';
import type { Bundle, BundleEntry, BundleObservation, BundleSubject } from '../../evidence/bundle/bundle.ts';
import { formatBundle } from '../../evidence/bundle/format-bundle.ts';
import { type VerifiedBundle, verifyBundle } from '../../evidence/bundle/verify-bundle.ts';
import { keyLeafId } from '../../evidence/key-leaf.ts';
import { parseLeaf } from '../../evidence/leaf.ts';
import { commitObservation, observationMembership } from '../../evidence/observation-commitment.ts';
import { tagNonce } from '../../evidence/tag.ts';
import { objectKeyOf } from '../../gs1/object-key.ts';
import { equalBytes, hexOf } from '../../kernel/bytes.ts';
import { type Instant, instantText } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { type Hash, parseHash } from '../../ledger/hash.ts';
import { formatPolicy } from '../../ledger/policy.ts';
import { proveInclusion } from '../../ledger/tile-reader.ts';
import { bundleSigner } from '../../store/bundle-key.ts';
import { loadSealedObservations, type SealedObservation } from '../../store/bundle-observations.ts';
import {
  countNamings,
  type EntryRow,
  loadEntriesOf,
  loadNamings,
  loadStatements,
} from '../../store/bundle-rows.ts';
import { loadEventOpenings } from '../../store/event-openings.ts';
import { loadPublishedCheckpoint, type PublishedCheckpoint } from '../../store/ledger-checkpoints.ts';
import { readStoredTiles } from '../../store/ledger-tiles.ts';
import { loadEventsWhole } from '../../store/load-event.ts';
import { logVkey } from '../../store/log-key.ts';
import { networkKeyOf } from '../../store/network-key.ts';
import { witnessPolicy } from '../../store/witness-policy.ts';
import { logKeyHistory } from '../log/log-key-history.ts';
import { type BundleContents, type BundleOrder, bundleContents, MOST_EVENTS } from './bundle-contents.ts';
import {
  eventFields,
  namingsOf,
  statementFields,
  type UnplacedEntry,
  wholeSubjects,
} from './bundle-entries.ts';

/** Why there is no bundle. What the reader may not see is answered as what does not exist. */
export interface BundleError {
  readonly code: 'not-found' | 'bundle/not-yet' | 'bundle/too-many';
}

/** A bundle, and what it was found to prove before it was handed out. */
export interface MadeBundle {
  readonly file: Uint8Array;
  readonly proven: VerifiedBundle;
}

/** Objects that the events of one bundle may name together: each costs a hash and a place in memory. */
const MOST_NAMINGS = 500_000;

/**
 * The evidence about a pack, a batch or a case at `at`, as far as the reader may see it (custody.md 6), under the head that is published
 * now. It is checked as its receiver will check it before it is given. Errors: `not-found`, `bundle/not-yet` before the first head,
 * `bundle/too-many` events or objects for one file.
 */
export async function makeBundle(
  scope: OrgScope,
  order: BundleOrder,
  at: Instant,
): Promise<Result<MadeBundle, BundleError>> {
  const contents = await bundleContents(scope, order, at);
  if (!contents) return err({ code: 'not-found' });
  const head = await loadPublishedCheckpoint();
  if (!head) return err({ code: 'bundle/not-yet' });
  const tooMany =
    contents.events.length > MOST_EVENTS || (await countNamings(contents.events)) > MOST_NAMINGS;
  if (tooMany) return err({ code: 'bundle/too-many' });
  const bundle = await bundleOf(scope, contents, head, at);
  const file = formatBundle(bundle, logVkey().name, bundleSigner());
  const proven = verifyBundle(file, { logKey: logVkey() });
  if (!proven.ok) throw new Error(`a bundle that does not hold: ${proven.error.code} at ${proven.error.at}`);
  return ok({ file, proven: proven.value });
}

async function bundleOf(
  scope: OrgScope,
  contents: BundleContents,
  head: PublishedCheckpoint,
  at: Instant,
): Promise<Bundle> {
  const { entries, subjects } = await entriesOf(scope, contents, head, at);
  return {
    ...{ about: contents.about, madeAt: instantText(at), reader: scope.organisation },
    checkpoint: new TextDecoder().decode(head.note),
    policy: formatPolicy(witnessPolicy()),
    logKeys: await logKeyHistory(),
    ...{ subjects, entries },
    observations: await observationsOf(scope, contents, head),
    rules: { custody: RULES.map(({ id }) => id), fields: 1, leaf: 1 },
    finding: contents.finding,
  };
}

async function entriesOf(
  scope: OrgScope,
  contents: BundleContents,
  head: PublishedCheckpoint,
  at: Instant,
): Promise<Pick<Bundle, 'entries' | 'subjects'>> {
  const [events, openings] = await Promise.all([
    loadEventsWhole(scope, contents.events, at),
    loadEventOpenings(scope, contents.events, at),
  ]);
  const seen = contents.events.filter((id) => events.has(id) && openings.has(id));
  const rows = await loadNamings(scope, seen);
  const erasures = [...new Set([...openings.values()].flatMap(({ erased }) => Object.values(erased)))];
  const [recorded, statements] = await Promise.all([
    loadEntriesOf([...seen, ...erasures], head.size),
    loadStatements(erasures),
  ]);
  const entries = await withKeys(recorded, head.size);
  const shown = new Set(entries.map(({ id }) => id));
  const subjects = subjectsOf(
    scope,
    contents,
    rows.map(({ uri }) => uri),
  );
  const rowsOf = Map.groupBy(rows, ({ event }) => event);
  const namings = new Map(
    entries.map(({ id }) => [id, namingsOf(scope, rowsOf.get(id) ?? [], subjects, shown)] as const),
  );
  const whole = wholeSubjects(entries, namings);
  const provenErasures = new Set(erasures.filter((id) => shown.has(id)));
  const unplaced = ({ id, leaf }: EntryRow): UnplacedEntry => {
    const [event, opening, statement] = [events.get(id), openings.get(id), statements.get(id)];
    const bytes = Uint8Array.from(leaf);
    if (event && opening)
      return {
        leaf: bytes,
        fields: eventFields(event, opening, provenErasures),
        names: namings.get(id) ?? [],
      };
    if (isKey(leaf)) return { leaf: bytes, fields: [], names: [] };
    if (!statement) throw new Error('an entry that is neither event nor statement');
    return { leaf: bytes, fields: statementFields(statement), names: [] };
  };
  return {
    entries: await Promise.all(
      entries.map(async (row) => ({ ...unplaced(row), ...(await placeOf(row.seq, head)) })),
    ),
    subjects: subjects.map((subject, number) => ({ ...subject, whole: whole.has(number) })),
  };
}

/** The entries and, in their places, those that register the keys which signed them, or end these. */
async function withKeys(entries: readonly EntryRow[], size: bigint): Promise<readonly EntryRow[]> {
  const ids = entries.flatMap(({ leaf }) => {
    const read = parseLeaf(Uint8Array.from(leaf));
    if (!read.ok || read.value.type !== 'event' || !read.value.signature) return [];
    const { actor, actorKeyId } = read.value;
    return [false, true].map((ends) => hexOf(keyLeafId(ends, actor, actorKeyId)));
  });
  if (ids.length === 0) return entries;
  const keys = await loadEntriesOf([...new Set(ids)], size);
  return [...entries, ...keys].toSorted((a, b) => (a.seq < b.seq ? -1 : 1));
}

const isKey = (leaf: Uint8Array): boolean => {
  const read = parseLeaf(Uint8Array.from(leaf));
  return read.ok && read.value.type === 'key';
};

/** What the bundle is about, and the containers through which its packs moved. */
function subjectsOf(
  scope: OrgScope,
  { subjects }: BundleContents,
  named: readonly string[],
): readonly BundleSubject[] {
  const all = new Set(named);
  const containers = [...all].filter((uri) => ['sscc', 'grai', 'giai'].includes(objectKeyOf(uri).kind));
  const own = subjects.filter((uri) => all.has(uri));
  return [...new Set([...own, ...containers])].map((id) => {
    const { kind } = objectKeyOf(id);
    return { kind, id, nonce: tagNonce(networkKeyOf(scope), kind, id), whole: false };
  });
}

async function placeOf(
  index: bigint,
  head: PublishedCheckpoint,
): Promise<Pick<BundleEntry, 'index' | 'proof'>> {
  const proven = await proveInclusion(index, head.size, readStoredTiles);
  if (!proven.ok) throw new Error(`no proof from the stored tiles: ${proven.error.code}`);
  return { index, proof: proven.value.proof };
}

async function observationsOf(
  scope: OrgScope,
  { observations }: BundleContents,
  head: PublishedCheckpoint,
): Promise<readonly BundleObservation[]> {
  if (observations.length === 0) return [];
  const sealed = await loadSealedObservations(scope, observations);
  const leaves = await loadEntriesOf([...new Set(sealed.map(({ leafEvent }) => leafEvent))], head.size);
  const byId = new Map(leaves.map((row) => [row.id as string, row]));
  const opened = await Promise.all(
    sealed.map(async (one) => {
      const leaf = isAsSealed(one) ? byId.get(one.leafEvent) : undefined;
      return leaf
        ? [{ ...opening(one), leaf: Uint8Array.from(leaf.leaf), ...(await placeOf(leaf.seq, head)) }]
        : [];
    }),
  );
  return opened.flat();
}

/** What is kept otherwise than it was sealed (by a later version) cannot be opened and is left out. */
const isAsSealed = ({ value, salt, commitment }: SealedObservation): boolean =>
  equalBytes(commitObservation(Uint8Array.from(salt), value), commitment);

function opening({ value, salt, commitment, all }: SealedObservation) {
  const stands = observationMembership(all.map(hashOfBytes), hashOfBytes(commitment));
  if (!stands) throw new Error('an observation that is not under its own leaf');
  return {
    ...{ value, salt: Uint8Array.from(salt) },
    ...{ at: Number(stands.index), of: Number(stands.size), path: stands.proof },
  };
}

function hashOfBytes(bytes: Uint8Array): Hash {
  const hash = parseHash(Uint8Array.from(bytes));
  if (!hash) throw new Error('a commitment of another length is stored');
  return hash;
}
