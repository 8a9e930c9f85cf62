import type { QueuedScan } from '../../lib/scan/offline/queued-scan.ts';

/** How the workstation stands to the register, and what waits on it. */
export interface OfflineState {
  readonly isUp: boolean;
  /** When the list was made by which the device decides, in milliseconds since 1970; null while it has none. */
  readonly listMadeAt: number | null;
  readonly waiting: number;
  readonly ofOthers: number;
  readonly conflicts: readonly QueuedScan[];
  /** `gtin/serial` of every pack whose scan waits. */
  readonly waitingPacks: ReadonlySet<string>;
  readonly onSeen: (id: string) => void;
  readonly onTry: () => void;
}
