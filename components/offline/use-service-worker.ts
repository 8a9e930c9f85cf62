'use client';

import { useEffect } from 'react';

/** Keeps the Scan page on the device, in the version of this build, so that it opens without a connection. Does nothing where the browser cannot. */
export function useServiceWorker(buildId: string | undefined): void {
  useEffect(() => {
    if (buildId === undefined || !('serviceWorker' in navigator)) return;
    // A page without it works as before; there is nobody to tell.
    navigator.serviceWorker
      .register(`/sw.js?v=${encodeURIComponent(buildId)}`, { scope: '/', updateViaCache: 'none' })
      .catch(() => undefined);
  }, [buildId]);
}
