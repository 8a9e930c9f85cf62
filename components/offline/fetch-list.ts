import type { BlockList, BlockListUpdate } from '../../lib/scan/block-list/block-list.ts';
import type { OpenedList } from './desk-parts.ts';
import type { KeptList } from './device-store.ts';
import { keptListOf } from './kept-list-of.ts';

const PATIENCE_MS = 20_000;

/** The verifier is large and needed once in minutes: it is loaded when it is. */
const openList = async (known: BlockList | undefined, kept: KeptList) =>
  (await import('./open-list.ts')).openList(known, kept);

/** The list of this place from this site, checked with the key that the log names. Rejects where none comes that can be trusted. */
export async function fetchList(known: BlockList | undefined): Promise<OpenedList> {
  const vkey = await listKey();
  const have = known ? `?have=${known.head.version}` : '';
  const { note, update } = (await getJson(`/api/v1/block-list${have}`)) as GivenList;
  const opened = await openList(known, { vkey, note, update });
  if (opened.ok) return { list: opened.value, kept: keptListOf(opened.value, { vkey, note }) };
  // A difference that does not fit is no list; the whole one is.
  if (known) return fetchList(undefined);
  throw new Error(`a block list that cannot be used: ${opened.error.code}`);
}

interface GivenList {
  readonly note: string;
  readonly update: BlockListUpdate;
}

/** The list that the device kept, if its signature still holds. */
export async function openKept(kept: KeptList): Promise<BlockList | undefined> {
  const opened = await openList(undefined, kept);
  return opened.ok ? opened.value : undefined;
}

async function listKey(): Promise<string> {
  const { blockLists } = (await getJson('/log/keys')) as {
    readonly blockLists: readonly { readonly vkey: string }[];
  };
  return blockLists.at(-1)?.vkey ?? '';
}

async function getJson(path: string): Promise<unknown> {
  const answer = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.json();
}
