import type { Instant } from '../../lib/kernel/instant.ts';
import { type Queue, queueSummary } from '../../lib/scan/offline/queue.ts';
import type { QueuedScan } from '../../lib/scan/offline/queued-scan.ts';

/** What a page shows of the desk. */
export interface DeskView {
  readonly isUp: boolean;
  readonly listMadeAt: Instant | null;
  readonly waiting: number;
  readonly ofOthers: number;
  readonly conflicts: readonly QueuedScan[];
  /** `gtin/serial` of every pack whose scan waits. */
  readonly waitingPacks: ReadonlySet<string>;
}

/** The view of a queue for the scanning place `owner`. */
export function deskViewOf(
  queue: Queue,
  owner: QueuedScan['owner'],
  shown: Pick<DeskView, 'isUp' | 'listMadeAt'>,
): DeskView {
  const open = queue.filter(({ state }) => state.is === 'waiting' || state.is === 'sending');
  return {
    ...queueSummary(queue, owner),
    ...shown,
    waitingPacks: new Set(open.map(({ pack }) => `${pack.gtin}/${pack.serial}`)),
  };
}
