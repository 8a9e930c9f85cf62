import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { parseQueuedScan } from '../../lib/scan/offline/parse-queued-scan.ts';
import type { Queue } from '../../lib/scan/offline/queue.ts';
import type { DeviceStore, KeptList, Station } from './device-store.ts';
import { makeDeviceKey, openBox, type SealedBox, sealBox } from './sealed-box.ts';

interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  queue: { key: string; value: SealedBox };
  kept: { key: string; value: SealedBox };
}

type Database = IDBPDatabase<Schema>;

const NAME = 'vialog-device';
/** One page at a time changes the queue. */
const LOCK = 'vialog-device-queue';

/** The device's own store: IndexedDB, every value sealed with a key that never leaves the browser. */
export function browserStore(): DeviceStore {
  let opened: Promise<{ readonly db: Database; readonly key: CryptoKey }> | undefined;
  const open = () => {
    opened ??= openSealed();
    return opened;
  };
  const load = async (name: string): Promise<unknown> => {
    const { db, key } = await open();
    const box = await db.get('kept', name);
    return box && openBox(key, `kept/${name}`, box);
  };
  const save = async (name: string, value: unknown): Promise<void> => {
    const { db, key } = await open();
    await db.put('kept', await sealBox(key, `kept/${name}`, value), name);
  };
  const loadQueue = async (): Promise<Queue> => {
    const { db, key } = await open();
    return readQueue(db, key);
  };
  return {
    loadQueue,
    changeQueue: (change) =>
      navigator.locks.request(LOCK, async () => {
        const { db, key } = await open();
        const before = await readQueue(db, key);
        const after = change(before);
        await writeChanges(db, key, before, after);
        return after;
      }),
    loadStation: async () => (await load('station')) as Station | undefined,
    saveStation: (station) => save('station', station),
    forgetStation: async () => {
      const { db } = await open();
      await db.clear('kept');
    },
    loadList: async () => (await load('list')) as KeptList | undefined,
    saveList: (list) => save('list', list),
  };
}

async function openSealed(): Promise<{ readonly db: Database; readonly key: CryptoKey }> {
  const db = await openDB<Schema>(NAME, 1, {
    upgrade: (made) => {
      for (const store of ['keys', 'queue', 'kept'] as const) made.createObjectStore(store);
    },
  });
  // Two pages that open at once must end with one key.
  const key = await navigator.locks.request(LOCK, async () => {
    const kept = await db.get('keys', 'device');
    const used = kept ?? (await makeDeviceKey());
    if (!kept) await db.put('keys', used, 'device');
    return used;
  });
  return { db, key };
}

async function readQueue(db: Database, key: CryptoKey): Promise<Queue> {
  const [ids, boxes] = await Promise.all([db.getAllKeys('queue'), db.getAll('queue')]);
  const scans = await Promise.all(
    boxes.map(async (box, at) => parseQueuedScan(await openBox(key, `queue/${ids[at]}`, box))),
  );
  return scans.filter((scan) => scan !== undefined).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

async function writeChanges(db: Database, key: CryptoKey, before: Queue, after: Queue): Promise<void> {
  const had = new Set(before);
  const stays = new Set(after.map(({ id }) => id));
  const changed = await Promise.all(
    after
      .filter((scan) => !had.has(scan))
      .map(async (scan) => [scan.id, await sealBox(key, `queue/${scan.id}`, scan)] as const),
  );
  const transaction = db.transaction('queue', 'readwrite', { durability: 'strict' });
  await Promise.all([
    ...changed.map(([id, box]) => transaction.store.put(box, id)),
    ...before.filter(({ id }) => !stays.has(id)).map(({ id }) => transaction.store.delete(id)),
    transaction.done,
  ]);
}
