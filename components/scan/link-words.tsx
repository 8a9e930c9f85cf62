'use client';

import { CloudOff, CloudUpload, ListChecks } from 'lucide-react';
import { offlineTexts } from '../texts/en/offline.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import type { OfflineState } from './offline-state.ts';

const { strip } = offlineTexts;
const MINUTE_MS = 60_000;

/** The connection, the age of the list, and what waits. */
export function LinkWords({ isUp, listMadeAt, waiting, ofOthers, onTry }: OfflineState) {
  const now = useNow(MINUTE_MS);
  return (
    <>
      {!isUp && (
        <span className="flex items-center gap-2 font-semibold text-ink">
          <CloudOff size={16} aria-hidden />
          {strip.down}
        </span>
      )}
      <span className="flex items-center gap-2">
        <ListChecks size={16} aria-hidden />
        {listMadeAt === null ? strip.noList : now !== undefined && strip.list(listMadeAt, now)}
      </span>
      {waiting > 0 && (
        <span className="flex items-center gap-2 font-semibold text-ink">
          <CloudUpload size={16} aria-hidden />
          {strip.waiting(waiting)}
        </span>
      )}
      {ofOthers > 0 && <span>{strip.ofOthers(ofOthers)}</span>}
      {(!isUp || waiting > 0) && (
        <Button kind="quiet" size="small" onClick={onTry} className="ms-auto">
          {strip.tryNow}
        </Button>
      )}
    </>
  );
}
