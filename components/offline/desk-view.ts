import type { Instant } from '../../lib/kernel/instant.ts';
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
