'use client';

import { useEffect, useRef } from 'react';
import { keptScansText, parseKeptScans } from './kept-scans.ts';
import type { ScanEntry } from './scan-machine.ts';
import type { SessionRow } from './session-rows.ts';

const KEY = 'vialog-kept-scans';

/**
 * Keeps scans that no answer came for on the device, and gives them to `resend` when the page opens again and
 * when the connection is back. They go under their first request id, so that nothing is recorded twice.
 */
export function useKeptScans(
  rows: readonly SessionRow[],
  resend: (entries: readonly ScanEntry[]) => Promise<void>,
): void {
  const latest = useRef(resend);
  latest.current = resend;
  const kept = keptScansText(
    rows
      .filter(({ progress }) => progress === 'kept')
      .map(({ id, pack, at }) => ({ requestId: id, pack, at })),
  );

  useEffect(() => {
    const again = () => void latest.current(parseKeptScans(localStorage.getItem(KEY)));
    again();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);

  const opened = useRef(false);
  useEffect(() => {
    // What an earlier visit kept is taken over by `resend` before the first change is written.
    if (opened.current) localStorage.setItem(KEY, kept);
    opened.current = true;
  }, [kept]);
}
