import type { BlockListUpdate } from '../../lib/scan/block-list/block-list.ts';
import type { Queue } from '../../lib/scan/offline/queue.ts';
import type { QueueOwner } from '../../lib/scan/offline/queued-scan.ts';

/** What the Scan page needs to open without a connection. */
export interface Station {
  readonly owner: QueueOwner;
  readonly place: { readonly organisation: string; readonly location: string; readonly timeZone: string };
  readonly maySupply: boolean;
}

/** A block list as it is kept: whole, with the note that signs it and the key that it was checked with. */
export interface KeptList {
  readonly vkey: string;
  readonly note: string;
  readonly update: BlockListUpdate;
}

/** Where a device keeps things between visits. */
export interface DeviceStore {
  loadQueue(): Promise<Queue>;
  /** Changes the queue, one change after the other whatever page makes it, and gives what came of it once that is kept. */
  changeQueue(change: (queue: Queue) => Queue): Promise<Queue>;
  loadStation(): Promise<Station | undefined>;
  saveStation(station: Station): Promise<void>;
  /** Forgets who works here and their list. What waits to be sent stays. */
  forgetStation(): Promise<void>;
  loadList(): Promise<KeptList | undefined>;
  saveList(list: KeptList): Promise<void>;
}
