'use client';

import { useEffect, useState } from 'react';

/** The browser's clock in milliseconds, read again every `everyMs`; `undefined` until the page runs. */
export function useNow(everyMs: number): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
