import type { Queue } from './queue.ts';
import type { QueuedScan } from './queued-scan.ts';

/**
 * What was last done here to a pack, as far as the device remembers: a second pack with the same code must not pass as good only because the
 * register was not asked. `undefined` where nothing was, or where it was taken back.
 */
export function doneHere(
  queue: Queue,
  { gtin, serial }: { readonly gtin: string; readonly serial: string },
): QueuedScan | undefined {
  const last = queue.findLast(
    ({ pack, wanted }) => pack.gtin === gtin && pack.serial === serial && wanted !== 'verify',
  );
  return last?.wanted === 'active' ? undefined : last;
}
