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
  const latestKept = useRef(kept);
  latestKept.current = kept;

  useEffect(() => {
    const again = async () => {
      await latest.current(parseKeptScans(localStorage.getItem(KEY)));
      localStorage.setItem(KEY, latestKept.current);
    };
    const onOnline = () => void again();
    void again();
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, []);

  const opened = useRef(false);
  useEffect(() => {
    // What an earlier visit kept is still to be read when the page opens with nothing.
    if (opened.current) localStorage.setItem(KEY, kept);
    opened.current = true;
  }, [kept]);
}
