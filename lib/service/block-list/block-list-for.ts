/**
 * lib/service/block-list: the list by which the devices of a place decide while they have no connection. One list a place, made when it is asked
 * for, once a minute at most.
 */
import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../../custody/org-scope.ts';
import { base64Of } from '../../kernel/base64.ts';
import { hexOf, parseUtf8 } from '../../kernel/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { type Instant, momentOf } from '../../kernel/instant.ts';
import { signNote } from '../../ledger/signed-note.ts';
import type { BlockFilter } from '../../scan/block-list/block-filter.ts';
import { filterOf, isRoomFor, packNumber, shapeFor } from '../../scan/block-list/block-filter.ts';
import type { BlockListUpdate } from '../../scan/block-list/block-list.ts';
import { filterHash, formatHead, listsHash, parseHead } from '../../scan/block-list/block-list-head.ts';
import type { ExactLists } from '../../scan/block-list/exact-lists.ts';
import { differenceBetween } from '../../scan/block-list/filter-difference.ts';
import { decodeSortedNumbers, encodeSortedNumbers } from '../../scan/block-list/sorted-numbers-code.ts';
import { blockListSigner } from '../../store/block-list-key.ts';
import {
  loadBlockList,
  loadNewestBlockList,
  type StoredBlockList,
  saveBlockList,
} from '../../store/block-lists.ts';
import { type BlockedSite, bindingPacks, blockedSite, listedFacts } from './blocked-site.ts';

/** A list younger than this is given as it is. */
const FRESH_MS = 60_000;
const SALT_BYTES = 8;

/** A block list for a device: the signed head with what leads to its content. */
export interface GivenBlockList {
  /** The signed note whose text is `update.head`. */
  readonly note: string;
  readonly update: BlockListUpdate;
}

/**
 * The block list of the scope's place at `at`, as the difference to version `have` where that is still known. Recalled batches and withdrawn products
 * stand in it as they are; stolen, locked and used-up packs of the products that the place has to do with, as a filter.
 */
export async function blockListFor(
  scope: OrgScope,
  at: Instant,
  have: number | undefined,
): Promise<GivenBlockList> {
  const newest = await loadNewestBlockList(scope);
  const current = newest && at - newest.madeAt < FRESH_MS ? newest : await makeList(scope, at, newest);
  const base = have === undefined || have === current.version ? undefined : await loadBlockList(scope, have);
  return givenList(current, have === current.version ? current : base);
}

async function makeList(
  scope: OrgScope,
  at: Instant,
  newest: StoredBlockList | undefined,
): Promise<StoredBlockList> {
  const site = await blockedSite(scope, at);
  const filter = await filterFor(site, newest && shapeOf(newest));
  const lists = await listedFacts(site);
  const isUnchanged = newest !== undefined && isSame(newest, filter, lists);
  const version = isUnchanged ? newest.version : (newest?.version ?? 0) + 1;
  const head = formatHead({
    organisation: scope.organisation,
    location: scope.location ?? '-',
    version,
    madeAt: momentOf(at),
    domain: filter.domain,
    salt: filter.salt,
    filter: filterHash(filter),
    lists: listsHash(lists),
  });
  const note = parseUtf8(signNote(head, [blockListSigner()])) ?? '';
  const made = {
    version,
    madeAt: at,
    head: note,
    filter: encodeSortedNumbers(filter.numbers),
    lists: lists as unknown as Json,
  };
  // Of two that are made in one moment the first stays, and both devices get it.
  return (await saveBlockList(scope, made, isUnchanged))
    ? made
    : ((await loadNewestBlockList(scope)) ?? made);
}

/** In the shape of the list before, so that a difference is small, while the packs fit into it. */
async function filterFor(site: BlockedSite, shape: BlockFilter | undefined): Promise<BlockFilter> {
  if (shape && isRoomFor(shape, site.count)) {
    const filter = filterOf(shape, await numbersOf(site, shape));
    if (isRoomFor(shape, filter.numbers.length)) return filter;
  }
  const fresh = shapeFor(site.count, hexOf(randomBytes(SALT_BYTES)));
  return filterOf(fresh, await numbersOf(site, fresh));
}

async function numbersOf(
  site: BlockedSite,
  shape: Pick<BlockFilter, 'domain' | 'salt'>,
): Promise<readonly number[]> {
  const numbers: number[] = [];
  for await (const page of bindingPacks(site)) for (const pack of page) numbers.push(packNumber(shape, pack));
  return numbers;
}

const textOf = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);

function shapeOf({ head: note, filter }: StoredBlockList): BlockFilter {
  const head = parseHead(textOf(note));
  const numbers = decodeSortedNumbers(filter);
  if (!head.ok || !numbers.ok) throw new Error('a block list that we wrote can be read');
  return { domain: head.value.domain, salt: head.value.salt, numbers: numbers.value };
}

const isSame = (kept: StoredBlockList, filter: BlockFilter, lists: ExactLists): boolean => {
  const before = shapeOf(kept);
  return (
    before.salt === filter.salt &&
    filterHash(before) === filterHash(filter) &&
    canonicalJson(kept.lists) === canonicalJson(lists as unknown as Json)
  );
};

function givenList(current: StoredBlockList, base: StoredBlockList | undefined): GivenBlockList {
  const lists = current.lists as unknown as ExactLists;
  const isListed = base !== undefined && canonicalJson(base.lists) === canonicalJson(current.lists);
  return {
    note: current.head,
    update: {
      head: textOf(current.head),
      filter: filterUpdate(current, base),
      lists: isListed ? null : lists,
    },
  };
}

function filterUpdate(
  current: StoredBlockList,
  base: StoredBlockList | undefined,
): BlockListUpdate['filter'] {
  const whole = { kind: 'whole', numbers: base64Of(current.filter) } as const;
  if (!base) return whole;
  const [before, after] = [shapeOf(base), shapeOf(current)];
  if (before.salt !== after.salt || before.domain !== after.domain) return whole;
  const { added, removed } = differenceBetween(before.numbers, after.numbers);
  if (added.length + removed.length >= current.filter.length) return whole;
  return { kind: 'difference', from: base.version, added: base64Of(added), removed: base64Of(removed) };
}
