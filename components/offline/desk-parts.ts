import type { BlockList } from '../../lib/scan/block-list/block-list.ts';
import type { Delivery } from '../../lib/scan/offline/queue.ts';
import type { ReplayOutcome } from '../../lib/scan/offline/queued-scan.ts';
import type { PackOutcome, PackTarget } from '../scan/pack-answer.ts';
import type { EntryMode, ScannedPack } from '../scan/scanned-pack.ts';
import type { DeviceStore, KeptList, Station } from './device-store.ts';

/** How a desk reaches the register. Each rejects where no answer came in time; `deliver` may take as long as it needs. */
export interface Register {
  verify(pack: ScannedPack, mode: EntryMode, requestId: string): Promise<PackOutcome>;
  change(
    pack: ScannedPack,
    target: PackTarget,
    reason: string | undefined,
    requestId: string,
  ): Promise<PackOutcome>;
  /** Gives what became of each scan by its id. The same delivery may come again, and is taken once. */
  deliver(delivery: Delivery): Promise<ReadonlyMap<string, ReplayOutcome>>;
  /** The list of this place, by the difference to what is known where that is possible. */
  fetchList(known: BlockList | undefined): Promise<OpenedList>;
  /** The list that was kept, if its signature still holds. */
  openKept(kept: KeptList): Promise<BlockList | undefined>;
}

/** A list, and as what the device keeps it. */
export interface OpenedList {
  readonly list: BlockList;
  readonly kept: KeptList;
}

/** What a desk is given. The clock tells milliseconds since 1970. */
export interface DeskParts {
  readonly store: DeviceStore;
  readonly register: Register;
  readonly station: Station;
  readonly clock: () => number;
  readonly makeId: () => string;
}
