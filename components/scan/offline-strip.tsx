'use client';

import { LateConflicts, LateLinkWords } from './late-parts.tsx';
import type { OfflineState } from './offline-state.ts';

/**
 * The connection, the age of the list, what waits, and where the register disagrees with what was done. It stands there from the beginning, so
 * that nothing moves when the device has said how it is.
 */
export function OfflineStrip({ state }: { readonly state: OfflineState | undefined }) {
  return (
    <div className="flex flex-col gap-4 lg:col-span-2 lg:row-start-1">
      <div
        role="status"
        className="flex min-h-13 flex-wrap items-center gap-x-5 gap-y-2 rounded-control border border-line bg-surface px-4 py-2 text-ink-soft text-note"
      >
        {state && <LateLinkWords {...state} />}
      </div>
      {state && <LateConflicts {...state} />}
    </div>
  );
}
